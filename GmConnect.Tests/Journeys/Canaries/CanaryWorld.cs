using System.Text;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Assessments;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Rights;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Journeys.Canaries;

/// <summary>
/// Two families. Petra is protected, shares with her hospital and not with her home part, and has withdrawn from the nurses.
/// Wilf shares with his hospital, and has withdrawn what happened from his nurses, who keep About me. Each canary is a word
/// that stands nowhere else.
/// </summary>
internal sealed class CanaryWorld
{
    public const string Name = "Qxpetraname", Lane = "Qxpetralane", Phone = "07700900461", AboutMe = "qxpetraabout", Happened = "qxpetrahappened";
    public const string Home = "qxpetrahome", Case = "qxpetracase", Goal = "qxpetragoal", Deed = "qxpetradeed";
    public const string Told = "qxpetratold", File = "qxpetrafile", Ward = "qxpetraward", Assessed = "qxpetraassessed";
    public const string HisName = "Qxwilfname", HisLane = "Qxwilflane", HisAboutMe = "qxwilfabout", HisHappened = "qxwilfhappened", HisLater = "qxwilflater", HisPeople = "qxwilfpeople", HisCopy = "PK\u0003\u0004";

    private CanaryWorld(HipStory petra, HipStory wilf) => (Petra, Wilf) = (petra, wilf);

    public static IReadOnlyList<string> Canaries { get; } =
        [Name, Lane, Phone, AboutMe, Happened, Home, Case, Goal, Deed, Told, File, Ward, Assessed, HisName, HisLane, HisAboutMe, HisHappened, HisLater, HisPeople, HisCopy];

    public HipStory Petra { get; }

    public HipStory Wilf { get; }

    public Account PetrasLead { get; private set; } = null!;

    public Account WilfsLead { get; private set; } = null!;

    /// <summary>Ids of each person's rows by the name of the hole in an address. A hole that is not named here fails the test.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Holes { get; private set; } = null!;

    public static async Task<CanaryWorld> BeginAsync(
        IServiceProvider services, SurvivingPartner petrasHospital, SurvivingPartner petrasNurses, SurvivingPartner wilfsNurses)
    {
        var petra = await HipStory.BeginAsync(services, george: Person("Petra", Name, Lane, Phone));
        var world = new CanaryWorld(petra, await HipStory.BeginAsync(services, george: Person("Wilf", HisName, HisLane, null)));
        world.PetrasLead = await petra.AddLeadAsync(petra.Hospital);
        world.WilfsLead = await world.Wilf.AddLeadAsync(world.Wilf.Hospital);
        await world.SaveAsync(System(petra.Hospital, petrasHospital), System(petra.Nursing, petrasNurses), System(world.Wilf.Nursing, wilfsNurses));
        await world.TellOfPetraAsync();
        await world.TellOfWilfAsync();
        world.Holes = await world.FindHolesAsync();

        return world;
    }

    private async Task TellOfPetraAsync()
    {
        var (amira, helen) = (Petra.Amira.AsActor(), Petra.Helen.AsActor());
        Petra.Teller = Petra.Himself;
        await SaveAsync(new PlaceProtected
        {
            ResidentId = Petra.George.Id, From = Petra.The<TimeProvider>().GetUtcNow().UtcDateTime, RecordedBy = Guid.CreateVersion7(), MayKnow = []
        });
        await Petra.TellAsync(("most-important", $"My {AboutMe}."), ("what-happened", $"The {Happened}."));
        await Petra.ShareAsync(Petra.Hospital, Petra.Nursing);
        await Petra.WithdrawAsync(Petra.Nursing);
        await Petra.TellAsync(("the-home", $"A {Home} on the stairs."));
        var referral = await Petra.ReferralOfAsync(Petra.Hospital);
        Expect.Done(await Petra.The<TriageReferral>().ExecuteAsync(referral, A.Triaged(TriageLevel.P2, "It cannot wait."), amira));
        var file = Expect.Value(await Petra.The<OpenCase>().ExecuteAsync(referral, $"The {Case}", "leads", amira));
        Expect.Done(await Petra.The<AddToCareTeam>().ExecuteAsync(file, Petra.Tom.Id, "helps", amira));
        Expect.Value(await Petra.The<WriteNote>().ApproveAsync(file, null, new($"You were {Told}.", CaseAudience.Family, null), amira));
        Expect.Value(await Petra.The<KeepDocument>().AddAsync(file, new("Letter", Encoding.UTF8.GetBytes($"%PDF-1.7 {File}"), CaseAudience.Family, null), amira));
        await AssessPetraAsync(file, amira);
        var goal = Expect.Value(await Petra.The<ChangePlan>().AddGoalAsync(Petra.George.Id, $"To {Goal}", helen));
        Expect.Value(await Petra.The<ChangePlan>().AddActionAsync(Petra.George.Id, new ActionTyped(goal, $"Do {Deed}", Petra.Hospital.Id, null), amira));
        Expect.Value(await Petra.The<BeginStay>().ExecuteAsync(file, new($"Ward {Ward}", Petra.The<TimeProvider>().Today(), false, "plans the way home"), amira));
    }

    /// <summary>Finished and for the family, and one that nobody but its agency reads.</summary>
    private async Task AssessPetraAsync(Guid file, Actor amira)
    {
        var (start, fill) = (Petra.The<StartAssessment>(), Petra.The<FillAssessment>());
        var assessment = Expect.Value(await start.ExecuteAsync(file, "home-and-therapy", amira));
        Expect.Value(await fill.SaveAsync(file, assessment, new("strengths", "", $"Every {Assessed}."), amira));
        await TestSupport.Assessed.FillAsync(Petra.The<ReadAssessment>(), fill, file, assessment, amira, Petra.The<TimeProvider>().Today());
        Expect.Done(await Petra.The<FinishAssessment>().ExecuteAsync(file, assessment, new([], ""), amira));
        Expect.Value(await start.ExecuteAsync(file, "home-and-therapy", amira));
    }

    private async Task TellOfWilfAsync()
    {
        await Wilf.TellAsync(
            ("most-important", $"My {HisAboutMe}."), ("what-happened", $"The {HisHappened}."), ("people-involved", $"And my {HisPeople}."));
        await Wilf.ShareAsync(Wilf.Hospital);
        // What happened was never sent with this permission; the one that carried it is withdrawn before the nurses have looked.
        await Wilf.SharePartsAsync(Wilf.Nursing, StoryPartKind.AboutMe, StoryPartKind.WhatHappened);
        await Wilf.WithdrawAsync(Wilf.Nursing);
        await Wilf.SharePartsAsync(Wilf.Nursing, StoryPartKind.AboutMe);
        Expect.Value(await Wilf.The<ReadReferral>().ExecuteAsync(await Wilf.ReferralOfAsync(Wilf.Hospital), Wilf.Tom.AsActor(), Guid.NewGuid()));
        await using var database = await DatabaseAsync();
        var look = await database.Set<AccessEntry>().FirstAsync(e => e.ResidentId == Wilf.George.Id && e.AccountId == Wilf.Tom.Id);
        Expect.Value(await Wilf.The<AskWhy>().ExecuteAsync(Wilf.George.Id, look.Id, "Who is Tom?", Wilf.Helen.AsActor()));
        await MakeACopyAsync(await database.Accounts.SingleAsync(a => a.Handle == "guardian-gm"));
    }

    /// <summary>A copy of everything about Wilf, released: whoever gets a file gets all of it.</summary>
    private async Task MakeACopyAsync(Account guardian)
    {
        var (decide, actor) = (Wilf.The<DecidePack>(), guardian.AsActor());
        var asked = Expect.Value(await Wilf.The<AskForPack>().ExecuteAsync(Wilf.George.Id, Wilf.Himself.AsActor()));
        await using var database = await DatabaseAsync();
        var matter = (await database.Set<Matter>().SingleAsync(m => m.Reference == asked.Reference)).Id;
        foreach (var one in Expect.Value(await decide.ReadAsync(matter, actor, Guid.NewGuid())).Items.Where(i => i.Item.NeedsLook))
        {
            Expect.Done(await decide.DecideAsync(matter, one.Item.Key, null, actor));
        }

        Expect.Done(await decide.ReleaseAsync(matter, actor));
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindHolesAsync()
    {
        await using var database = await DatabaseAsync();
        Guid[] people = [Petra.George.Id, Wilf.George.Id];
        Guid[] hospitals = [Petra.Hospital.Id, Wilf.Hospital.Id];
        async Task<IReadOnlyList<string>> Of<T>(int most = int.MaxValue) where T : class, IConcernsResident => [.. (await database.Set<T>().AsNoTracking().ToListAsync())
            .Where(row => people.Contains(row.ResidentId)).GroupBy(row => row.ResidentId)
            .SelectMany(rows => rows.Take(most)).Select(row => $"{database.Entry(row).Property("Id").CurrentValue}")];
        var residents = people.Select(id => $"{id}").ToList();

        return new Dictionary<string, IReadOnlyList<string>>
        {
            ["resident"] = residents,
            ["ResidentId"] = residents,
            ["question"] = ["most-important", "what-happened", "the-home"],
            ["consent"] = await Of<ConsentRecord>(),
            ["delegation"] = await Of<Delegation>(),
            ["entry"] = await Of<AccessEntry>(most: 3),
            ["ReferralId"] = await Of<Referral>(),
            ["CaseId"] = await Of<CaseFile>(),
            ["file"] = await Of<CaseFile>(),
            ["StayId"] = await Of<HospitalStay>(),
            ["document"] = await Of<CaseDocument>(),
            ["MatterId"] = await Of<Matter>(),
            ["matter"] = await Of<Matter>(),
            ["AgreementId"] = [.. (await database.Set<SharingAgreement>().Where(a => a.Versions.Any(v => v.Parties.Any(p => hospitals.Contains(p.AgencyId)))).Select(a => a.Id).ToListAsync()).Select(id => $"{id}")],
            ["agency"] = [Petra.Hospital.Code],
            ["token"] = ["guessed"],
            ["Code"] = ["404"]
        };
    }

    private Task<GmConnectDbContext> DatabaseAsync() =>
        Petra.The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();

    private async Task SaveAsync(params object[] rows)
    {
        await using var database = await DatabaseAsync();
        database.AddRange(rows);
        await database.SaveChangesAsync();
    }

    private static PartnerSystem System(Agency of, SurvivingPartner at) => new()
    {
        AgencyId = of.Id, Address = new Uri(at.Address, "events").ToString(), Secret = "whsec_" + Convert.ToBase64String(new byte[32])
    };

    private static Resident Person(string given, string family, string lane, string? phone) => new()
    {
        Id = Guid.CreateVersion7(), GivenName = given, FamilyName = family, BirthDate = new DateOnly(1951, 3, 4), AddressLine = $"9 {lane}",
        Town = "Salford", Postcode = "M5 4WT", Borough = "Salford", Phone = phone, PlaceWasAsked = true
    };
}
