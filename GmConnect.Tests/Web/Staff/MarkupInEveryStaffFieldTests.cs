using GmConnect.Web.Staff.CarePlans;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Retention;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.Architecture;
using GmConnect.Tests.TestSupport;
using GmConnect.Web.Citizen.Rights;
using GmConnect.Web.Governance.Agreements;
using GmConnect.Web.Governance.Desk;
using GmConnect.Web.Identity;
using GmConnect.Web.Staff.Cases;
using GmConnect.Web.Staff.Discharge;
using GmConnect.Web.Staff.Inbox;
using GmConnect.Web.Staff.Overrides;
using GmConnect.Web.Staff.Referrals;
using GmConnect.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace GmConnect.Tests.Web.Staff;

/// <summary>Every field that a worker types into, on its real page with the real use case behind it.</summary>
public sealed partial class MarkupInEveryStaffFieldTests : IAsyncDisposable
{
    private readonly HashSet<string> _tried = [];
    private readonly List<BunitContext> _pages = [];
    private Scene _scene = null!;

    [Fact]
    public async Task ScriptAndMarkup_InEveryStaffField_AreShownAsText()
    {
        _scene = await Scene.OpenAsync();
        var (hospital, nursing) = (await _scene.AddAgencyAsync(AgencyKind.Hospital), await _scene.AddAgencyAsync(AgencyKind.CommunityHealth));
        var housing = await _scene.AddAgencyAsync(AgencyKind.HousingAssociation);
        var colleague = await _scene.AddAsync(A.CaseWorker(at: nursing.Agency));
        await _scene.TellStoryAsync();
        var charity = await _scene.AddAgencyAsync(AgencyKind.Voluntary);
        await _scene.ShareAsync(hospital, nursing, housing, charity);

        await TriageAsync(hospital);
        await RefuseAsync(housing);
        await RedirectAsync(charity, hospital);
        var file = await OpenCaseAsync(hospital);
        await _scene.TriageAsync(nursing);
        await JoinAsync(nursing);
        AddToTheTeam(hospital, file, colleague);
        await PlanAsync(hospital, file);
        Shows(Open<InboxPage>(hospital), "case-summary", "case-role");
        var guardian = await OverrideAsync();
        await CorrectionAsync(guardian);
        await ObjectionAsync(guardian, hospital);
        await RetentionAsync(guardian);
        await SafeguardsAsync(hospital, guardian);
        await AgreementAsync(hospital, nursing);
        await HandOnAsync(hospital);
        await NotesAsync(hospital, file);
        DocumentsAsync(hospital, file);
        await StayAsync(hospital, file);
        await AssessmentsAsync(hospital, file);
        await CloseAsync(hospital, file);
        CloseAgency(guardian, housing);

        Assert.Equal(Fields.Order(), _tried.Order());
    }

    /// <summary>As the pages name them; a field of the plan's editor is named after what it edits.</summary>
    private static IEnumerable<string> Fields => SourceTree.CodeUnder("GmConnect.Web/Staff", "GmConnect.Web/Governance").SelectMany(file =>
        Regex.Matches(file.Code, """(?:\bKeep="|<PlanTextField [^>]*Field="PlanField\.)([\w-]+)""").Select(match => match.Groups[1].Value));

    private static string Typed(string field) => $"{field} <script>ran=1</script><img src=x onerror=ran=1><x-ran>\"'&lt;i&gt;";

    private async Task TriageAsync(AgencyOnScene agency)
    {
        var page = await OpenReferralAsync(agency);
        Press(page, "Ask for more");
        Type(page, "ask-words");
        Save(page);
        Shows(page, "ask-words");
        Press(page, "Go on without an answer");
        Press(page, "Triage");
        foreach (var question in TriageRules.Current.Questions.Where(q => q.Form is AnswerOf.YesNo))
        {
            // Those that the answers before make pointless are not asked. Each answer is waited for: while the page is being read again,
            // what is pressed waits its turn.
            var no = $"#triage-{question.Id} input[value=no]";
            if (page.FindAll(no).Count == 1)
            {
                On(page, no, one => one.Change("no"));
                page.WaitForElement($"{no}[checked]");
            }
        }

        foreach (var question in TriageRules.Current.Questions.Where(q => q.Form is not AnswerOf.YesNo))
        {
            On(page, $"#triage-{question.Id}", one => one.Change("0"));
        }

        On(page, "input[name=level][value=P2]", one => one.Change("P2"));
        Type(page, "triage-why");
        Type(page, "triage-note");
        Save(page);
        Shows(page, "triage-why", "triage-note");
    }

    /// <summary>Who refuses or redirects sees it no more; the family reads why.</summary>
    private async Task RefuseAsync(AgencyOnScene agency)
    {
        var page = await OpenReferralAsync(agency);
        Press(page, "Refuse");
        Type(page, "refuse-reason");
        Save(page);
        page.WaitForState(() => page.FindAll("form").Count == 0);
        await FamilyReadsAsync("refuse-reason");
    }

    private async Task RedirectAsync(AgencyOnScene agency, AgencyOnScene to)
    {
        var page = await OpenReferralAsync(agency);
        Press(page, "Redirect");
        On(page, "#redirect-to", one => one.Change($"{to.Id}"));
        Type(page, "redirect-reason");
        Save(page);
        page.WaitForState(() => page.FindAll("form").Count == 0);
        await FamilyReadsAsync("redirect-reason");
    }

    private async Task FamilyReadsAsync(string field)
    {
        var permissions = Expect.Value(await _scene.The<ReadPermissions>().ExecuteAsync(_scene.GeorgesId, _scene.AsGeorge)).Permissions;
        Assert.Contains(permissions, p => p.Progress.Reason == Typed(field));
    }

    /// <summary>What one agency writes to another under a law, both read.</summary>
    private async Task HandOnAsync(AgencyOnScene from)
    {
        var safe = await _scene.AddAgencyAsync(AgencyKind.AdultSocialCare);
        var page = await OpenReferralAsync(from);
        Press(page, "Refer on");
        On(page, "#hand-on-to", one => one.Change($"{safe.Id}"));
        Type(page, "hand-on-words");
        On(page, "input[name=law]", one => one.Change("on"));
        Type(page, "hand-on-not-told");
        Save(page);
        Shows(page, "hand-on-words");
        Shows(await OpenReferralAsync(safe), "hand-on-words");
        var withheld = await _scene.World.ReadAsync(database => database.Set<StandingFact>().OfType<LogWithheld>().ToListAsync());
        Assert.Contains(withheld, w => w.Why == Typed("hand-on-not-told"));
    }

    private async Task<Guid> OpenCaseAsync(AgencyOnScene agency)
    {
        var page = await OpenReferralAsync(agency);
        Press(page, "Open a case");
        Type(page, "case-summary");
        Type(page, "case-role");
        Save(page);
        var file = await CaseOfAsync(agency);
        Shows(OpenCase(agency, file), "case-summary", "case-role");

        return file;
    }

    private async Task JoinAsync(AgencyOnScene agency)
    {
        var page = await OpenReferralAsync(agency);
        Press(page, "Join an open case");
        Type(page, "join-role");
        Save(page);
        Shows(OpenCase(agency, await CaseOfAsync(agency)), "join-role");
    }

    private void AddToTheTeam(AgencyOnScene agency, Guid file, Actor worker)
    {
        var page = OpenCase(agency, file);
        var dialogs = _pages[^1].Render<MudDialogProvider>();
        Press(page, "Add a worker");
        On(dialogs, "select", one => one.Change($"{worker.AccountId}"));
        Type(dialogs, "add-role");
        Press(dialogs, "Add to the team");
        Shows(page, "add-role");
    }

    private async Task PlanAsync(AgencyOnScene agency, Guid file)
    {
        var page = OpenCase(agency, file);
        Press(page, "Add a goal");
        Type(page, "new-goal");
        Save(page);
        Shows(page, "new-goal");
        Press(page, "Add an action");
        Type(page, "new-action");
        Save(page);
        Shows(page, "new-goal", "new-action");

        var plan = Expect.Value(await _scene.The<ReadPlan>().ExecuteAsync(_scene.GeorgesId, agency.AsWorker, null));
        foreach (var (field, item) in new[] { ("GoalText", plan.Goals[0].Id), ("ActionWhat", plan.Actions[0].Id) })
        {
            On(page, $"button[aria-label*='{(field == "GoalText" ? "new-goal" : "new-action")}']", one => one.Click());
            Type(page, field, $"-{item:N}");
            Save(page);
            Shows(page, field);
        }

        Press(page, "Show the history");
        Shows(page, "new-goal", "new-action", "GoalText", "ActionWhat");
        await OtherPartsOfThePlanAsync(agency, page);
    }

    private async Task<Guid> CaseOfAsync(AgencyOnScene agency)
    {
        await Eventually.AsyncIsTrue(async () => (await _scene.ReferralOfAsync(agency)).CaseId is not null);

        return (await _scene.ReferralOfAsync(agency)).CaseId!.Value;
    }

    private async Task<IRenderedComponent<ReferralPage>> OpenReferralAsync(AgencyOnScene agency)
    {
        var referral = (await _scene.ReferralOfAsync(agency)).Id;

        return Open<ReferralPage>(agency, page => page.Add(p => p.ReferralId, referral));
    }

    private IRenderedComponent<CasePage> OpenCase(AgencyOnScene agency, Guid file) => Open<CasePage>(agency, page => page.Add(p => p.CaseId, file));

    private IRenderedComponent<TPage> Open<TPage>(AgencyOnScene agency, Action<ComponentParameterCollectionBuilder<TPage>>? with = null)
        where TPage : IComponent
    {
        var context = new BunitContext();
        _pages.Add(context);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLogging().AddLocalization();
        context.Services.AddMudServices();
        context.Services.AddSingleton<WriteBoardLine>().AddScoped<Toasts>().AddSingleton<RefusalWords>().AddSingleton<DecisionWords>().AddSingleton<CopyWords>().AddScoped<CurrentActor>().AddSingleton(new PlanPresence(_scene.The<LiveUpdates>()));
        context.Services.AddSingleton<AuthenticationStateProvider>(new SignedInAs(agency));
        context.Services.AddFallbackServiceProvider(_scene.The<IServiceProvider>());

        return context.Render(with ?? (_ => { }));
    }

    private static void Press<T>(IRenderedComponent<T> page, string button) where T : IComponent
    {
        page.WaitForState(() => page.FindAll("button").Any(one => one.TextContent.Trim() == button));
        InItsTurn(page, () => page.FindAll("button").First(one => one.TextContent.Trim() == button).Click());
    }

    private void Type<T>(IRenderedComponent<T> page, string field, string suffix = "") where T : IComponent
    {
        page.WaitForElement($"[data-keep='{field}{suffix}']");
        InItsTurn(page, () => page.Find($"[data-keep='{field}{suffix}']").Input(Typed(field)));
        HoldsNone(page);
        _tried.Add(field);
    }

    private static void Save<T>(IRenderedComponent<T> page) where T : IComponent => InItsTurn(page, () => page.Find("form").Submit());

    private static void On<T>(IRenderedComponent<T> page, string css, Action<IElement> act, int at = 0) where T : IComponent
    {
        page.WaitForState(() => page.FindAll(css).Count > at);
        InItsTurn(page, () => act(page.FindAll(css)[at]));
    }

    /// <summary>Found and used without a drawing between the two: the page may be reading again what was told.</summary>
    // Never awaited: what follows would run inside the page's own turn and hold up what it waits for.
    private static void InItsTurn<T>(IRenderedComponent<T> page, Action act) where T : IComponent => _ = page.InvokeAsync(act);

    private static void ShowsBesideAForm(IRenderedComponent<MatterPage> page, params string[] fields)
    {
        page.WaitForAssertion(() => Assert.All(fields, field => Assert.Contains(Typed(field), page.Find("main, .beside").TextContent)));
        HoldsNone(page);
    }

    private static void Shows<T>(IRenderedComponent<T> page, params string[] fields) where T : IComponent
    {
        page.WaitForAssertion(() =>
        {
            Assert.Empty(page.FindAll("form"));
            Assert.All(fields, field => Assert.Contains(Typed(field), string.Concat(page.Nodes.Select(node => node.TextContent))));
        });
        HoldsNone(page);
    }

    private static void HoldsNone<T>(IRenderedComponent<T> page) where T : IComponent => Assert.Empty(page.FindAll("script, img, x-ran"));

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
        {
            await page.DisposeAsync();
        }

        await _scene.DisposeAsync();
    }

    private sealed class SignedInAs(AgencyOnScene agency) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(
            new SignedInPerson(agency.AsWorker, "", agency.Agency.Name).ToPrincipal()));
    }
}
