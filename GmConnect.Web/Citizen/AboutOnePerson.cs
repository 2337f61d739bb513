using GmConnect.Domain.Common;
using GmConnect.Domain.Residents;
using GmConnect.Web.Identity;
using GmConnect.Web.Ui;
using GmConnect.Web.Ui.Questions;
using Microsoft.AspNetCore.Components;

namespace GmConnect.Web.Citizen;

/// <summary>
/// A page about one person: the address says whom, the sharing decision behind each use case says whether. A posted page
/// saves first and reads only when it must be shown again: one press is not also a look.
/// </summary>
public abstract class AboutOnePerson : ComponentBase
{
    [Parameter]
    public Guid Resident { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected RefusalWords Refusals { get; set; } = null!;

    [Inject]
    protected SaveOrSay Saving { get; set; } = null!;

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private ListPeopleIActFor People { get; set; } = null!;

    protected Actor Actor { get; private set; } = null!;

    protected FormErrors Errors { get; } = new();

    /// <summary>Nothing while a post is being saved.</summary>
    protected PersonIActFor? Person { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        Actor = await Current.GetAsync();
        if (HttpMethods.IsGet(Context.Request.Method) || HttpMethods.IsHead(Context.Request.Method))
        {
            await ReadAllAsync();
        }
    }

    /// <summary>Reads what the page shows, through <see cref="Found{T}"/>.</summary>
    protected abstract Task ReadAsync();

    /// <summary>What was read, or "page not found".</summary>
    protected T? Found<T>(Outcome<T> outcome)
        where T : class
    {
        if (outcome.Succeeded)
        {
            return outcome.Value;
        }

        Navigation.NotFound();

        return null;
    }

    /// <summary>Shows the posted page again: what is wrong, and everything that was typed.</summary>
    protected async Task ShowAgainAsync(Refusal? refusal = null, string field = "")
    {
        if (refusal is NotFound)
        {
            Navigation.NotFound();

            return;
        }

        if (refusal is not null)
        {
            Errors.Add(field, Refusals.For(refusal));
        }

        if (refusal is not NotSavedJustNow)
        {
            await Saving.TryAsync(ReadAllAsync);
        }
    }

    private async Task ReadAllAsync()
    {
        await ReadAsync();
        Person = (await People.ExecuteAsync(Actor)).FirstOrDefault(person => person.ResidentId == Resident);
    }
}
