using GmConnect.Domain.Exchange;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// What was sent to agencies' systems, all of it long settled: the envelopes of messages whose bodies are gone. Nothing is
/// left waiting, so that a seeded world sends nothing.
/// </summary>
internal static class Deliveries
{
    public static void Sent(Chronicle chronicle, IReadOnlyList<Shared> shared)
    {
        foreach (var one in shared.Where(s => s.Agency.Agency.HasSystem && s.Consent.Parts.Count > 0))
        {
            chronicle.Rows.Add(Message(chronicle, one, MessageKind.StoryShared));
            chronicle.WasSent(one.Agency.Id, DataCategory.StoryPart, one.Consent.Purpose, one.UnderConsent, one.Parts);
        }
    }

    public static void ToldItEnded(Chronicle chronicle, Shared shared)
    {
        if (shared.Agency.Agency.HasSystem)
        {
            chronicle.Rows.Add(Message(chronicle, shared, MessageKind.ConsentWithdrawn));
        }
    }

    private static OutboxMessage Message(Chronicle chronicle, Shared shared, MessageKind kind)
    {
        var (handle, now) = ($"{kind} to {shared.Agency.Agency.Code}", chronicle.Time.Now);

        return new OutboxMessage
        {
            Id = chronicle.Id(handle),
            ResidentId = chronicle.ResidentId,
            AgencyId = shared.Agency.Id,
            Kind = kind,
            ConsentId = shared.Consent.Id,
            Position = now.Ticks,
            WrittenAt = now,
            NextAttemptAt = now,
            SettledAt = now.AddMilliseconds(chronicle.Chance.Number(120, 1_800)),
            Status = MessageStatus.Delivered,
            Attempts = 1,
            AnswerTokenHash = Convert.ToHexStringLower(chronicle.Bytes(handle))
        };
    }
}
