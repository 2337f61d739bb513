namespace GmConnect.Domain.Auditing;

/// <summary>
/// The bytes of an access entry that are sealed. Every column has a line here, in any order that is never changed again; a
/// column added after entries were sealed must be empty (null) for those.
/// </summary>
internal static class CanonicalEntry
{
    public static CanonicalWriter Write(this CanonicalWriter to, AccessEntry entry)
    {
        to.Begin("access-entry/1"u8);
        to.Field("Id"u8, entry.Id);
        to.Field("ResidentId"u8, entry.ResidentId);
        to.Field("At"u8, entry.At);
        to.Field("AccountId"u8, entry.AccountId);
        to.Field("Role"u8, entry.Role);
        to.Field("AgencyId"u8, entry.AgencyId);
        to.Field("Kind"u8, entry.Kind);
        to.Field("Category"u8, entry.Category);
        to.Field("Parts"u8, entry.Parts);
        to.Field("Purpose"u8, entry.Purpose);
        to.Field("Channel"u8, entry.Channel);
        to.Field("Ground"u8, entry.Ground);
        to.Field("GroundFacts"u8, entry.GroundFacts);
        to.Field("Because"u8, entry.Because);
        to.Field("View"u8, entry.View);
        to.Field("Rules"u8, entry.Rules);
        to.Field("Row"u8, entry.Row);
        to.Field("Act"u8, entry.Act);
        to.Field("Wanted"u8, entry.Wanted);

        return to;
    }
}
