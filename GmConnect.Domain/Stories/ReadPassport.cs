using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Domain.Stories;

public sealed record PassportShown(WhoItIs Who, IReadOnlyList<PartRead> Parts);

/// <summary>
/// The story as it is carried about: what the family confirmed, and of it only the parts that the reader may see. A draft is on
/// nobody's paper. Recorded as an export.
/// </summary>
public sealed class ReadPassport(IDbContextFactory<GmConnectDbContext> databases, Door door)
{
    /// <summary>For the person and those who act for them.</summary>
    public Task<Outcome<PassportShown>> ExecuteAsync(Guid residentId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<PassportShown>>(async database =>
        {
            var asking = new Asking(actor, Purpose.OwnRecord, Act.Read, Channel.Export);

            return Show(await door.OpenStoryAsync(database, residentId, asking, cancellationToken));
        }, cancellationToken);

    /// <summary>For a worker of the agency that was handed the person over.</summary>
    public Task<Outcome<PassportShown>> OfReferralAsync(Guid referralId, Actor actor, CancellationToken cancellationToken = default) =>
        databases.InOneSaveAsync<Outcome<PassportShown>>(async database =>
        {
            var asking = Asking.ToRead(actor) with { Channel = Channel.Export };
            var opened = await door.OpenAsync<Referral>(database, referralId, asking, cancellationToken);
            if (!opened.Succeeded || opened.Value.Entity.AgencyId != actor.AgencyId)
            {
                return NotFound.Instance;
            }

            return Show(await door.OpenStoryAsync(
                database, opened.Value.Resident.Id, asking with { Purpose = opened.Value.Entity.Purpose }, cancellationToken));
        }, cancellationToken);

    private static Outcome<PassportShown> Show(Outcome<Opened<IReadOnlyList<ConfirmedPart>>> story) =>
        story.Then<PassportShown>(opened => new PassportShown(WhoItIs.For(opened), [.. opened.Entity.Select(PartRead.Of)]));
}
