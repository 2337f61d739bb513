using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Agreements;

/// <summary>Two agencies with a governance lead each, the guardian, and an agency that is party to nothing.</summary>
internal sealed class AgreementScene : IAsyncDisposable
{
    private AgreementScene(World world) => World = world;

    public World World { get; }

    public Agency Hospital { get; } = A.Agency(AgencyKind.Hospital);

    public Agency Nursing { get; } = A.Agency(AgencyKind.CommunityHealth);

    public Agency Stranger { get; } = A.Agency(AgencyKind.Police);

    public Dictionary<string, Actor> Who { get; } = [];

    public Actor HospitalLead => Who["lead of a party"];

    public Actor NursingLead => Who["lead of the other party"];

    public Actor Guardian => Who["guardian"];

    public static async Task<AgreementScene> OnAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var scene = new AgreementScene(await World.OnAsync(provider));
        scene.World.SignsWithAgencies = false;
        await scene.World.SaveAsync(scene.Hospital, scene.Nursing, scene.Stranger);
        foreach (var (who, account) in new[]
        {
            ("lead of a party", A.Worker(Role.GovernanceLead, scene.Hospital)),
            ("lead of the other party", A.Worker(Role.GovernanceLead, scene.Nursing)),
            ("lead of no party", A.Worker(Role.GovernanceLead, scene.Stranger)),
            ("guardian", A.Account(Role.DataGuardian)),
            ("worker of a party", A.CaseWorker(scene.Hospital)),
            ("manager of a party", A.Worker(Role.TeamManager, scene.Hospital)),
            ("analyst", A.Worker(Role.Analyst, scene.Hospital)),
            ("administrator", A.Account(Role.Administrator)),
            ("citizen", A.Stranger())
        })
        {
            await scene.World.SaveAsync(account);
            scene.Who[who] = account.AsActor();
        }

        return scene;
    }

    public T The<T>() where T : notnull => World.The<T>();

    /// <summary>Everything that can be covered, for a year from today.</summary>
    public AgreementTyped Typed(params IReadOnlyList<Agency> between)
    {
        var today = LondonTime.DayOf(World.Now);

        return new AgreementTyped(
            [.. between.Select(a => new PartyTyped(
                a.Id, PartyRole.Controller, new LawfulBasis(Article6.PublicTask, Article9.HealthOrSocialCare, Schedule1.HealthOrSocialCare)))],
            [Purpose.Care],
            Coverable.Categories,
            StoryQuestions.Parts,
            today,
            today.AddYears(1),
            null,
            "DPIA-1",
            "rights@example.org",
            "To help together.");
    }

    public AgreementTyped Typed() => Typed(Hospital, Nursing);

    public async Task<Guid> DraftAsync(AgreementTyped? typed = null) =>
        Expect.Value(await The<DraftAgreement>().ExecuteAsync("Health and care", typed ?? Typed(), HospitalLead));

    public async Task<Guid> SignedAsync(AgreementTyped? typed = null)
    {
        var id = await DraftAsync(typed);
        await SignAsync(id, 1);

        return id;
    }

    /// <summary>By every party of the version.</summary>
    public async Task SignAsync(Guid id, int number)
    {
        var parties = (await ReadAsync(id)).Versions.Single(v => v.Number == number).Parties.Select(p => p.AgencyId).ToList();
        foreach (var lead in new[] { HospitalLead, NursingLead }.Where(l => parties.Contains(l.AgencyId!.Value)))
        {
            Expect.Done(await The<SignAgreement>().ExecuteAsync(id, number, "Caldicott Guardian", lead));
        }
    }

    public Task<SharingAgreement> ReadAsync(Guid id) => World.ReadAsync(database => database.Set<SharingAgreement>()
        .Include(a => a.Versions).ThenInclude(v => v.Parties).Include(a => a.Suspensions).Include(a => a.Changes).SingleAsync(a => a.Id == id));

    public Task<IReadOnlyList<AgreementSpan>> SpansAsync(DateTime at, params Agency[] of) =>
        World.ReadAsync(database => AgreementSpan.LoadAsync(database, [.. of.Select(a => a.Id)], at));

    /// <summary>Residents who each permit each of the agencies these parts, for two years.</summary>
    public async Task GivePermissionsAsync(IReadOnlyList<Agency> to, int people, params StoryPartKind[] parts)
    {
        for (var i = 0; i < people; i++)
        {
            var resident = A.Resident();
            await World.SaveAsync([resident, .. to.Select(agency => new ConsentRecord
            {
                Reference = Reference.New(), ResidentId = resident.Id, AgencyId = agency.Id, Purpose = Purpose.Care,
                From = World.Now.AddDays(-1), Until = World.Now.AddYears(2), GivenBy = resident.Id,
                Wording = "", WordingHash = ConsentRecord.HashOf(""), Language = "en-GB"
            }.Covering(parts))]);
        }
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
