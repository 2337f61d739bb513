using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// Every agency that takes referrals is party to one agreement in force, over everything that it is given today. One more is
/// still to be signed by the Bolton lead.
/// </summary>
internal sealed class AgreementChapter(Seeded seeded, SeedingDay day)
{
    private const string PilotLead = "bolton-adult-care";
    private const string PilotPartner = "bolton-carers";

    /// <summary>Longer than the day on which a review must be held may be away: a year is 365 days and sometimes one more.</summary>
    private const int ReviewDays = 360;

    /// <summary>Of the one agreement that binds this kind of agency.</summary>
    public static Guid IdOf(AgencyKind kind, Seeded seeded) => StableAgreementIds.IdOf(
        ReferenceOf(AgreementTexts.All.Single(a => a.Kinds.Contains(kind)), seeded), seeded);

    public IEnumerable<SharingAgreement> Rows() => [.. AgreementTexts.All.Select(Signed), Pilot()];

    private SharingAgreement Signed(AgreementToSeed agreement)
    {
        var parties = DemonstrationWorld.Agencies.Where(a => agreement.Kinds.Contains(a.Kind)).ToList();
        var written = Draft(agreement, parties, agreement.RanFrom, agreement.Renewed is { } ago ? ago * -1 : agreement.EndsIn);
        SignAll(written, parties, agreement.RanFrom);
        if (agreement.Renewed is { } renewed)
        {
            Done(written.Change(TermsOf(agreement, parties, renewed, agreement.EndsIn), AgreementTexts.Renewal, By(parties[0], renewed + 9, 10)));
            SignAll(written, parties, renewed);
        }

        return written.Give(seeded);
    }

    /// <summary>Written and signed by one side: something for a governance lead to do.</summary>
    private SharingAgreement Pilot()
    {
        var pilot = new AgreementToSeed("bolton-pilot", "Bolton carers' breaks pilot", [AgencyKind.AdultSocialCare, AgencyKind.Voluntary],
            "So that the council and the carers' charity can arrange a carer's break together, for one year and in Bolton only.", -14, null, 370);
        var parties = DemonstrationWorld.Agencies.Where(a => a.Code is PilotLead or PilotPartner).ToList();
        var written = Draft(pilot, parties, pilot.RanFrom, pilot.EndsIn, writtenAgo: 6);
        Sign(written, parties.Single(p => p.Code == PilotPartner), 2);

        return written.Give(seeded);
    }

    private SharingAgreement Draft(AgreementToSeed agreement, List<AgencyToSeed> parties, int fromAgo, int endsIn, int? writtenAgo = null)
    {
        var ago = writtenAgo ?? fromAgo + 20;
        var drafted = SharingAgreement.Draft(
            agreement.Title,
            TermsOf(agreement, parties, fromAgo, endsIn),
            agreement.Why,
            By(parties[0], ago, 9),
            ReferenceOf(agreement, seeded));

        return drafted.Succeeded ? drafted.Value : throw new InvalidOperationException($"{agreement.Handle}: {drafted.Refusal}");
    }

    private static string ReferenceOf(AgreementToSeed agreement, Seeded seeded) =>
        Reference.From(seeded.Bytes($"agreement {agreement.Handle}"));

    private AgreementTerms TermsOf(AgreementToSeed agreement, List<AgencyToSeed> parties, int fromAgo, int endsIn) => new(
        [.. parties.Select(p => new PartyTerms(seeded.Id(p.Code), p.Name, PartyRole.JointController, AgreementTexts.BasisOf(p.Kind)))],
        AgreementTexts.PurposesOf(agreement),
        Coverable.Categories,
        StoryQuestions.Parts,
        day.Ago(fromAgo),
        day.Today.AddDays(endsIn),
        day.Ago(fromAgo).AddDays(Math.Min(ReviewDays, fromAgo + endsIn)),
        agreement.Dpia,
        "Information governance team, rights@gm-connect.example.org");

    /// <summary>One after the other, in the week before it begins.</summary>
    private void SignAll(SharingAgreement agreement, List<AgencyToSeed> parties, int beginsAgo)
    {
        foreach (var (party, i) in parties.Select((p, i) => (p, i)))
        {
            Sign(agreement, party, beginsAgo + 7 - i * 6 / parties.Count, i * 6 % parties.Count * 60 / parties.Count);
        }
    }

    private void Sign(SharingAgreement agreement, AgencyToSeed party, int ago, int minute = 0) => Done(agreement.Sign(
        agreement.Latest.Number,
        seeded.Id(party.Code),
        party.Kind.UsesNhsNumber() ? AgreementTexts.Office : AgreementTexts.OfficeElsewhere,
        By(party, ago, 11, minute)));

    private Stamp By(AgencyToSeed party, int ago, int hour, int minute = 0) =>
        new(seeded.Id(WorkerRoster.LeadOf(party)), day.At(ago, hour, minute));

    private static void Done(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"{outcome.Refusal}");
        }
    }
}
