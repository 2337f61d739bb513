using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>The family gives its permissions: one consent and one referral for each agency, all at the same moment.</summary>
internal static class ShareChapter
{
    private static readonly int[] _lastingDays = [90, 180, 365];

    /// <param name="fates">An agency each; the first leads.</param>
    public static IReadOnlyList<Shared> Share(Chronicle chronicle, Story story, IReadOnlyList<(AgencyOnRoll Agency, Fate Fate)> fates)
    {
        chronicle.Time.Soon();
        chronicle.FamilyDid(AccessKind.Looked, DataCategory.Consent);
        chronicle.Time.Soon();
        chronicle.FamilyDid(AccessKind.Changed, DataCategory.Consent);
        var confirmed = story.Confirmed.Select(p => p.Part).ToHashSet();
        var shared = new List<Shared>();
        foreach (var (agency, fate) in fates)
        {
            var consent = Give(chronicle, agency, confirmed, LastDay(chronicle, fate), "consent");
            var notice = new NoticeGiven
            {
                Id = chronicle.Id($"notice about {agency.Agency.Code}"),
                ResidentId = chronicle.ResidentId,
                AgencyId = agency.Id,
                Purpose = consent.Purpose,
                From = consent.From,
                RecordedBy = consent.GivenBy,
                WordingHash = consent.WordingHash,
                Language = consent.Language
            };
            chronicle.Rows.Add(notice);
            var referral = new Referral
            {
                Id = chronicle.Id($"referral to {agency.Agency.Code}"),
                Reference = chronicle.NextReference(),
                ResidentId = chronicle.ResidentId,
                AgencyId = agency.Id,
                ConsentId = consent.Id,
                Purpose = consent.Purpose,
                ReceivedAt = chronicle.Time.Now
            }.Begin();
            chronicle.Rows.Add(referral);
            shared.Add(new Shared(agency, fate, consent, notice, referral));
        }

        return shared;
    }

    /// <summary>The family agrees again, for longer; the earlier permission steps back.</summary>
    public static void Renew(Chronicle chronicle, Story story, Shared shared)
    {
        chronicle.Time.After(1, 10);
        chronicle.FamilyDid(AccessKind.Changed, DataCategory.Consent);
        var confirmed = story.Confirmed.Select(p => p.Part).ToHashSet();
        var renewed = Give(chronicle, shared.Agency, confirmed, chronicle.Time.Today.AddDays(540), "renewed consent");
        shared.Consent.Supersede(chronicle.Time.Now);
        shared.Referral.ComeUnder(renewed);
        shared.Consent = renewed;
    }

    private static ConsentRecord Give(
        Chronicle chronicle, AgencyOnRoll agency, HashSet<StoryPartKind> confirmed, DateOnly lastDay, string handle)
    {
        var household = chronicle.Household;
        var parts = ConsentTexts.PartsFor(agency.Agency.Kind).Where(confirmed.Contains).ToList();
        var purpose = Purposes.For(agency.Agency.Kind)[0];
        var wording = ConsentTexts.Wording(household, agency.Agency.Name, purpose, parts, lastDay);
        var consent = new ConsentRecord
        {
            Id = chronicle.Id($"{handle} to {agency.Agency.Code}"),
            Reference = chronicle.NextReference(),
            ResidentId = chronicle.ResidentId,
            AgencyId = agency.Id,
            Purpose = purpose,
            From = chronicle.Time.Now,
            Until = LondonTime.EndOf(lastDay),
            GivenBy = household.Teller!.Id,
            DecidedBy = household.DecidedBy,
            UnderDelegation = household.Delegation?.Id,
            Wording = wording,
            WordingHash = ConsentRecord.HashOf(wording),
            Language = ConsentTexts.Language
        }.Covering(parts);
        chronicle.Rows.Add(consent);

        return consent;
    }

    private static DateOnly LastDay(Chronicle chronicle, Fate fate)
    {
        var (chance, time) = (chronicle.Chance, chronicle.Time);
        // One that has not run out reaches beyond the day of the seeding.
        return time.Today.AddDays(fate is Fate.Expired
            ? time.DaysAgo - chance.Number(2, 30)
            : time.DaysAgo + chance.ArrayElement(_lastingDays) - chance.Number(0, 60));
    }
}
