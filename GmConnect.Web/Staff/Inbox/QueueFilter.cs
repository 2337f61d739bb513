using GmConnect.Domain.Referrals;

namespace GmConnect.Web.Staff.Inbox;

public enum QueueOrder
{
    Due,
    Received,
    Level,
    Name
}

/// <summary>What of a queue is shown, in which order. Nothing is everything.</summary>
/// <param name="Team">A team's id, or <see cref="First"/> for what is in no team's queue.</param>
/// <param name="Level">A level, or <see cref="None"/> for what nobody has triaged.</param>
/// <param name="With">An account's id, or <see cref="None"/> for what nobody has taken.</param>
public sealed record QueueFilter(string Team = "", string Level = "", string With = "", QueueOrder Order = QueueOrder.Due)
{
    public const string First = "first";
    public const string None = "none";

    public IEnumerable<InboxRow> Of(IEnumerable<InboxRow> rows)
    {
        var shown = rows.Where(row =>
            Fits(Team, First, row.TeamId?.ToString()) && Fits(Level, None, row.Level?.ToString()) && Fits(With, None, row.AssignedTo?.ToString()));

        return Order switch
        {
            QueueOrder.Received => shown.OrderBy(row => row.ReceivedAt),
            QueueOrder.Level => shown.OrderBy(row => row.Level ?? (TriageLevel)(-1)),
            QueueOrder.Name => shown.OrderBy(row => row.Name, StringComparer.CurrentCulture),
            // As it was read: the top level, then by the clock.
            _ => shown
        };
    }

    private static bool Fits(string wanted, string nothing, string? has) => wanted.Length == 0 || (wanted == nothing ? has is null : wanted == has);
}
