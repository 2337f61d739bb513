using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Oversight;

/// <summary>Somebody puts something about a person on the guardian's desk that is about nobody's look.</summary>
internal static class PutOnDesk
{
    public static QuestionAsked Now<T>(
        GmConnectDbContext database, Door door, Opened<T> opened, MatterKind kind, ReviewReason reason, string words, DateTime now)
    {
        var matter = new Matter
        {
            Reference = Reference.New(), ResidentId = opened.Resident.Id, Kind = kind, Reason = reason, AgencyId = opened.Actor.AgencyId, OpenedAt = now,
            OpenedBy = opened.Actor.AccountId, Words = words, DueAt = DueDays.For(kind, reason, now)
        };
        door.Admit(database, opened.Resident, matter);
        database.TellAfterCommit(Topics.Desk);

        return new QuestionAsked(matter.Reference, matter.DueAt);
    }
}
