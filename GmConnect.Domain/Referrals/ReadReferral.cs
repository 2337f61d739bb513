using System.Globalization;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Referrals;

public sealed record PartRead(StoryPartKind Part, int Number, DateTime ConfirmedAt, string? SupportedBy, IReadOnlyList<StoryWords> Words)
{
    internal static PartRead Of(ConfirmedPart part) => new(part.Part, part.Number, part.ConfirmedAt, part.SupportedBy, part.Words);
}

public sealed record CaseToJoin(Guid CaseId, string LeadAgency, string LeadWorker, DateTime OpenedAt, DateTime? ClosedAt);

/// <param name="Explained">Made again from what was answered and the rules of its day.</param>
public sealed record TriageShown(
    Guid TriageId, TriageResult Explained, TriageAnswers Answers, TriageLevel Wanted, string? Why, Guid ById, string By, DateTime At, bool AwaitsSecond, string? SecondBy, bool? SecondAgrees);

public sealed record QuestionAskedShown(Guid QuestionId, string Words, DateTime AskedAt, string? Answer, DateTime? ClosedAt);

/// <param name="SharedBy">Who gave the permission; nothing where it came under a law.</param>
/// <param name="Law">Under which it came, and nothing where a permission opens it.</param>
/// <param name="ReferredBy">The agency whose worker handed it over, and what they wrote.</param>
/// <param name="Known">What the service can answer of the triage itself.</param>
/// <param name="PermittedUntil">The end of the permission, or of what the law opened.</param>
/// <param name="CasesToJoin">Cases already open for the same person; joining one keeps one team on one plan.</param>
public sealed record ReferralShown(
    Guid ReferralId,
    string Reference,
    WhoItIs Who,
    Purpose Purpose,
    ReferralStatus Status,
    DateTime ReceivedAt,
    DateTime PermittedUntil,
    string? SharedBy,
    bool OnBehalf,
    IReadOnlyList<PartRead> Parts,
    string? Law,
    string? ReferredBy,
    string? Words,
    TriageLevel? Level,
    string? TriageReason,
    string? TriagedBy,
    DateTime? TriagedAt,
    IReadOnlyList<TriageShown> Triages,
    IReadOnlyList<QuestionAskedShown> Questions,
    ClockShown Clock,
    bool IsAdult,
    IReadOnlyDictionary<string, string> Known,
    Guid? TeamId,
    Guid? AssignedTo,
    string? AssignedName,
    string? RefusalReason,
    Guid? CaseId,
    IReadOnlyList<CaseToJoin> CasesToJoin,
    IReadOnlyList<CorrectionShown> Corrections);

/// <summary>One referral with the parts of the story that were meant for the worker's agency, and no others.</summary>
public sealed class ReadReferral(IDbContextFactory<GmConnectDbContext> databases, Door door, TimeProvider clock)
{
    public Task<Outcome<ReferralShown>> ExecuteAsync(
        Guid referralId, Actor actor, Guid view, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<ReferralShown>>(async database =>
        {
            var opened = await door.OpenAsync<Referral>(
                database, referralId, Asking.ToRead(actor, view), cancellationToken);
            if (!opened.Succeeded || opened.Value.Entity.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            var (referral, resident) = (opened.Value.Entity, opened.Value.Resident);
            var asking = new Asking(actor, referral.Purpose, Act.Read, View: view);
            var story = await door.OpenStoryAsync(database, resident.Id, asking, cancellationToken);
            var consent = await door.PermissionBehindAsync(database, opened.Value, cancellationToken);
            var disclosure = consent is null ? await door.DisclosureBehindAsync(database, opened.Value, cancellationToken) : null;
            if (consent is null && disclosure is null)
            {
                return NotFound.Instance;
            }

            var from = await database.Agencies.AsNoTracking().Where(a => a.Id == referral.ReferredByAgency).Select(a => a.Name).SingleOrDefaultAsync(cancellationToken);
            var people = referral.Triages.SelectMany(t => new[] { t.By, t.SecondBy }).Append(consent?.GivenBy).Append(referral.AssignedTo).OfType<Guid>().ToList();
            var names = await database.Accounts.AsNoTracking().Where(a => people.Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);

            return new ReferralShown(
                referral.Id,
                referral.Reference,
                WhoItIs.For(opened.Value),
                referral.Purpose,
                referral.Status,
                referral.ReceivedAt,
                consent?.Until ?? disclosure!.Until!.Value,
                consent is null ? null : names[consent.GivenBy],
                consent?.UnderDelegation is not null,
                story.Succeeded
                    ? [.. story.Value.Entity.Select(PartRead.Of)]
                    : [],
                disclosure?.Law,
                from,
                referral.Words,
                referral.Level,
                referral.TriageReason,
                referral.TriagedBy is { } by ? names[by] : null,
                referral.TriagedAt,
                [.. referral.Triages.OrderByDescending(t => t.At).Select(t => new TriageShown(
                    t.Id, t.Explain(), TriageAnswers.Of(t.Answers), t.Wanted, t.Why, t.By, names[t.By], t.At, t.AwaitsSecond, t.SecondBy is { } second ? names[second] : null, t.SecondAgrees))],
                [.. referral.Questions.OrderByDescending(q => q.AskedAt).Select(q => new QuestionAskedShown(q.Id, q.Words, q.AskedAt, q.Answer, q.ClosedAt))],
                ClockShown.Of(referral, clock.UtcNow()),
                TriageReferral.IsAdult(opened.Value),
                await KnownAsync(database, opened.Value, cancellationToken),
                referral.TeamId,
                referral.AssignedTo,
                referral.AssignedTo is { } holder ? names[holder] : null,
                referral.RefusalReason,
                referral.CaseId,
                referral.Status.IsOpen() ? await CasesToJoinAsync(database, resident, asking, cancellationToken) : [],
                await CorrectionShown.BesideAsync(database, door, resident, asking, DataCategory.Referral, referral.Id, cancellationToken));
        }, cancellationToken);

    private static readonly TimeSpan _again = TimeSpan.FromDays(30);

    /// <summary>
    /// What need not be asked: whether the agency heard of them in the 30 days before, and, for who may read the plan, how many
    /// agencies have open tasks in it and whether something keeps them in hospital. What cannot be known is left to ask.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, string>> KnownAsync(
        GmConnectDbContext database, Opened<Referral> opened, CancellationToken cancellationToken)
    {
        var (referral, resident) = (opened.Entity, opened.Resident);
        var before = (await door.UnsafeAllOfAsync<Referral>(database, resident.Id, cancellationToken)).Any(r => r.Id != referral.Id
            && r.AgencyId == referral.AgencyId && r.ReceivedAt < referral.ReceivedAt && r.ReceivedAt >= referral.ReceivedAt - _again);
        var known = new Dictionary<string, string> { ["contact-30-days"] = before ? TriageAnswers.Yes : TriageAnswers.No };
        // Looked at only where it is about to be triaged.
        if (referral.Status.IsOpen() && opened.May(Act.Read, DataCategory.Plan))
        {
            var plans = await door.AllAboutAsync<CarePlan>(database, resident, opened.Asking with { Act = Act.Read }, null, cancellationToken);
            known["agencies"] = plans.SelectMany(p => p.Actions).Where(a => a.IsOpen)
                .Select(a => a.OwnerAgencyId).OfType<Guid>().Distinct().Count().ToString(CultureInfo.InvariantCulture);
            var stays = await door.AllAboutAsync<HospitalStay>(database, resident, opened.Asking with { Act = Act.Read }, null, cancellationToken);
            if (stays.FirstOrDefault(s => s is { Status: StayStatus.InHospital, LastReview: not null }) is { } stay)
            {
                var isBlocked = stay.IsHeldUp(plans.SelectMany(p => p.ActionsOf(stay.Id)), clock.UtcNow());
                known["discharge-blocked"] = isBlocked ? TriageAnswers.Yes : TriageAnswers.No;
            }
        }

        return known;
    }

    private async Task<IReadOnlyList<CaseToJoin>> CasesToJoinAsync(
        GmConnectDbContext database, Resident resident, Asking asking, CancellationToken cancellationToken)
    {
        var open = (await door.AllAboutAsync<CaseFile>(database, resident, asking, DataCategory.CaseHeader, cancellationToken))
            .Where(c => c.Status.IsLive() || c.AgencyId == asking.Actor.AgencyId)
            .ToList();
        var leads = open.Select(c => c.LeadAccountId).ToList();
        var names = await database.Accounts.AsNoTracking().Where(a => leads.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
        var ids = open.Select(c => c.AgencyId).ToList();
        var agencies = await database.Agencies.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

        return [.. open.OrderBy(c => c.OpenedAt).Select(c => new CaseToJoin(c.Id, agencies[c.AgencyId], names[c.LeadAccountId], c.OpenedAt, c.Status.IsLive() ? null : c.Closing!.At))];
    }
}
