using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data;
using GmConnect.Domain.Referrals;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// The first family and its agencies, told and shared through the real use cases. Everybody is made anew, so several of them
/// may stand in one database.
/// </summary>
public sealed class HipStory
{
    private readonly IServiceProvider _services;
    private readonly string _suffix = Guid.NewGuid().ToString("N")[..6];

    private HipStory(IServiceProvider services, HipStory? neighbour, Resident? george, HipStory? ward)
    {
        _services = services;
        Hospital = ward?.Hospital ?? NewAgency("Salford Royal discharge team", AgencyKind.Hospital);
        Nursing = ward?.Nursing ?? NewAgency("Salford district nursing", AgencyKind.CommunityHealth);
        Homes = (ward ?? neighbour)?.Homes ?? NewAgency("Irwell Valley homes", AgencyKind.HousingAssociation);
        George = george ?? new Resident
        {
            Id = Guid.CreateVersion7(),
            GivenName = "George",
            FamilyName = "Ashworth",
            BirthDate = new DateOnly(1947, 5, 2),
            NhsNumber = "9990000018",
            AddressLine = "14 Lark Hill",
            Town = "Salford",
            Postcode = "M5 4WT",
            Borough = "Salford",
            Phone = "0161 496 0114",
            PlaceWasAsked = true
        };
        Helen = NewAccount("helen", "Helen Ashworth", Role.Delegate);
        Teller = Helen;
        Himself = NewAccount("george", "George Ashworth", Role.Resident, resident: George.Id);
        Amira = ward?.Amira ?? NewAccount("amira", "Amira Khan", Role.DischargeCoordinator, Hospital, "Discharge coordinator");
        Tom = ward?.Tom ?? NewAccount("tom", "Tom Hargreaves", Role.CaseWorker, Hospital, "Physiotherapist");
        Ruth = ward?.Ruth ?? NewAccount("ruth", "Ruth Okafor", Role.CaseWorker, Nursing, "District nurse");
        Dev = ward?.Dev ?? NewAccount("dev", "Dev Patel", Role.CaseWorker, Homes, "Housing officer");
    }

    public Agency Hospital { get; }

    public Agency Nursing { get; }

    public Agency Homes { get; }

    public Resident George { get; }

    public Account Himself { get; }

    public Account Helen { get; }

    /// <summary>Who tells, shares and withdraws.</summary>
    public Account Teller { get; set; }

    public Account Amira { get; }

    public Account Tom { get; }

    public Account Ruth { get; }

    public Account Dev { get; }

    /// <summary>The people and agencies, and the delegation; nothing is told yet.</summary>
    /// <param name="neighbour">Another family whose housing association is theirs too.</param>
    /// <param name="lastDay">Of the agreement that binds the hospital and the nurses; years ahead if nothing is said.</param>
    /// <param name="george">Somebody else in his place.</param>
    /// <param name="ward">Another family with whom they share hospital, nurses, landlord and everybody who works there.</param>
    public static async Task<HipStory> BeginAsync(
        IServiceProvider services, HipStory? neighbour = null, DateOnly? lastDay = null, Resident? george = null, HipStory? ward = null)
    {
        var story = new HipStory(services, neighbour, george, ward);
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var terms = A.Terms(now, story.Hospital, story.Nursing);
        await using var database = await services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        if (ward is null)
        {
            database.AddRange(
                story.Hospital, story.Nursing, story.Amira, story.Tom, story.Ruth, story.Dev,
                A.Agreement(now, lastDay is { } last ? terms with { LastDay = last } : terms, story.Hospital, story.Nursing));
        }

        database.AddRange(
            story.George, story.Helen, story.Himself,
            new Delegation
            {
                ResidentId = story.George.Id,
                DelegateId = story.Helen.Id,
                Relationship = "daughter",
                Scope = DelegationScope.Manage,
                WitnessedBy = "Ward sister, Salford Royal",
                From = now.AddDays(-1),
                Until = now.AddYears(1)
            });
        if (neighbour is null && ward is null)
        {
            database.AddRange(story.Homes, A.Agreement(now, story.Homes));
        }

        await database.SaveChangesAsync();

        return story;
    }

    /// <summary>Who signs agreements for an agency.</summary>
    public async Task<Account> AddLeadAsync(Agency agency)
    {
        var account = NewAccount("lead", "Ngozi Bright", Role.GovernanceLead, agency, "Information governance lead");
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        database.Add(account);
        await database.SaveChangesAsync();

        return account;
    }

    /// <summary>Another agency, bound by an agreement.</summary>
    public async Task<Agency> AddAgencyAsync(string name, AgencyKind kind)
    {
        var agency = NewAgency(name, kind);
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        database.AddRange(agency, A.Agreement(The<TimeProvider>().UtcNow(), agency));
        await database.SaveChangesAsync();

        return agency;
    }

    public async Task<Account> AddWorkerAsync(string name, Agency agency, string job)
    {
        var account = NewAccount(name.Split(' ')[0].ToLowerInvariant(), name, Role.CaseWorker, agency, job);
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        database.Add(account);
        await database.SaveChangesAsync();

        return account;
    }

    /// <summary>Somebody else who acts for George, as far as the scope goes.</summary>
    public async Task<Account> AddDelegateAsync(DelegationScope scope, DelegationKind kind = DelegationKind.ByResident)
    {
        var (now, account) = (The<TimeProvider>().UtcNow(), NewAccount($"relative-{scope}-{kind}".ToLowerInvariant(), "Nell Ashworth", Role.Delegate));
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        database.AddRange(account, new Delegation
        {
            ResidentId = George.Id, DelegateId = account.Id, Kind = kind, Relationship = "sister", Scope = scope,
            WitnessedBy = "Ward sister, Salford Royal", From = now.AddDays(-1), Until = now.AddYears(1)
        });
        await database.SaveChangesAsync();

        return account;
    }

    public async Task TellAsync(params (string Question, string Text)[] answers)
    {
        foreach (var (question, text) in answers)
        {
            Done(await The<SaveAnswer>().ExecuteAsync(George.Id, new AnswerTyped(question, text, null), Teller.AsActor()));
        }

        Done(await The<ConfirmStory>().ExecuteAsync(George.Id, Teller.AsActor()));
    }

    /// <summary>Two parts that every test may rely on.</summary>
    public Task TellAsync() => TellAsync(
        ("most-important", "Getting home to my own bed, and Bess the dog."),
        ("please-do", "Speak to my left ear. Call me George, not Mr Ashworth."),
        ("what-happened", "I fell on the stairs and had my hip replaced."),
        ("needed-now", "Somebody to give the injections, and a wheelchair."));

    /// <summary>Chooses for all parts told, under the agency's usual purpose, and does not share yet.</summary>
    public async Task ChooseAsync(params Agency[] agencies)
    {
        var actor = Teller.AsActor();
        var until = The<TimeProvider>().Today().AddMonths(6);
        var told = await StoryPartsAsync();
        Done(await The<ChooseWhoMaySee>().AgenciesAsync(George.Id, [.. agencies.Select(a => a.Id)], actor));
        Done(await The<ChooseWhoMaySee>().PartsAsync(
            George.Id, agencies.SelectMany(a => told.Select(p => (a.Id, p))).ToLookup(p => p.Id, p => p.p), actor));
        Done(await The<ChooseWhoMaySee>().PurposesAsync(
            George.Id, agencies.ToDictionary(a => a.Id, a => ((Purpose?)Purposes.For(a.Kind)[0], (DateOnly?)until)), actor));
    }

    /// <summary>Shares all parts told, under the agency's usual purpose.</summary>
    public async Task ShareAsync(params Agency[] agencies)
    {
        await ChooseAsync(agencies);
        await AgreeAsync();
    }

    /// <summary>Shares these parts and no others.</summary>
    public async Task SharePartsAsync(Agency agency, params StoryPartKind[] parts)
    {
        await ChooseAsync(agency);
        Done(await The<ChooseWhoMaySee>().PartsAsync(George.Id, parts.ToLookup(_ => agency.Id), Teller.AsActor()));
        await AgreeAsync();
    }

    private async Task AgreeAsync()
    {
        var actor = Teller.AsActor();
        var preview = Done(await The<PreviewShare>().ExecuteAsync(George.Id, actor));
        Done(await The<ShareStory>().ExecuteAsync(George.Id, new ShareAgreed(preview.Mark, _ => "I agree.", "en-GB"), actor));
    }

    public async Task WithdrawAsync(Agency agency)
    {
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();
        var consent = await database.Set<ConsentRecord>().SingleAsync(c => c.ResidentId == George.Id && c.AgencyId == agency.Id && c.WithdrawnAt == null);
        Assert.True((await The<WithdrawConsent>().ExecuteAsync(consent.Id, Teller.AsActor())).Succeeded);
    }

    public async Task<Guid> ReferralOfAsync(Agency agency)
    {
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();

        return (await database.Set<Referral>().SingleAsync(r => r.ResidentId == George.Id && r.AgencyId == agency.Id)).Id;
    }

    /// <summary>Where an earlier one ended.</summary>
    public async Task<Guid> LatestReferralOfAsync(Agency agency)
    {
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();

        return (await database.Set<Referral>().Where(r => r.ResidentId == George.Id && r.AgencyId == agency.Id).OrderByDescending(r => r.Id).FirstAsync()).Id;
    }

    /// <summary>Told, shared with the hospital and the nurses, triaged, a case opened by Amira with Tom and Ruth in its team.</summary>
    public async Task<Guid> OpenCaseAsync()
    {
        await TellAsync();
        await ShareAsync(Hospital, Nursing);
        var referral = await ReferralOfAsync(Hospital);
        Done(await The<TriageReferral>().ExecuteAsync(referral, A.Triaged(TriageLevel.P2, "He is ready on Friday."), Amira.AsActor()));
        var file = Done(await The<OpenCase>().ExecuteAsync(referral, "Home with help for the first six weeks", "leads the discharge", Amira.AsActor()));
        Done(await The<AddToCareTeam>().ExecuteAsync(file, Tom.Id, "gets him on the stairs", Amira.AsActor()));
        Done(await The<AddToCareTeam>().ExecuteAsync(file, Ruth.Id, "gives the injections", Amira.AsActor()));

        return file;
    }

    /// <summary>
    /// Everything a family can be asked for is open: a case with a goal and an action of theirs in the plan, two answers to one
    /// question, and a choice not yet shared. Gives the goal.
    /// </summary>
    public async Task<Guid> GetToTheMiddleAsync()
    {
        await OpenCaseAsync();
        var helen = Helen.AsActor();
        var goal = Done(await The<ChangePlan>().AddGoalAsync(George.Id, "To walk", helen));
        Done(await The<ChangePlan>().AddActionAsync(George.Id, new ActionTyped(goal, "Move the bed downstairs", null, null), helen));
        foreach (var (words, by) in new[] { ("Thirteen stairs.", helen), ("I manage them.", Himself.AsActor()) })
        {
            Done(await The<SaveAnswer>().ExecuteAsync(George.Id, new AnswerTyped("the-home", words, null), by));
        }

        await ChooseAsync(Homes);

        return goal;
    }

    public T The<T>() where T : notnull => _services.GetRequiredService<T>();

    private static void Done(Outcome outcome) => Assert.Null(outcome.Refusal);

    private static T Done<T>(Outcome<T> outcome)
    {
        Assert.Null(outcome.Refusal);

        return outcome.Value!;
    }

    private async Task<IReadOnlyList<StoryPartKind>> StoryPartsAsync()
    {
        await using var database = await The<IDbContextFactory<GmConnectDbContext>>().CreateDbContextAsync();

        return await database.Set<ConfirmedPart>().Where(p => p.ResidentId == George.Id).Select(p => p.Part).Distinct().ToListAsync();
    }

    private Agency NewAgency(string name, AgencyKind kind) =>
        new() { Id = Guid.CreateVersion7(), Code = $"{kind}-{_suffix}".ToLowerInvariant(), Name = name, Kind = kind, Borough = "Salford", WhatItDoes = name };

    private Account NewAccount(string handle, string name, Role role, Agency? agency = null, string? job = null, Guid? resident = null) => new()
    {
        Id = Guid.CreateVersion7(), Handle = $"{handle}-{_suffix}", DisplayName = name, Role = role, AgencyId = agency?.Id, JobTitle = job, ResidentId = resident
    };
}
