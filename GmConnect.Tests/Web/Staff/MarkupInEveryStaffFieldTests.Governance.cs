using GmConnect.Web.Staff.CarePlans;
using System.Text.RegularExpressions;
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
using GmConnect.Web.Governance.Closures;
using GmConnect.Web.Governance.Desk;
using GmConnect.Web.Identity;
using GmConnect.Web.Staff.Cases;
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

/// <content>What is written to the guardian, and what the guardian writes.</content>
public sealed partial class MarkupInEveryStaffFieldTests
{
    /// <summary>What the worker wrote the guardian reads, and the guardian's words stand beside it.</summary>
    private async Task<AgencyOnScene> OverrideAsync()
    {
        var page = Open<FindPersonPage>(await _scene.AddAgencyAsync(AgencyKind.Police));
        On(page, "#name", one => one.Input(_scene.George.FullName));
        On(page, "#born", one => one.Change($"{_scene.George.BirthDate:yyyy-MM-dd}"));
        Save(page);
        On(page, "input[value=LifeAtRisk]", one => one.Change("LifeAtRisk"));
        Type(page, "override-why");
        On(page, ".tick input", one => one.Change(true));
        Type(page, "override-not-told");
        On(page, "form", one => one.Submit(), 1);

        var office = A.Agency(AgencyKind.Oversight);
        var guardian = A.Worker(Role.DataGuardian, office);
        await _scene.World.SaveAsync(office, guardian);
        await Eventually.AsyncIsTrue(async () => (await DeskAsync(guardian)).Count == 1);
        var matter = (await DeskAsync(guardian))[0].MatterId;
        var desk = Open<MatterPage>(new AgencyOnScene(office, guardian), with => with.Add(p => p.MatterId, matter));
        On(desk, "input[value=Justified]", one => one.Change("Justified"));
        Type(desk, "matter-answer");
        Save(desk);
        Shows(desk, "override-why", "override-not-told", "matter-answer");

        return new AgencyOnScene(office, guardian);
    }

    private async Task CorrectionAsync(AgencyOnScene guardian)
    {
        Expect.Value(await _scene.The<AskForCorrection>().ExecuteAsync(
            _scene.GeorgesId, new CorrectionTyped(CorrectedThing.SomethingElse, null, "It is wrong.", "It is right."), _scene.AsHelen));
        var desk = await OpenMatterAsync(guardian, MatterKind.Correction);
        On(desk, "input[value=CorrectedInPart]", one => one.Change("CorrectedInPart"));
        Type(desk, "correction-now");
        Type(desk, "correction-why");
        Save(desk);
        Shows(desk, "correction-now", "correction-why");
    }

    private async Task ObjectionAsync(AgencyOnScene guardian, AgencyOnScene hospital)
    {
        Expect.Value(await _scene.The<AskToStop>().ExecuteAsync(_scene.GeorgesId, hospital.Id, "I do not want it.", _scene.AsHelen));
        var desk = await OpenMatterAsync(guardian, MatterKind.Objection);
        desk.WaitForState(() => desk.FindAll("input[name=stops]").Count == 2);
        On(desk, "input[name=stops]", one => one.Change("on"), 1);
        Type(desk, "objection-ground");
        Type(desk, "objection-why");
        Save(desk);
        Shows(desk, "objection-ground", "objection-why");
    }

    private async Task RetentionAsync(AgencyOnScene guardian)
    {
        await _scene.World.SaveAsync(new Matter
        {
            Reference = Reference.New(), ResidentId = _scene.GeorgesId, Kind = MatterKind.Retention, Record = RecordClass.WholeRecord,
            OpenedAt = _scene.World.Now, DueAt = _scene.World.Now.AddDays(30)
        });
        var desk = await OpenMatterAsync(guardian, MatterKind.Retention);
        Press(desk, "Destroy it");
        Type(desk, "retention-destroy");
        On(desk, ".tick input", one => one.Change(true));
        Save(desk);
        // It is in use, so it stays, and so does what was typed.
        desk.WaitForAssertion(() => Assert.Contains("It cannot be destroyed", desk.Find("[role=alert]").TextContent));
        HoldsNone(desk);
        Press(desk, "Cancel");
        Press(desk, "Keep it");
        Type(desk, "retention-keep");
        Save(desk);
        Shows(desk, "retention-keep");
    }

    /// <summary>What the worker tells the guardian, and what the guardian records of it.</summary>
    private async Task SafeguardsAsync(AgencyOnScene hospital, AgencyOnScene guardian)
    {
        var page = await OpenReferralAsync(hospital);
        Press(page, "Tell the guardian");
        On(page, "input[value=SomethingElse]", one => one.Change("SomethingElse"));
        Type(page, "tell-guardian-words");
        Save(page);
        page.WaitForState(() => page.FindAll("form").Count == 0);

        var desk = await OpenMatterAsync(guardian, MatterKind.Review);
        Press(desk, "Record a finding");
        Type(desk, "finding-judged");
        Type(desk, "finding-consulted");
        Type(desk, "safeguard-why");
        Save(desk);
        ShowsBesideAForm(desk, "tell-guardian-words", "finding-judged", "finding-consulted", "safeguard-why");
        Press(desk, "Disclose under a law");
        On(desk, "#disclose-to", one => one.Change($"{hospital.Id}"));
        On(desk, "#disclose-law", one => one.Change("another"));
        Type(desk, "disclose-which-law");
        On(desk, ".choices .tick input", one => one.Change(true));
        Type(desk, "disclose-not-told");
        Type(desk, "safeguard-why");
        On(desk, "#safeguard-until", one => one.Change($"{_scene.World.Clock.Today().AddDays(5):yyyy-MM-dd}"));
        Save(desk);
        ShowsBesideAForm(desk, "disclose-which-law");
    }

    private void CloseAgency(AgencyOnScene guardian, AgencyOnScene agency)
    {
        var page = Open<AgenciesPage>(guardian);
        page.WaitForElement("tbody button");
        InItsTurn(page, () => page.FindAll("tbody button").Single(button => button.TextContent.Contains(agency.Agency.Name, StringComparison.Ordinal)).Click());
        Type(page, "close-agency");
        On(page, "form input[type=checkbox]", one => one.Change(true));
        Save(page);
        Shows(page, "close-agency");
    }

    private async Task AgreementAsync(AgencyOnScene hospital, AgencyOnScene nursing)
    {
        var lead = A.Worker(Role.GovernanceLead, hospital.Agency);
        await _scene.World.SaveAsync(lead);
        var page = Open<AgreementDraftPage>(new AgencyOnScene(hospital.Agency, lead));
        page.WaitForState(() => page.FindAll("[id^='party-']").Count == 2);
        On(page, "[id^='party-']", one => one.Change($"{nursing.Id}"), 1);
        foreach (var tick in new[] { 0, page.FindAll(".tick").Select((one, at) => (one, at)).First(one => one.one.TextContent.Contains("who the person is", StringComparison.Ordinal)).at })
        {
            On(page, ".tick input", one => one.Change(true), tick);
        }

        string[] fields = ["draft-title", "draft-dpia", "draft-rights", "draft-why"];
        foreach (var field in fields)
        {
            Type(page, field);
        }

        Save(page);
        // The reference of an assessment is shorter than all this: it is sent back, and what was typed stays.
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        HoldsNone(page);
        On(page, "[data-keep='draft-dpia']", one => one.Input("<script>1"));
        Save(page);
        await Eventually.AsyncIsTrue(() => _scene.World.ReadAsync(async database =>
            await database.Set<GmConnect.Domain.Agreements.SharingAgreement>().AnyAsync(a => a.Title.StartsWith("draft-title"))));
        var id = await _scene.World.ReadAsync(async database =>
            await database.Set<GmConnect.Domain.Agreements.SharingAgreement>().Where(a => a.Title.StartsWith("draft-title")).Select(a => a.Id).SingleAsync());
        var shown = Open<AgreementPage>(new AgencyOnScene(hospital.Agency, lead), with => with.Add(p => p.AgreementId, id));
        Shows(shown, "draft-title", "draft-rights", "draft-why");
    }

    private async Task<IRenderedComponent<MatterPage>> OpenMatterAsync(AgencyOnScene guardian, MatterKind kind)
    {
        var matter = (await DeskAsync(guardian.Worker)).Single(m => m.Kind == kind).MatterId;

        return Open<MatterPage>(guardian, with => with.Add(p => p.MatterId, matter));
    }

    private async Task<IReadOnlyList<MatterRow>> DeskAsync(Account guardian) =>
        (await _scene.The<ListMatters>().ExecuteAsync(guardian.AsActor(), false, Guid.NewGuid())).Rows;
}
