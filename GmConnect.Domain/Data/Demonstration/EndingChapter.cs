using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>What changed since: permissions withdrawn, run out or renewed, a story told on, and a last look at the case.</summary>
internal static class EndingChapter
{
    public static void Write(Chronicle chronicle, Story story, IReadOnlyList<Shared> shared, OpenedCase? opened)
    {
        foreach (var one in shared)
        {
            switch (one.Fate)
            {
                case Fate.Withdrawn: Withdraw(chronicle, one, opened); break;
                case Fate.Left: Leave(chronicle, one, opened); break;
                case Fate.Renewed: ShareChapter.Renew(chronicle, story, one); break;
                case Fate.Expired: opened?.File.EndMembershipsOf(one.Agency.Id, new Stamp(chronicle.Household.Teller!.Id, one.Consent.Until)); break;
            }
        }

        if (chronicle.Chance.Bool(0.15f))
        {
            chronicle.Time.After(1, 5);
            StoryChapter.TellMore(chronicle, story);
        }

        if (shared.FirstOrDefault(s => s.IsAtWork(chronicle.Time.Now)) is { } lead)
        {
            chronicle.Time.After(0, 5);
            chronicle.WorkerDid(lead.Worker!, AccessKind.Looked, DataCategory.Case, lead.Consent.Purpose, lead.InCareTeam);
            chronicle.WorkerDid(lead.Worker!, AccessKind.Looked, DataCategory.Plan, lead.Consent.Purpose, lead.InCareTeam);
        }
    }

    private static void Withdraw(Chronicle chronicle, Shared shared, OpenedCase? opened)
    {
        chronicle.Time.After(1, 6);
        shared.Consent.Withdraw(chronicle.ByFamily);
        shared.Referral.Withdraw(chronicle.Time.Now);
        opened?.File.EndMembershipsOf(shared.Agency.Id, chronicle.ByFamily);
        chronicle.FamilyDid(AccessKind.Changed, DataCategory.Consent);
        TellItEnded(chronicle, shared);
    }

    /// <summary>Their part is done, and what their referral opened ends with it.</summary>
    private static void Leave(Chronicle chronicle, Shared shared, OpenedCase? opened)
    {
        chronicle.Time.After(1, 6);
        chronicle.WorkerDid(shared.Worker!, AccessKind.Changed, DataCategory.Case, shared.Consent.Purpose, shared.InCareTeam);
        chronicle.Time.Soon();
        var by = new Stamp(shared.Worker!.Id, chronicle.Time.Now);
        opened?.File.EndMembershipsOf(shared.Agency.Id, by);
        shared.Referral.Close(by);
        Lapse(chronicle, shared);
    }

    /// <summary>What a refused or closed referral opened ends with it.</summary>
    public static void Lapse(Chronicle chronicle, Shared shared)
    {
        shared.Consent.Lapse(chronicle.Time.Now);
        TellItEnded(chronicle, shared);
    }

    private static void TellItEnded(Chronicle chronicle, Shared shared)
    {
        chronicle.Rows.Add(new AgencyNotice
        {
            Id = chronicle.Id($"notice to {shared.Agency.Agency.Code}"),
            AgencyId = shared.Agency.Id,
            ConsentId = shared.Consent.Id,
            ReferralReference = shared.Referral.Reference,
            At = chronicle.Time.Now
        });
        Deliveries.ToldItEnded(chronicle, shared);
    }
}
