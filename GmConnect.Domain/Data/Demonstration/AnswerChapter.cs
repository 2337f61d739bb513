using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>The case that answers a share, and the one plan with it.</summary>
internal sealed record OpenedCase(CaseFile File, CarePlan Plan);

/// <summary>Each agency looks at what it was sent, triages it, and refuses it, opens the case or joins it.</summary>
internal static class AnswerChapter
{
    /// <returns>Nothing when no agency has taken it on yet.</returns>
    public static OpenedCase? Answer(Chronicle chronicle, IReadOnlyList<Shared> shared)
    {
        OpenedCase? opened = null;
        foreach (var one in shared)
        {
            opened = Answer(chronicle, one, opened, shared);
        }

        return opened;
    }

    private static OpenedCase? Answer(Chronicle chronicle, Shared shared, OpenedCase? opened, IReadOnlyList<Shared> all)
    {
        if (shared.Fate is Fate.New && chronicle.Chance.Bool())
        {
            // Nobody there has opened it.
            return opened;
        }

        chronicle.Time.After(0, 2);
        LookAt(chronicle, shared);
        if (shared.Fate is Fate.New)
        {
            return opened;
        }

        Triage(chronicle, shared);
        if (shared.Fate is Fate.Refused)
        {
            chronicle.Time.Soon();
            SayNo(chronicle, shared, all.FirstOrDefault(other => other != shared));
        }
        else if (shared.Fate is Fate.Triaged)
        {
            AskMore(chronicle, shared);
        }
        else
        {
            opened = Accept(chronicle, shared, opened);
        }

        return opened;
    }

    /// <summary>The look is permitted until the very moment of the answer.</summary>
    private static void SayNo(Chronicle chronicle, Shared shared, Shared? other)
    {
        chronicle.WorkerDid(shared.Agency.Triager, AccessKind.Changed, DataCategory.Referral, shared.Consent.Purpose, shared.UnderReferral);
        chronicle.Time.Soon();
        var (why, by) = (chronicle.Chance.ArrayElement(AnswerTexts.WhyNot), By(chronicle, shared.Agency.Triager.Id));
        if (other is not null && chronicle.Chance.Bool(0.4f))
        {
            shared.Referral.Redirect(other.Agency.Id, why, by);
        }
        else
        {
            shared.Referral.Refuse(why, by);
        }

        EndingChapter.Lapse(chronicle, shared);
    }

    private static void AskMore(Chronicle chronicle, Shared shared)
    {
        if (!chronicle.Chance.Bool(0.3f))
        {
            return;
        }

        chronicle.Time.Soon();
        shared.Referral.Ask(chronicle.Chance.ArrayElement(AnswerTexts.Questions), By(chronicle, shared.Agency.Triager.Id));
        shared.Referral.Questions[^1].Give(chronicle.Id($"question by {shared.Agency.Agency.Code}"));
        if (shared.Referral.Pauses.Count > 0)
        {
            shared.Referral.Pauses[^1].Give(chronicle.Id($"pause by {shared.Agency.Agency.Code}"));
        }

        chronicle.WorkerDid(shared.Agency.Triager, AccessKind.Changed, DataCategory.Referral, shared.Consent.Purpose, shared.UnderReferral);
    }

    private static void LookAt(Chronicle chronicle, Shared shared)
    {
        var triager = shared.Agency.Triager;
        chronicle.WorkerDid(triager, AccessKind.Listed, DataCategory.Referral, shared.Consent.Purpose, shared.UnderReferral);
        chronicle.Time.Soon();
        chronicle.WorkerDid(triager, AccessKind.Looked, DataCategory.Referral, shared.Consent.Purpose, shared.UnderReferral);
        if (shared.Parts.Length > 0)
        {
            chronicle.WorkerDid(
                triager, AccessKind.Looked, DataCategory.StoryPart, shared.Consent.Purpose, shared.UnderConsent, shared.Parts);
        }
    }

    private static void Triage(Chronicle chronicle, Shared shared)
    {
        chronicle.Time.Soon();
        shared.Referral.Triage(
            new TriageTaken(
                AnswerTexts.Triaged(chronicle.Chance), TriageReferral.IsOfAge(shared.Referral.ReceivedAt, chronicle.Household.Resident.BirthDate), null, null,
                chronicle.Chance.ArrayElement(AnswerTexts.WhyThisSoon), null),
            By(chronicle, shared.Agency.Triager.Id));
        shared.Referral.LatestTriage!.Give(chronicle.Id($"triage by {shared.Agency.Agency.Code}"));
        chronicle.WorkerDid(shared.Agency.Triager, AccessKind.Changed, DataCategory.Referral, shared.Consent.Purpose, shared.UnderReferral);
    }

    private static OpenedCase Accept(Chronicle chronicle, Shared shared, OpenedCase? opened)
    {
        var worker = shared.Agency.Worker(chronicle.Chance);
        chronicle.Time.After(0, 1);
        chronicle.WorkerDid(worker, AccessKind.Looked, DataCategory.CaseHeader, shared.Consent.Purpose, shared.UnderReferral);
        chronicle.Time.Soon();
        opened ??= Open(chronicle, shared, worker.Id);
        opened.File.AddToCareTeam(worker.Id, shared.Agency.Id, AnswerTexts.RoleOf(shared.Agency.Agency.Kind), By(chronicle, worker.Id));
        shared.Worker = worker;
        shared.Member = opened.File.CareTeam[^1].Give(chronicle.Id($"place of {shared.Agency.Agency.Code}"));
        shared.Referral.Accept(opened.File.Id, By(chronicle, worker.Id));
        chronicle.WorkerDid(worker, AccessKind.Changed, DataCategory.Referral, shared.Consent.Purpose, shared.UnderReferral);

        return opened;
    }

    private static OpenedCase Open(Chronicle chronicle, Shared shared, Guid worker)
    {
        var file = new CaseFile
        {
            Id = chronicle.Id("case"),
            ResidentId = chronicle.ResidentId,
            AgencyId = shared.Agency.Id,
            LeadAccountId = worker,
            Summary = chronicle.Situation.Summary,
            OpenedAt = chronicle.Time.Now
        };
        var plan = new CarePlan { Id = chronicle.Id("plan"), ResidentId = chronicle.ResidentId, BegunAt = chronicle.Time.Now };
        chronicle.Rows.Add(file);
        chronicle.Rows.Add(plan);

        return new OpenedCase(file, plan);
    }

    private static Stamp By(Chronicle chronicle, Guid account) => new(account, chronicle.Time.Now);
}
