using Bogus;
using GmConnect.Domain.Accounts;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Exchange;
using GmConnect.Domain.Oversight;
using GmConnect.Domain.Residents;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// Invented people and agencies, not yet saved: <c>A.CaseWorker(at: agency)</c>. What a test is about it says; the rest is
/// made up from one seed. Names come from Bogus, NHS numbers from the 999 test range, telephones from the drama range.
/// </summary>
public static partial class A
{
    private static readonly Faker Invented = new("en_GB") { Random = new Randomizer(20160411) };
    private static int _count;

    public static Resident Resident(string borough = "Salford", string? givenName = null, bool placeWasAsked = true)
    {
        lock (Invented)
        {
            return new Resident
            {
                Id = Guid.CreateVersion7(),
                GivenName = givenName ?? Invented.Name.FirstName(),
                FamilyName = Invented.Name.LastName(),
                BirthDate = new DateOnly(1941, 1, 1).AddDays(Invented.Random.Int(0, 20_000)),
                NhsNumber = NhsNumber(),
                AddressLine = $"{Invented.Random.Int(1, 400)} {Invented.Address.StreetName()}",
                Town = borough,
                Postcode = $"M{Invented.Random.Int(1, 9)} {Invented.Random.Int(1, 9)}ZZ",
                Borough = borough,
                Phone = $"0161 496 0{Invented.Random.Int(100, 999)}",
                PlaceWasAsked = placeWasAsked
            };
        }
    }

    public static Agency Agency(AgencyKind kind = AgencyKind.AdultSocialCare, string? borough = "Salford", bool takesReferrals = true)
    {
        var number = Next();

        return new Agency
        {
            Id = Guid.CreateVersion7(),
            Code = $"{kind}-{number}",
            Name = $"{borough ?? "Greater Manchester"} {kind} {number}",
            Kind = kind,
            Borough = borough,
            WhatItDoes = "Does what its name says.",
            TakesReferrals = takesReferrals
        };
    }

    /// <summary>Nobody, or only these accounts, may know where the resident is.</summary>
    public static PlaceProtected Protection(Resident of, params Account[] mayKnow) => new()
    {
        ResidentId = of.Id, From = World.Start.UtcDateTime.AddDays(-2), RecordedBy = Guid.CreateVersion7(), MayKnow = [.. mayKnow.Select(a => a.Id)]
    };

    /// <summary>That the person was told what a consent says.</summary>
    public static NoticeGiven Notice(ConsentRecord of) => new()
    {
        ResidentId = of.ResidentId, AgencyId = of.AgencyId, Purpose = of.Purpose, From = of.From, RecordedBy = of.GivenBy,
        WordingHash = of.WordingHash, Language = of.Language
    };

    /// <summary>On the guardian's desk.</summary>
    public static Matter Review(Resident of, Account about, ReviewReason reason = ReviewReason.Random) => new()
    {
        Reference = Reference.New(), ResidentId = of.Id, Kind = MatterKind.Review, Reason = reason, AgencyId = about.AgencyId,
        AboutAccountId = about.Id, OpenedAt = World.Start.UtcDateTime.AddDays(-1), DueAt = World.Start.UtcDateTime.AddDays(9)
    };

    public static PartnerSystem PartnerSystem(Agency of) => new()
    {
        AgencyId = of.Id, Address = "http://127.0.0.1:9/events", Secret = "whsec_" + Convert.ToBase64String(new byte[32])
    };

    /// <summary>Terms over everything an agency can be given, for four years from a year ago.</summary>
    public static AgreementTerms Terms(DateTime now, params IReadOnlyList<Agency> between)
    {
        var firstDay = LondonTime.DayOf(now).AddYears(-1);

        return new AgreementTerms(
            [.. between.Select(a => new PartyTerms(
                a.Id, a.Name, PartyRole.JointController, new(Article6.PublicTask, Article9.HealthOrSocialCare, Schedule1.HealthOrSocialCare)))],
            Coverable.Purposes,
            Coverable.Categories,
            StoryQuestions.Parts,
            firstDay,
            firstDay.AddYears(5),
            firstDay.AddMonths(12),
            "DPIA-1",
            "rights@example.org");
    }

    /// <summary>Signed by all its parties a year ago.</summary>
    public static SharingAgreement Agreement(DateTime now, params IReadOnlyList<Agency> between) => Agreement(now, Terms(now, between), between);

    public static SharingAgreement Agreement(DateTime now, AgreementTerms terms, params IReadOnlyList<Agency> between)
    {
        var stamp = new Stamp(Guid.CreateVersion7(), now.AddYears(-1).AddDays(-1));
        var agreement = Expect.Value(SharingAgreement.Draft("Sharing agreement", terms, "To help together.", stamp));
        foreach (var party in between)
        {
            Expect.Done(agreement.Sign(1, party.Id, "Caldicott Guardian", stamp));
        }

        return agreement;
    }

    public static Account CaseWorker(Agency at) => Worker(Role.CaseWorker, at);

    public static Account Worker(Role role, Agency at) => Account(role, agency: at);

    /// <summary>The sign-in of the resident themselves.</summary>
    public static Account SignInOf(Resident resident) => Account(Role.Resident, resident.FullName, resident);

    /// <summary>A daughter's sign-in; what she may do a <see cref="Delegation"/> says.</summary>
    public static Account Daughter(Resident of) => Account(Role.Delegate, $"{InventedFirstName()} {of.FamilyName}");

    public static Account Stranger() => Account(Role.Delegate);

    public static Account Account(Role role, string? name = null, Resident? of = null, Agency? agency = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Handle = $"{role}-{Next()}",
        DisplayName = name ?? $"{InventedFirstName()} {InventedLastName()}",
        Role = role,
        ResidentId = of?.Id,
        AgencyId = agency?.Id,
        JobTitle = agency is null ? null : $"{role} at {agency.Name}"
    };

    public static Delegation Delegation(
        Resident from,
        Account to,
        DelegationScope scope = DelegationScope.Manage,
        DateTime? begins = null,
        DateTime? ends = null) => new()
    {
        ResidentId = from.Id,
        DelegateId = to.Id,
        Relationship = "daughter",
        Scope = scope,
        WitnessedBy = "Sister on ward 3",
        From = begins ?? World.Start.UtcDateTime.AddDays(-1),
        Until = ends ?? World.Start.UtcDateTime.AddYears(1)
    };

    /// <summary>Never issued: 999 0000000 to 999 9999999 is for tests.</summary>
    public static string NhsNumber()
    {
        while (true)
        {
            var nine = $"999{Next():000000}";
            if (GmConnect.Domain.Common.NhsNumber.CheckDigit(nine) is < 10 and var digit)
            {
                return $"{nine}{digit}";
            }
        }
    }

    private static int Next() => Interlocked.Increment(ref _count);

    private static string InventedFirstName()
    {
        lock (Invented)
        {
            return Invented.Name.FirstName();
        }
    }

    private static string InventedLastName()
    {
        lock (Invented)
        {
            return Invented.Name.LastName();
        }
    }
}
