using GmConnect.Domain.Agencies;
using GmConnect.Domain.Common;

namespace GmConnect.Domain.Sharing;

public enum Act
{
    Read,
    Write
}

/// <summary>By which way data leaves or enters.</summary>
public enum Channel
{
    /// <summary>Shown on a screen.</summary>
    Page,

    /// <summary>Downloaded or printed.</summary>
    Export,

    /// <summary>Sent to a partner's system, or asked by one.</summary>
    Exchange
}

/// <summary>
/// Who asks, for what and how. <see cref="View"/> names one open page: what it reads again because something changed
/// belongs to the look already recorded.
/// </summary>
/// <param name="Purpose">Nothing: what the asker is here for. The family its own record, oversight oversight, and an agency whichever of its purposes opens it.</param>
public sealed record Asking(Actor Actor, Purpose? Purpose, Act Act, Channel Channel = Channel.Page, Guid? View = null)
{
    public static Asking ToRead(Actor actor, Guid? view = null) => new(actor, null, Act.Read, View: view);

    public static Asking ToRead(Actor actor, Purpose purpose) => new(actor, purpose, Act.Read);

    public static Asking ToWrite(Actor actor, Purpose? purpose = null) => new(actor, purpose, Act.Write);

    /// <summary>In the order in which they are tried.</summary>
    internal IReadOnlyList<Purpose> PurposesFor(AgencyKind? kind) =>
        Purpose is { } one ? [one]
        : Actor.Role.IsCitizen() ? [Sharing.Purpose.OwnRecord]
        : Actor.Role.Oversees() ? [Sharing.Purpose.Oversight]
        // Safety comes last: what a law demands is often disclosed for it to who has nothing for it by permission.
        : kind is { } known && Purposes.For(known) is { Count: > 0 } theirs ? [.. theirs.Append(Sharing.Purpose.Safety).Distinct()]
        : [Sharing.Purpose.Care];
}
