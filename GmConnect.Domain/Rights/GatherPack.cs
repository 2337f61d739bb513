using GmConnect.Domain.Assessments;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.ComingOfAge;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Households;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Rights;

/// <summary>
/// Everything that is held about a person, piece by piece, as far as who asks may read it: each category is asked of the door and
/// recorded. What somebody other than the person wrote in their own words, and what is told of others, needs the guardian's look;
/// looks that are withheld are not in it at all.
/// </summary>
internal sealed class GatherPack(GmConnectDbContext database, Door door, Opened<Resident> entered, Asking asking)
{
    private readonly List<PackItem> _items = [];

    private Dictionary<Guid, string> _agencies = [];
    private Dictionary<Guid, string> _people = [];

    public async Task<IReadOnlyList<PackItem>> ExecuteAsync(CancellationToken cancellationToken)
    {
        _agencies = await database.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var (stories, parts) = (await AllAsync<Story>(cancellationToken), await AllAsync<ConfirmedPart>(cancellationToken));
        var (consents, delegations) = (await AllAsync<ConsentRecord>(cancellationToken), await AllAsync<Delegation>(cancellationToken));
        var (referrals, cases) = (await AllAsync<Referral>(cancellationToken), await AllAsync<CaseFile>(cancellationToken));
        var (facts, matters) = (await AllAsync<StandingFact>(cancellationToken), await AllAsync<Matter>(cancellationToken));
        _people = await NamesAsync(
            [
                .. stories.SelectMany(s => s.Answers).Select(a => a.By), .. parts.Select(p => p.ConfirmedBy), .. consents.Select(c => c.GivenBy),
                .. delegations.Select(d => d.DelegateId), .. facts.Select(f => f.RecordedBy), .. matters.Select(m => m.OpenedBy).OfType<Guid>()
            ],
            cancellationToken);

        stories.SelectMany(s => s.Answers).ToList().ForEach(Add);
        parts.ToList().ForEach(Add);
        consents.ToList().ForEach(Add);
        delegations.ToList().ForEach(Add);
        // What may not be told yet is in no copy and in no queue: neither the looks nor what they rested on.
        var withheld = facts.OfType<LogWithheld>().Where(w => w.IsInForce(entered.Request.At)).Select(w => w.GroundId).ToHashSet();
        facts.Where(f => f is not LogWithheld && !withheld.Contains(f.Id)).ToList().ForEach(Add);
        referrals.ToList().ForEach(Add);
        cases.ToList().ForEach(Add);
        (await AllAsync<CaseNote>(cancellationToken)).ToList().ForEach(Add);
        (await AllAsync<CaseDocument>(cancellationToken)).ToList().ForEach(Add);
        (await AllAsync<HouseholdPlace>(cancellationToken)).ToList().ForEach(Add);
        (await AllAsync<Assessment>(cancellationToken)).ToList().ForEach(Add);
        foreach (var plan in await AllAsync<CarePlan>(cancellationToken))
        {
            Add(plan, await door.InsideAsync(database, entered.With(plan), p => p.Comments, rows => rows, cancellationToken));
        }

        (await AllAsync<HospitalStay>(cancellationToken)).ToList().ForEach(Add);
        (await AllAsync<OutboxMessage>(cancellationToken)).ToList().ForEach(Add);
        (await AllAsync<BirthdayNotice>(cancellationToken)).ToList().ForEach(Add);
        await AddLooksAsync(cancellationToken);
        var corrections = (await AllAsync<Correction>(cancellationToken)).ToDictionary(c => c.MatterId);
        matters.Where(m => m.Kind is not (MatterKind.Retention or MatterKind.SubjectAccess) && !(m.OverrideId is { } made && withheld.Contains(made)))
            .ToList().ForEach(m => Add(m, corrections.GetValueOrDefault(m.Id)));

        return [.. _items.OrderBy(i => i.Section).ThenBy(i => i.At).ThenBy(i => i.Key, StringComparer.Ordinal)];
    }

    private Task<IReadOnlyList<T>> AllAsync<T>(CancellationToken cancellationToken)
        where T : class, IConcernsResident<T> =>
        door.AllAboutAsync<T>(database, entered.Resident, asking, null, cancellationToken);

    private async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> accounts, CancellationToken cancellationToken)
    {
        var ids = accounts.Distinct().ToList();

        return await database.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
    }

    private void Add(StoryAnswer answer) => Add(
        PackSection.Story, answer.Id, answer.At, StoryQuestions.Find(answer.Question)?.Part is StoryPartKind.PeopleInvolved,
        ("Question", answer.Question), ("Words", answer.Text), ("By", Person(answer.By)));

    private void Add(ConfirmedPart part) => Add(
        PackSection.ConfirmedParts, part.Id, part.ConfirmedAt, part.Part is StoryPartKind.PeopleInvolved,
        ("Part", part.Part), ("Version", part.Number), ("By", Person(part.ConfirmedBy)),
        ("Words", string.Join("\n\n", part.Words.Select(w => w.Text))));

    private void Add(ConsentRecord consent) => Add(
        PackSection.Permissions, consent.Id, consent.From, false,
        ("Reference", consent.Reference), ("Agency", Agency(consent.AgencyId)), ("For", consent.Purpose),
        ("Answer", consent.Answer), ("GivenBy", Person(consent.GivenBy)), ("Until", consent.Until), ("Withdrawn", consent.WithdrawnAt),
        ("Wording", consent.Wording), ("WordingHash", consent.WordingHash), ("Language", consent.Language));

    private void Add(Delegation delegation) => Add(
        PackSection.Delegations, delegation.Id, delegation.From, false,
        ("Person", Person(delegation.DelegateId)), ("Relationship", delegation.Relationship), ("Scope", delegation.Scope),
        ("Until", delegation.Until), ("Ended", delegation.EndedAt), ("Witness", delegation.WitnessedBy));

    private void Add(StandingFact fact) => Add(
        PackSection.Facts, fact.Id, fact.From, fact is not NoticeGiven,
        ("Fact", fact.GetType().Name), ("Agency", Agency((fact as NoticeGiven)?.AgencyId ?? (fact as OverrideMade)?.AgencyId ?? (fact as DisclosureDecided)?.AgencyId)),
        ("By", Person(fact.RecordedBy)), ("Until", fact.Until), ("Ended", fact.EndedAt), ("Words", fact.Why));

    private void Add(BirthdayNotice notice) => Add(
        PackSection.Facts, notice.Id, notice.WrittenAt, false, ("Fact", nameof(BirthdayNotice)), ("Age", notice.Age), ("MonthsBefore", notice.MonthsBefore));

    private void Add(Referral referral) => Add(
        PackSection.Referrals, referral.Id, referral.ReceivedAt, referral.Triages.Count > 0 || referral.RefusalReason is not null || referral.Words is not null,
        ("Reference", referral.Reference), ("Agency", Agency(referral.AgencyId)), ("For", referral.Purpose), ("State", referral.Status),
        ("ReferredBy", Agency(referral.ReferredByAgency)), ("Words", referral.Words),
        ("Level", referral.Level), ("Triaged", string.Join("; ", referral.Triages.OrderBy(t => t.At).Select(TriageInWords))), ("TriageReason", referral.TriageReason), ("RefusalReason", referral.RefusalReason),
        ("Asked", string.Join("; ", referral.Questions.OrderBy(q => q.AskedAt).Select(q => q.Answer is null ? q.Words : $"{q.Words} {q.Answer}"))));

    private static string TriageInWords(ReferralTriage triage) => string.Join(", ", TriageAnswers.Of(triage.Answers).Given
        .Select(a => $"{a.Key}: {a.Value}").Prepend(triage.Computed == triage.Wanted ? $"{triage.Computed}" : $"{triage.Computed} > {triage.Wanted}: {triage.Why}"));

    private void Add(CaseFile file) => Add(
        PackSection.Cases, file.Id, file.OpenedAt, true,
        ("Agency", Agency(file.AgencyId)), ("Aim", file.Summary), ("State", file.Status),
        ("Team", string.Join("; ", file.CareTeam.Select(m => $"{Agency(m.AgencyId)}: {m.Role}"))),
        ("Closed", file.Status.IsLive() ? null : file.Closing?.At), ("ClosedBecause", file.Status.IsLive() ? null : file.Closing?.Because),
        ("Words", file.Status.IsLive() ? null : file.Closing?.Words));

    private void Add(CaseNote note) => Add(
        PackSection.Cases, note.Id, note.At, true,
        ("Note", note.Words), ("Agency", Agency(note.AgencyId)), ("Readers", note.Audience), ("HappenedOn", note.HappenedOn), ("StruckOut", note.StruckOutBecause));

    private void Add(CaseDocument document) => Add(
        PackSection.Cases, document.Id, document.AddedAt, true,
        ("Document", document.Title), ("Agency", Agency(document.AgencyId)), ("Readers", document.Audience), ("Until", document.KeepUntil), ("Removed", document.RemovedAt));

    /// <summary>With whom is the other's to tell.</summary>
    private void Add(HouseholdPlace place) => Add(
        PackSection.Cases, place.Id, place.ProposedAt, true, ("Household", place.Answer), ("Agency", Agency(place.AgencyId)), ("Answered", place.AnsweredAt));

    /// <summary>What was replaced by a later answer is not said of them any more, and is not in it.</summary>
    private void Add(Assessment assessment) => Add(
        PackSection.Cases, assessment.Id, assessment.StartedAt, true,
        ("Assessment", assessment.Form.Title), ("Agency", Agency(assessment.AgencyId)), ("Readers", assessment.Audience), ("State", assessment.Status),
        ("Words", string.Join("\n\n", assessment.Form.Questions.SelectMany(q => assessment.Standing(q.Id), (q, a) => $"{q.Text}\n{AssessmentValues.InWords(q, a.Value)}"))));

    private void Add(CarePlan plan, IReadOnlyList<PlanComment> comments)
    {
        foreach (var goal in plan.Goals)
        {
            Add(PackSection.Plan, goal.Id, goal.AddedAt, false, ("Goal", goal.Text), ("State", goal.Status));
        }

        foreach (var action in plan.Actions)
        {
            Add(
                PackSection.Plan, action.Id, action.AddedAt, false,
                ("Action", action.What), ("Agency", Agency(action.OwnerAgencyId)), ("Due", action.Due), ("State", action.Status));
        }

        foreach (var statement in plan.Statements)
        {
            Add(PackSection.Plan, statement.Id, statement.AddedAt, false, ("Statement", statement.Kind), ("Words", statement.Text), ("State", statement.Status));
        }

        foreach (var review in plan.Reviews)
        {
            Add(
                PackSection.Plan, review.Id, review.At, false,
                ("AgreedWith", review.With), ("Person", review.Name), ("Agreed", review.Agreed), ("Words", review.Why), ("Until", review.NextOn));
        }

        foreach (var comment in comments)
        {
            Add(PackSection.Plan, comment.Id, comment.At, false, ("Comment", comment.Words));
        }
    }

    private void Add(HospitalStay stay) => Add(
        PackSection.Plan, stay.Id, stay.BegunAt, true,
        ("Stay", stay.Ward), ("Agency", Agency(stay.AgencyId)), ("Admitted", stay.AdmittedOn), ("State", stay.Status), ("WhatMustBeTrue", stay.WhatMustBeTrue),
        ("Expected", string.Join("; ", stay.ExpectedDates.OrderBy(d => d.At).Select(d => $"{d.Day:yyyy-MM-dd} {d.Why}".TrimEnd()))),
        ("Criteria", string.Join("; ", stay.Reviews.OrderBy(r => r.At).Select(r => $"{LondonTime.DayOf(r.At):yyyy-MM-dd} {string.Join(", ", r.Criteria.Select(NameOf))}".TrimEnd()))),
        ("Pathway", string.Join("; ", stay.Pathways.OrderBy(p => p.At).Select(p => $"{p.Pathway} {p.Why}".TrimEnd()))),
        ("HeldUp", string.Join("; ", stay.Blockers.OrderBy(b => b.From).Select(b => DischargeCodes.Current.Reason(b.Reason)?.Name))),
        ("AskedAtHome", string.Join(", ", LeavingTasks.Answers(stay.Needs).Order(StringComparer.Ordinal))),
        ("ToldCarer", string.Join(", ", stay.CarersTold.OrderBy(t => t.At).Select(t => t.Name))),
        ("Doses", string.Join(", ", stay.Doses.OrderBy(d => d.Day).Select(d => $"{d.Day:yyyy-MM-dd}"))), ("Left", stay.LeftAt), ("Words", stay.LeavingWhy));

    private static string? NameOf(string criterion) => DischargeCodes.Current.Criterion(criterion)?.Name;

    private void Add(OutboxMessage message) => Add(
        PackSection.Messages, message.Id, message.WrittenAt, false,
        ("Message", message.Kind), ("Agency", Agency(message.AgencyId)), ("State", message.Status), ("Settled", message.SettledAt));

    private void Add(Matter matter, Correction? correction) => Add(
        PackSection.Questions, matter.Id, matter.OpenedAt, matter.Kind is MatterKind.Review,
        ("Reference", matter.Reference), ("Matter", matter.Kind), ("By", matter.OpenedBy is { } by ? Person(by) : null), ("Words", matter.Words),
        ("ShouldSay", correction?.ShouldSay), ("Outcome", correction?.Outcome), ("Reply", correction?.Reply),
        ("AnswerGiven", matter.Answer), ("Closed", matter.ClosedAt));

    private async Task AddLooksAsync(CancellationToken cancellationToken)
    {
        var log = await door.EnterAsync(database, entered.Resident.Id, DataCategory.AccessLog, asking, null, cancellationToken);
        if (!log.Succeeded)
        {
            return;
        }

        var entries = await door.ShownOfAsync(database, log.Value, rows => rows.OrderBy(e => e.At).ThenBy(e => e.Id), cancellationToken);
        var names = await LookNames.LoadAsync(database, door, log.Value, entries, cancellationToken);
        foreach (var look in entries.Select(e => names.Show([e])))
        {
            Add(
                PackSection.Looks, look.EntryId, look.At, false,
                ("By", look.Who), ("Agency", look.Agency), ("Did", look.Kind), ("Category", look.Categories[0]),
                ("Parts", string.Join(", ", look.Parts)), ("For", look.Purpose), ("Ground", look.Ground));
        }
    }

    private void Add(PackSection section, Guid id, DateTime at, bool needsLook, params (string Name, object? Value)[] fields) =>
        _items.Add(new PackItem(
            $"{section}/{id:N}", section, at, needsLook,
            [.. fields.Where(f => f.Value is not (null or "")).Select(f => new PackField(f.Name, f.Value!))]));

    private string? Agency(Guid? id) => id is { } known ? _agencies.GetValueOrDefault(known) : null;

    private string? Person(Guid id) => _people.GetValueOrDefault(id);
}
