using GmConnect.Domain.Common;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.CarePlans;

/// <summary>One field as the writer was first shown it and as they want it.</summary>
public sealed record PlanEdit(Guid ItemId, PlanField Field, string FirstShown, string Wanted);

/// <summary>
/// The one shared plan of a resident: goals in their words, actions with an owner and a day. Several people write at
/// once; a change is compared field by field with the value its writer was first shown, and nobody's words are lost.
/// </summary>
public sealed partial class CarePlan : IConcernsResident<CarePlan>
{
    private readonly List<PlanGoal> _goals = [];
    private readonly List<PlanAction> _actions = [];
    private readonly List<PlanStatement> _statements = [];
    private readonly List<PlanReview> _reviews = [];
    private readonly List<PlanComment> _comments = [];
    private readonly List<PlanChange> _changes = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ResidentId { get; init; }

    public static Subject<CarePlan> Subject { get; } = CarePlanSubjects.Plan;

    public required DateTime BegunAt { get; init; }

    public IReadOnlyList<PlanGoal> Goals => _goals;

    public IReadOnlyList<PlanAction> Actions => _actions;

    public IReadOnlyList<PlanStatement> Statements => _statements;

    public IReadOnlyList<PlanReview> Reviews => _reviews;

    /// <summary>Loaded with the plan: none; a page of them is read when they are shown.</summary>
    public IReadOnlyList<PlanComment> Comments => _comments;

    /// <summary>Loaded with the plan: those clashes that nobody has settled; a page of the others is read when it is shown.</summary>
    public IReadOnlyList<PlanChange> Changes => _changes;

    public PlanReview? LastReview => _reviews.MaxBy(r => r.At);

    public Outcome<PlanGoal> AddGoal(string? text, DateOnly today, Stamp stamp) =>
        PlanValues.Read(PlanField.GoalText, text, today).Then<PlanGoal>(words =>
        {
            var goal = new PlanGoal { PlanId = Id, Text = words, AddedAt = stamp.At };
            _goals.Add(goal);
            Record(goal.Id, PlanField.GoalText, null, words, PlanChangeKind.Added, stamp);

            return goal;
        });

    public Outcome<PlanStatement> AddStatement(StatementKind kind, string? text, DateOnly today, Stamp stamp) =>
        PlanValues.Read(PlanField.StatementText, text, today).Then<PlanStatement>(words =>
        {
            var statement = new PlanStatement { PlanId = Id, Kind = kind, Text = words, AddedAt = stamp.At };
            _statements.Add(statement);
            Record(statement.Id, PlanField.StatementText, null, words, PlanChangeKind.Added, stamp);

            return statement;
        });

    /// <summary>It was gone through with the person, or with who acts for them.</summary>
    public Outcome<PlanReview> Review(ReviewTyped typed, DateOnly today, Stamp stamp) =>
        PlanReview.Of(Id, typed, today, stamp).Then<PlanReview>(review =>
        {
            _reviews.Add(review);

            return review;
        });

    public Outcome<PlanComment> Comment(Guid? itemId, string? words, Stamp stamp)
    {
        var clean = PlainText.Clean(words);
        if (clean.Length is 0 or > PlanComment.WordsMaxLength)
        {
            return new PlanCommentNeeded(clean.Length, PlanComment.WordsMaxLength);
        }

        var comment = new PlanComment { PlanId = Id, ItemId = itemId is { } item && HoldsItem(item) ? item : null, Words = clean, At = stamp.At, By = stamp.By };
        _comments.Add(comment);

        return comment;
    }

    public Outcome<PlanAction> AddAction(
        Guid? goalId, string? what, PlanOwner owner, string? due, DateOnly today, Stamp stamp) =>
        PlanValues.Read(PlanField.ActionWhat, what, today).Then(words =>
            PlanValues.Read(PlanField.ActionDue, due, today).Then<PlanAction>(day =>
            {
                var action = new PlanAction
                {
                    PlanId = Id,
                    GoalId = _goals.Any(g => g.Id == goalId) ? goalId : null,
                    What = words,
                    Owner = owner,
                    Due = PlanValues.Due(day),
                    AddedAt = stamp.At
                };
                _actions.Add(action);
                Record(action.Id, PlanField.ActionWhat, null, words, PlanChangeKind.Added, stamp);

                return action;
            }));

    /// <summary>
    /// Applies what does not clash and keeps what does beside it. An edit of a field nobody else touched is saved; the same
    /// words twice are one change.
    /// </summary>
    /// <returns>The clashes, each with what this writer wrote; the current value stands until they choose.</returns>
    public Outcome<IReadOnlyList<PlanChange>> Apply(IReadOnlyList<PlanEdit> edits, DateOnly today, Stamp stamp)
    {
        var read = new List<(PlanEdit Edit, string Wanted)>();
        // A form gives line ends back in its own way: what was shown is compared in the form in which it is stored.
        var inOurForm = edits.Select(e => e with { FirstShown = PlainText.Clean(e.FirstShown) });
        foreach (var edit in inOurForm.Where(e => Holds(e.ItemId, e.Field) && e.Wanted != e.FirstShown))
        {
            var wanted = PlanValues.Read(edit.Field, edit.Wanted, today);
            if (!wanted.Succeeded)
            {
                return wanted.Refusal;
            }

            if (edit.Field is PlanField.ActionBlockedBy && PlanValues.Item(wanted.Value) is { } first && WaitsFor(first, edit.ItemId))
            {
                return new PlanBlocksItself();
            }

            if (wanted.Value != edit.FirstShown)
            {
                read.Add((edit, wanted.Value));
            }
        }

        var clashes = new List<PlanChange>();
        foreach (var (edit, wanted) in read)
        {
            var current = ValueOf(edit.ItemId, edit.Field);
            if (current == edit.FirstShown)
            {
                Set(edit.ItemId, edit.Field, wanted);
                Record(edit.ItemId, edit.Field, current, wanted, PlanChangeKind.Changed, stamp);
            }
            else if (current != wanted)
            {
                clashes.Add(Waiting(edit, wanted, stamp)
                    ?? Record(edit.ItemId, edit.Field, current, wanted, PlanChangeKind.Clashed, stamp));
            }
        }

        return clashes;
    }

    /// <summary>The writer of a clashing change chooses theirs or the one that stands.</summary>
    public Outcome Settle(Guid changeId, bool takeMine, Stamp stamp)
    {
        var clash = _changes.SingleOrDefault(c => c.Id == changeId && c.By == stamp.By);
        if (clash is null)
        {
            return NotFound.Instance;
        }

        if (clash.Kind is not PlanChangeKind.Clashed)
        {
            return new PlanClashAlreadySettled();
        }

        clash.Kind = takeMine ? PlanChangeKind.ClashWon : PlanChangeKind.ClashGivenUp;
        var current = ValueOf(clash.ItemId, clash.Field);
        if (takeMine && current != clash.Became)
        {
            Set(clash.ItemId, clash.Field, clash.Became);
            Record(clash.ItemId, clash.Field, current, clash.Became, PlanChangeKind.Changed, stamp);
        }

        return Outcome.Done;
    }

    /// <summary>An agency may work here no longer: what it had taken on and not done has no owner until somebody takes it.</summary>
    /// <returns>How many actions.</returns>
    internal int GiveBack(Guid agencyId, Stamp stamp)
    {
        var left = _actions.Where(a => a.OwnerAgencyId == agencyId && a.IsOpen).ToList();
        foreach (var action in left)
        {
            var was = ValueOf(action.Id, PlanField.ActionOwner);
            action.Owner = PlanOwner.Family;
            Record(action.Id, PlanField.ActionOwner, was, "", PlanChangeKind.Changed, stamp);
        }

        return left.Count;
    }

    /// <summary>A worker is not there any more: what was theirs is their agency's.</summary>
    internal void GiveBackOf(Guid accountId, Stamp stamp)
    {
        foreach (var action in _actions.Where(a => a.OwnerAccountId == accountId && a.IsOpen))
        {
            var was = ValueOf(action.Id, PlanField.ActionOwner);
            action.OwnerAccountId = null;
            Record(action.Id, PlanField.ActionOwner, was, ValueOf(action.Id, PlanField.ActionOwner), PlanChangeKind.Changed, stamp);
        }
    }

    /// <summary>What a goal, an action or a statement says now.</summary>
    public string? TextOf(Guid? itemId) => _goals.FirstOrDefault(g => g.Id == itemId)?.Text
        ?? _actions.FirstOrDefault(a => a.Id == itemId)?.What
        ?? _statements.FirstOrDefault(s => s.Id == itemId)?.Text;

    /// <summary>Whether an action must wait: the one before it is not done.</summary>
    public bool IsBlocked(PlanAction action) => action is { IsOpen: true, BlockedBy: not null } && _actions.Any(a => a.Id == action.BlockedBy && a.IsOpen);

    public string ValueOf(Guid itemId, PlanField field) => field switch
    {
        PlanField.GoalText => Goal(itemId).Text,
        PlanField.GoalStatus => Goal(itemId).Status.ToString(),
        PlanField.ActionWhat => Action(itemId).What,
        PlanField.ActionOwner => PlanValues.Of(Action(itemId).Owner),
        PlanField.ActionBlockedBy => PlanValues.Of(Action(itemId).BlockedBy),
        PlanField.StatementText => Statement(itemId).Text,
        PlanField.StatementStatus => Statement(itemId).Status.ToString(),
        PlanField.ActionDue => PlanValues.Of(Action(itemId).Due),
        _ => Action(itemId).Status.ToString()
    };

    /// <summary>The same page posted twice clashes once.</summary>
    private PlanChange? Waiting(PlanEdit edit, string wanted, Stamp stamp) => _changes.FirstOrDefault(c =>
        c.Kind is PlanChangeKind.Clashed && c.By == stamp.By && (c.ItemId, c.Field, c.Became) == (edit.ItemId, edit.Field, wanted));

    private void Set(Guid itemId, PlanField field, string value)
    {
        switch (field)
        {
            case PlanField.GoalText: Goal(itemId).Text = value; break;
            case PlanField.GoalStatus: Goal(itemId).Status = Enum.Parse<GoalStatus>(value); break;
            case PlanField.ActionWhat: Action(itemId).What = value; break;
            case PlanField.ActionOwner: Action(itemId).Owner = PlanValues.Owner(value); break;
            case PlanField.ActionBlockedBy: Action(itemId).BlockedBy = PlanValues.Item(value); break;
            case PlanField.StatementText: Statement(itemId).Text = value; break;
            case PlanField.StatementStatus: Statement(itemId).Status = Enum.Parse<StatementStatus>(value); break;
            case PlanField.ActionDue: Action(itemId).Due = PlanValues.Due(value); break;
            default: Action(itemId).Status = Enum.Parse<ActionStatus>(value); break;
        }
    }

    private bool Holds(Guid itemId, PlanField field) => field switch
    {
        PlanField.GoalText or PlanField.GoalStatus => _goals.Any(g => g.Id == itemId),
        PlanField.StatementText or PlanField.StatementStatus => _statements.Any(s => s.Id == itemId),
        _ => _actions.Any(a => a.Id == itemId)
    };

    private bool HoldsItem(Guid itemId) =>
        _goals.Any(g => g.Id == itemId) || _actions.Any(a => a.Id == itemId) || _statements.Any(s => s.Id == itemId);

    /// <summary>Whether the one waits, through however many, for the other; what is not in the plan makes everything wait.</summary>
    private bool WaitsFor(Guid one, Guid other)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = one; at is { } id && seen.Add(id); at = _actions.SingleOrDefault(a => a.Id == id)?.BlockedBy)
        {
            if (id == other || _actions.All(a => a.Id != id))
            {
                return true;
            }
        }

        return false;
    }

    private PlanStatement Statement(Guid id) => _statements.Single(s => s.Id == id);

    private PlanGoal Goal(Guid id) => _goals.Single(g => g.Id == id);

    private PlanAction Action(Guid id) => _actions.Single(a => a.Id == id);

    private PlanChange Record(Guid itemId, PlanField field, string? was, string became, PlanChangeKind kind, Stamp stamp)
    {
        var change = new PlanChange
        {
            PlanId = Id, ItemId = itemId, Field = field, Was = was, Became = became, Kind = kind, At = stamp.At, By = stamp.By
        };
        _changes.Add(change);

        return change;
    }
}
