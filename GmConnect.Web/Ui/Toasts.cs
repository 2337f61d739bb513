namespace GmConnect.Web.Ui;

public enum ToastKind
{
    Done,
    Told,
    Failed
}

/// <summary>One short message; <paramref name="undo"/> puts a button beside it. No record: the same words twice are two messages.</summary>
public sealed class Toast(string text, ToastKind kind = ToastKind.Done, Func<Task>? undo = null)
{
    public string Text { get; } = text;

    public ToastKind Kind { get; } = kind;

    public Func<Task>? Undo { get; } = undo;
}

/// <summary>
/// Short messages of a staff page, in place of MudSnackbar (whose inline keyframes the content policy refuses).
/// One per circuit: the page says, the layout's <c>ToastArea</c> shows.
/// </summary>
public sealed class Toasts
{
    public event Action<Toast>? Said;

    public void Done(string text, Func<Task>? undo = null) => Said?.Invoke(new Toast(text, ToastKind.Done, undo));

    public void Tell(string text) => Said?.Invoke(new Toast(text, ToastKind.Told));

    public void Failed(string text) => Said?.Invoke(new Toast(text, ToastKind.Failed));
}
