using System.Security.Cryptography;
using System.Text;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GmConnect.Domain.Exchange;

/// <summary>
/// Writes messages to partners in the same save as the change they tell of. An agency without a system of its own gets
/// none: its workers read the inbox.
/// </summary>
public sealed class Outbox(Door door, IOptions<ExchangeOptions> options)
{
    private static long _lastPosition;

    internal async Task WriteStoryAsync(
        GmConnectDbContext database, Resident resident, Story story, ConsentRecord consent, DateTime now, CancellationToken cancellationToken)
    {
        var latest = StoryQuestions.Parts.Select(story.Latest).OfType<ConfirmedPart>();
        await WriteAsync(
            database, resident, consent, MessageKind.StoryShared, now, (agency, place) => EventBody.Story(resident, agency, place, consent, latest), cancellationToken);
    }

    /// <summary>To every agency in the care team that may still know.</summary>
    internal async Task WritePlanAsync(
        GmConnectDbContext database, Resident resident, CarePlan plan, DateTime now, CancellationToken cancellationToken)
    {
        var cases = await door.UnsafeAllOfAsync<CaseFile>(database, resident.Id, cancellationToken);
        var inTeam = cases.Where(c => c.Status.IsLive())
            .SelectMany(c => c.CareTeam).Where(m => m.IsOn(now)).Select(m => m.AgencyId).ToHashSet();
        var consents = (await door.UnsafeAllOfAsync<ConsentRecord>(database, resident.Id, cancellationToken))
            .Where(c => c.IsInForce(now) && inTeam.Contains(c.AgencyId))
            .DistinctBy(c => c.AgencyId);
        foreach (var consent in consents)
        {
            await WriteAsync(
                database, resident, consent, MessageKind.PlanChanged, now, (agency, place) => EventBody.Plan(resident, agency, place, plan), cancellationToken);
        }
    }

    internal Task WriteWithdrawalAsync(
        GmConnectDbContext database, Resident resident, ConsentRecord consent, DateTime now, CancellationToken cancellationToken) =>
        WriteAsync(database, resident, consent, MessageKind.ConsentWithdrawn, now, (_, _) => EventBody.Withdrawal(consent), cancellationToken);

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private async Task WriteAsync(
        GmConnectDbContext database,
        Resident resident,
        ConsentRecord consent,
        MessageKind kind,
        DateTime now,
        Func<Agency, bool, object> data,
        CancellationToken cancellationToken)
    {
        var agency = await (
            from partner in database.PartnerSystems
            where partner.AgencyId == consent.AgencyId && !partner.IsRevoked
            join agencies in database.Agencies on partner.AgencyId equals agencies.Id
            select agencies).SingleOrDefaultAsync(cancellationToken);
        if (agency is null)
        {
            return;
        }

        var place = kind is not MessageKind.ConsentWithdrawn
            && await door.SystemsMayKnowPlaceAsync(database, resident, now, cancellationToken);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var message = new OutboxMessage
        {
            ResidentId = resident.Id,
            AgencyId = agency.Id,
            Kind = kind,
            ConsentId = consent.Id,
            Position = NextPosition(now),
            WrittenAt = now,
            CarriesPlace = place,
            NextAttemptAt = now,
            AnswerTokenHash = HashOf(token)
        };
        var answerTo = new Uri($"{options.Value.PublicAddress}/partner/answers/{token}");
        door.Admit(database, resident, message);
        database.Set<OutboxBody>().Add(new OutboxBody
        {
            MessageId = message.Id,
            Json = EventBody.Write(message, consent.Reference, answerTo, data(agency, place))
        });
        database.TellAfterCommit(Topics.Outbox);
        database.TellAfterCommit(Topics.Exchange);
    }

    /// <summary>Later messages have higher positions, also within one clock tick.</summary>
    private static long NextPosition(DateTime now)
    {
        while (true)
        {
            var last = Volatile.Read(ref _lastPosition);
            var next = Math.Max(now.Ticks, last + 1);
            if (Interlocked.CompareExchange(ref _lastPosition, next, last) == last)
            {
                return next;
            }
        }
    }
}
