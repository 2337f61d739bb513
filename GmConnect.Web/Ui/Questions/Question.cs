using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Ui.Questions;

/// <summary>What every question has. Its words and its value come from the page; its error by its name.</summary>
public abstract class Question : ComponentBase
{
    /// <summary>The posted field, for example "Posted.Words".</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>One short sentence without a full stop or a link.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Why we ask, in the person's words.</summary>
    [Parameter]
    public string? Why { get; set; }

    /// <summary>The label is the page's h1: a page with one question.</summary>
    [Parameter]
    public bool AsHeading { get; set; }

    [Parameter]
    public string? Caption { get; set; }

    /// <summary>Adds "(optional)".</summary>
    [Parameter]
    public bool Optional { get; set; }

    [CascadingParameter]
    public FormErrors? Errors { get; set; }

    public string Id => FormErrors.IdOf(Name);

    public virtual string? Error => Errors?[Name];

    public string? DescribedBy
    {
        get
        {
            string?[] ids = [Hint is null ? null : $"{Id}-hint", Why is null ? null : $"{Id}-why", LimitId, Error is null ? null : $"{Id}-error"];
            var known = string.Join(' ', ids.Where(id => id is not null));

            return known.Length == 0 ? null : known;
        }
    }

    protected virtual string? LimitId => null;
}
