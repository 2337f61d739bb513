using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.Domain.Sharing;

/// <summary>Section 7: workers and partner systems.</summary>
internal sealed partial class SecondEngine
{
    private static readonly DataCategory[] _forAgencies =
    [
        DataCategory.Identity, DataCategory.Place, DataCategory.StoryPart, DataCategory.Referral, DataCategory.CaseHeader, DataCategory.Case,
        DataCategory.Plan, DataCategory.Message
    ];

    private Says ForAnAgency()
    {
        if (Actor.AgencyId is not { } agency || !facts.Agencies.ContainsKey(agency))
        {
            return No(RefusedBecause.RoleHasNoAccess);
        }

        if (!_forAgencies.Contains(asked.Category))
        {
            return No(RefusedBecause.CategoryNotForAgencies);
        }

        if (Writes && asked.Category is not (DataCategory.Referral or DataCategory.Case or DataCategory.Plan))
        {
            return No(RefusedBecause.NotTheirsToChange);
        }

        var byConsent = ByConsent();
        var opened = new[] { byConsent, ByDuty(), ByOverride() };

        // 60: each thing rests on the first of the three that opens it.
        var rests = (from thing in Wanted
                     let first = opened.FirstOrDefault(o => o.What.Any(w => w.Part == thing))
                     where first is not null
                     select (Ground: first, What: first.What.First(w => w.Part == thing))).ToList();

        return rests.Count == 0
            ? No(byConsent.No!.Value)
            : new(opened.Last(o => rests.Any(r => r.Ground == o)).Kind, [.. rests.Select(r => r.What)], null);
    }

    private Says ByConsent()
    {
        if (!SecondEngineTables.Purposes(Kind).Contains(asked.Purpose))
        {
            return No(RefusedBecause.NotTheirPurpose); // 46
        }

        var valid = InForce(facts.Consents).Where(c => c.Purpose == asked.Purpose && IsForThem(c.Audience) && IsValid(c)).ToList();

        if (!valid.Any(c => c.Answer is ConsentAnswer.Given && Eight.Any(c.Parts.Contains)))
        {
            return No(RefusedBecause.NoConsent); // 46
        }

        List<ConsentFact> Counting(StoryPartKind part) // 48
        {
            var theirOwn = Age < 18 && valid.Any(c => c.By is DecidedBy.Resident && c.Parts.Contains(part));

            return [.. valid.Where(c => c.Parts.Contains(part) && !(theirOwn && c.By is DecidedBy.Parent))];
        }

        IEnumerable<ConsentFact> Given(StoryPartKind part) => Counting(part).Where(c => c.Answer is ConsentAnswer.Given);

        var parts = ByParts ? Wanted.Select(p => p!.Value).ToList() : [.. Eight];
        var given = parts.Where(p => Given(p).Any()).ToList();
        var open = given.Where(p => Counting(p).All(c => c.Answer is ConsentAnswer.Given)).ToList();

        if (ByParts && given.Count == 0)
        {
            return No(RefusedBecause.PartNotShared); // 49
        }

        if (open.Count == 0)
        {
            return No(RefusedBecause.ConsentRefused); // 49
        }

        var notice = Best(InForce(facts.Notices).Where(n => n.Purpose == asked.Purpose && IsForThem(n.Audience)));

        if (notice is null)
        {
            return No(RefusedBecause.NoNotice); // 50
        }

        List<StoryPartKind?> left = ByParts ? [.. open.Select(p => (StoryPartKind?)p)] : [null];
        left = [.. left.Where(thing => Agreements(thing).Any())];

        if (left.Count == 0)
        {
            return No(RefusedBecause.NoAgreement); // 51
        }

        var (second, kind, missing) = SecondFact();

        if (missing is { } noSecond)
        {
            return No(noSecond); // 52
        }

        if (asked.Category is DataCategory.Place && !MayKnowThePlace())
        {
            return No(RefusedBecause.PlaceIsProtected); // 53
        }

        left = [.. left.Where(thing => !IsRestricted(thing, hardOnly: false))];

        return left.Count == 0 ? No(RefusedBecause.Restricted) // 53
            : LogIsLate ? No(RefusedBecause.LogNotAnchored) // 53
            : Yes(kind, left, thing => // 54
            [
                Best(thing is { } part ? Given(part) : open.SelectMany(Given))!.Id,
                Best(Agreements(thing))!.Id,
                notice.Id,
                .. second is null ? Array.Empty<Guid>() : [second.Id]
            ]);
    }

    private bool IsValid(ConsentFact consent) => consent.By switch // 47
    {
        DecidedBy.Delegate => true,
        DecidedBy.Parent => Age < 18,
        DecidedBy.Attorney or DecidedBy.BestInterests => Findings(FindingKind.LacksCapacity, asked.At, consent.Purpose).Any(),
        _ => AgeAt(consent.From) >= 16 ? !Findings(FindingKind.LacksCapacity, consent.From, consent.Purpose).Any()
            : AgeAt(consent.From) >= 13 && Findings(FindingKind.Competent, consent.From, consent.Purpose).Any()
    };

    private IEnumerable<AgreementFact> Agreements(StoryPartKind? thing) => InForce(facts.Agreements).Where(a => // 51
        a.AgencyId == Actor.AgencyId && a.Purposes.Contains(asked.Purpose) && a.Categories.Contains(asked.Category)
        && (thing is not { } part || a.Parts.Contains(part)));

    private (IFact? Fact, GroundKind Kind, RefusedBecause? Missing) SecondFact() // 52
    {
        switch (asked.Category)
        {
            case DataCategory.Referral or DataCategory.CaseHeader:
                var row = asked.Category is DataCategory.Referral ? asked.Row : null;
                var referral = Best(InForce(facts.Referrals).Where(r => r.AgencyId == Actor.AgencyId && (row is null || r.Id == row)));
                return (referral, GroundKind.ConsentAndReferral, referral is null ? RefusedBecause.NoReferral : null);
            case DataCategory.Case or DataCategory.Plan:
                var file = asked.Category is DataCategory.Case ? asked.Row : null;
                var member = Best(InForce(facts.CareTeam).Where(m => m.AgencyId == Actor.AgencyId
                    && (Actor.Role is Role.PartnerSystem || m.AccountId == Actor.AccountId) && (file is null || m.CaseId == file)));
                return (member, GroundKind.ConsentAndCareTeam, member is null ? RefusedBecause.NotInTheCareTeam : null);
            default:
                return (null, GroundKind.Consent, null);
        }
    }

    private Says ByDuty() // 58
    {
        var open = InForce(facts.Disclosures)
            .Where(d => d.AgencyId == Actor.AgencyId && d.Purpose == asked.Purpose && d.Categories.Contains(asked.Category)).ToList();
        IEnumerable<DisclosureFact> For(StoryPartKind? thing) => open.Where(d => thing is not { } part || d.Parts.Contains(part));

        var second = Writes ? SecondFact() : default;

        return second.Missing is not null || LogIsLate || asked.Category is DataCategory.Place && !MayKnowThePlace()
            ? Nothing
            : Yes(
                GroundKind.LegalDuty,
                Wanted.Where(t => For(t).Any() && !IsRestricted(t, hardOnly: true)),
                t => second.Fact is { } fact ? [Best(For(t))!.Id, fact.Id] : [Best(For(t))!.Id]);
    }

    private Says ByOverride() // 59
    {
        var best = Best(InForce(facts.Overrides).Where(o =>
            o.AccountId == Actor.AccountId && o.AgencyId == Actor.AgencyId && asked.At < o.From.AddMinutes(60)));

        return best is null || Writes || asked.Channel is not Channel.Page || !IsWorker || IsProtected
               || !SecondEngineTables.MayOverride(Kind, Actor.Role)
               || asked.Category is not (DataCategory.Identity or DataCategory.Place or DataCategory.CaseHeader or DataCategory.StoryPart)
            ? Nothing
            : Yes(
                GroundKind.Override,
                Wanted.Where(t => (t is not { } part || SecondEngineTables.MinimumView.Contains(part)) && !IsRestricted(t, hardOnly: true)),
                _ => [best.Id]);
    }

    private bool IsForThem(Audience audience) => // 46, 50
        audience.AgencyId is { } agency ? agency == Actor.AgencyId
        : audience.TeamId is { } team ? IsWorker && team == Actor.TeamId
        : audience.Kind == Kind;
}
