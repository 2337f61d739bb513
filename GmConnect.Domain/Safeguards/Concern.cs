using GmConnect.Domain.Data;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Safeguards;

/// <summary>An answer to "is it safe that others know where you are?", as it is kept: the asking, and where it is not safe the protection.</summary>
internal static class Concern
{
    /// <returns>The matter on the guardian's desk; nothing when it is safe.</returns>
    public static QuestionAsked? Raise<T>(
        GmConnectDbContext database, Door door, Opened<T> opened, bool isSafe, string why, MatterKind kind, DateTime now)
    {
        var (resident, actor) = (opened.Resident, opened.Actor);
        // Asked before the answer is kept: who did not know where the person is does not come to know it by answering.
        var knows = opened.MayKnowPlace && actor.ResidentId != resident.Id;
        door.Admit(database, resident, new PlaceAsked { ResidentId = resident.Id, From = now, RecordedBy = actor.AccountId, Why = why });
        if (isSafe)
        {
            // Who lifts a protection is the guardian: somebody may stand behind the person who says so.
            return opened.Facts.Facts.Protections.Any(p => p.IsInForce(now)) ? PutOnDesk.Now(database, door, opened, kind, ReviewReason.PlaceAtRisk, why, now) : null;
        }

        door.Admit(database, resident, new PlaceProtected
        {
            ResidentId = resident.Id, From = now, RecordedBy = actor.AccountId, Why = why, MayKnow = knows ? [actor.AccountId] : []
        });

        return PutOnDesk.Now(database, door, opened, kind, ReviewReason.PlaceAtRisk, why, now);
    }
}
