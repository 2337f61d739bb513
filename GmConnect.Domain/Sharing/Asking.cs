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
    Page,
    Exchange,
    Job
}

/// <summary>
/// Who asks, for what and how. <see cref="View"/> names one open page: what it reads again because something changed
/// belongs to the look already recorded.
/// </summary>
public sealed record Asking(Actor Actor, Purpose Purpose, Act Act, Channel Channel = Channel.Page, Guid? View = null)
{
    public static Asking ToRead(Actor actor, Purpose purpose, Guid? view = null) => new(actor, purpose, Act.Read, View: view);

    public static Asking ToWrite(Actor actor, Purpose purpose) => new(actor, purpose, Act.Write);
}
