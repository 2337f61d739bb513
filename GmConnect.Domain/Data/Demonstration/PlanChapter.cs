using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>The team and the family write the plan, work it off, are late with some of it, and once in a while clash.</summary>
internal sealed class PlanChapter(Chronicle chronicle, CarePlan plan, IReadOnlyList<Shared> shared)
{
    private int _items;
    private int _given = plan.Changes.Count;

    public void Write()
    {
        foreach (var goal in chronicle.Situation.Goals)
        {
            AddGoal(goal);
        }

        foreach (var action in plan.Actions.Where(a => a.IsOpen).ToList())
        {
            WorkOn(action);
        }

        if (plan.Actions.Count > 0 && chronicle.Chance.Bool(0.12f))
        {
            Clash(plan.Actions[0]);
        }

        if (plan.Goals.Count > 1 && chronicle.Chance.Bool(0.2f))
        {
            Edit(AtWork()[0], plan.Goals[^1].Id, PlanField.GoalStatus, GoalStatus.Reached.ToString());
        }

        SayWhatStands();
        GoThroughIt();
    }

    private void SayWhatStands()
    {
        var writer = AtWork()[0];
        foreach (var kind in Enum.GetValues<StatementKind>().Where(_ => chronicle.Chance.Bool(0.7f)))
        {
            plan.AddStatement(kind, chronicle.Chance.ArrayElement(PlanTexts.Of(kind)), chronicle.Time.Today, NowBy(writer)).Value!
                .Give(NextItem(), plan, NextChange());
            Changed(writer);
        }
    }

    /// <summary>Two in three were gone through with the person; now and then the family says something about it.</summary>
    private void GoThroughIt()
    {
        var writer = AtWork()[0];
        if (chronicle.Chance.Bool(0.66f))
        {
            var next = chronicle.Time.Today.AddDays(chronicle.Chance.Number(20, 120));
            plan.Review(new(AgreedWith.Person, null, true, null, next), chronicle.Time.Today, NowBy(writer)).Value!.Give(chronicle.Id("review"));
            Changed(writer);
        }

        if (chronicle.Chance.Bool(0.3f))
        {
            chronicle.Time.Soon();
            plan.Comment(null, chronicle.Chance.ArrayElement(PlanTexts.Comments), chronicle.ByFamily).Value!.Give(chronicle.Id("comment"));
            chronicle.FamilyDid(AccessKind.Changed, DataCategory.Plan);
        }
    }

    private void AddGoal(PlannedGoal planned)
    {
        var writer = AtWork()[0];
        var goal = plan.AddGoal(planned.Words, chronicle.Time.Today, NowBy(writer)).Value!;
        goal.Give(NextItem(), plan, NextChange());
        foreach (var step in planned.Steps)
        {
            var owner = step.By is { } kind ? PermittedOf(kind) : null;
            if (step.By is not null && owner is null)
            {
                // The family has not asked that agency, so it cannot be given anything to do.
                continue;
            }

            var due = PlanValues.Of((DateOnly?)chronicle.Time.Today.AddDays(chronicle.Chance.Number(5, 45)));
            plan.AddAction(goal.Id, step.What, new PlanOwner(owner), due, chronicle.Time.Today, NowBy(writer)).Value!
                .Give(NextItem(), plan, NextChange());
        }

        Changed(writer);
    }

    private void WorkOn(PlanAction action)
    {
        chronicle.Time.After(0, 12);
        var writer = chronicle.Chance.ListItem([.. AtWork()]);
        if (chronicle.Chance.Bool(0.2f))
        {
            var later = chronicle.Time.Today.AddDays(chronicle.Chance.Number(7, 60));
            Edit(writer, action.Id, PlanField.ActionDue, PlanValues.Of((DateOnly?)later));
        }

        if (chronicle.Chance.Bool(0.55f))
        {
            var status = chronicle.Chance.Bool(0.55f) ? ActionStatus.Done : ActionStatus.UnderWay;
            Edit(writer, action.Id, PlanField.ActionStatus, status.ToString());
        }
    }

    private void Edit(Shared writer, Guid item, PlanField field, string wanted)
    {
        plan.Apply([new PlanEdit(item, field, plan.ValueOf(item, field), wanted)], chronicle.Time.Today, NowBy(writer));
        GiveIds();
        Changed(writer);
    }

    /// <summary>The family and a worker change the same words at once: the second one's wait beside the first's.</summary>
    private void Clash(PlanAction action)
    {
        var writer = AtWork()[0];
        var shown = action.What;
        Edit(writer, action.Id, PlanField.ActionWhat, $"{shown}, in the morning");
        chronicle.Time.Soon();
        plan.Apply([new PlanEdit(action.Id, PlanField.ActionWhat, shown, $"{shown}, after school")], chronicle.Time.Today, chronicle.ByFamily);
        GiveIds();
        chronicle.FamilyDid(AccessKind.Changed, DataCategory.Plan);
        if (chronicle.Chance.Bool())
        {
            chronicle.Time.Soon();
            plan.Settle(plan.Changes[^1].Id, chronicle.Chance.Bool(), chronicle.ByFamily);
            GiveIds();
            chronicle.FamilyDid(AccessKind.Changed, DataCategory.Plan);
        }
    }

    private void Changed(Shared writer) =>
        chronicle.WorkerDid(writer.Worker!, AccessKind.Changed, DataCategory.Plan, writer.Consent.Purpose, writer.InCareTeam);

    /// <summary>The lead is always among them.</summary>
    private List<Shared> AtWork() => [.. shared.Where(s => s.IsAtWork(chronicle.Time.Now))];

    private Guid? PermittedOf(AgencyKind kind) =>
        shared.FirstOrDefault(s => s.Agency.Agency.Kind == kind && s.Consent.IsInForce(chronicle.Time.Now))?.Agency.Id;

    private Stamp NowBy(Shared writer) => new(writer.Worker!.Id, chronicle.Time.Soon());

    private Guid NextItem() => chronicle.Id($"item {_items++}");

    private Guid NextChange() => chronicle.Id($"change {_given++}");

    private void GiveIds()
    {
        for (; _given < plan.Changes.Count; _given++)
        {
            plan.Changes[_given].Give(chronicle.Id($"change {_given}"));
        }
    }
}
