using Bogus;
using GmConnect.Domain.Agencies;
using GmConnect.Domain.Sharing;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Puts a family's chapters together, as far as it has come.</summary>
internal sealed class Families(Seeded seeded, SeedingDay day, AgencyRoll roll, Households households)
{
    /// <summary>One in so many lies in hospital, if they are of an age for it.</summary>
    private const int OneInHospitalOf = 8;

    public IReadOnlyList<object> Draw(int number)
    {
        var chance = seeded.Chance($"family {number}");
        if (number % OneInHospitalOf == OneInHospitalOf - 1 && InHospital(number, chance) is { } lying)
        {
            return lying;
        }

        var stage = FamilyStages.Draw(chance);
        var household = households.Draw(number, stage is not FamilyStage.Known);

        var fresh = stage is not FamilyStage.Shared || chance.Bool(0.25f);

        return stage is FamilyStage.Known
            ? [.. household.Rows]
            : Tell(household, SituationOf(household, chance), stage, fresh, chance);
    }

    /// <summary>A family whose agencies are at work already.</summary>
    public IReadOnlyList<object> AtWork(Household household, string situation) =>
        Tell(household, Situations.Named(situation), FamilyStage.Shared, false, seeded.Chance($"family {household.Number}"));

    /// <summary>Most are in Salford Royal, whose board everybody who shows the service opens.</summary>
    private IReadOnlyList<object>? InHospital(int number, Randomizer chance)
    {
        var household = households.Draw(number, tells: true, lives: chance.Bool(0.75f) ? "Salford" : null);
        var fits = SituationsAfterHospital.All.Where(s => s.Handle != "cancer" && s.Fits(AgeOf(household))).ToList();

        return fits.Count == 0 ? null : Tell(household, chance.ListItem(fits), FamilyStage.Shared, false, chance, daysAgo: chance.Number(9, 13));
    }

    private IReadOnlyList<object> Tell(
        Household household, Situation situation, FamilyStage stage, bool fresh, Randomizer chance, int? daysAgo = null)
    {
        var inHospital = daysAgo is not null;
        daysAgo ??= fresh ? chance.Number(3, 25) : chance.Number(20, 240);
        var chronicle = new Chronicle(seeded, household, situation, chance, new Timeline(day, chance, daysAgo.Value + chance.Number(1, 9)));
        var story = StoryChapter.Tell(chronicle, whole: stage is not FamilyStage.Telling);
        if (stage is FamilyStage.Telling)
        {
            if (chance.Bool(0.06f))
            {
                StoryChapter.WriteTwice(chronicle, story);
            }

            return chronicle.Rows;
        }

        StoryChapter.Confirm(chronicle, story);
        if (stage is FamilyStage.Told)
        {
            if (chance.Bool(0.3f))
            {
                Consider(chronicle, story);
            }

            return chronicle.Rows;
        }

        Share(chronicle, story, fresh, inHospital);

        return chronicle.Rows;
    }

    private void Share(Chronicle chronicle, Story story, bool fresh, bool inHospital)
    {
        // What waits for an answer came lately: agencies that leave everything lying would be no living world.
        var lately = Math.Max(0, chronicle.Time.DaysAgo - 2);
        chronicle.Time.After(fresh ? lately : 0, fresh ? lately + 1 : 3);
        var agencies = AgenciesFor(chronicle);
        var fates = FamilyStages.Fates(agencies.Count, fresh, chronicle.Time.DaysAgo, chronicle.Chance);
        var shared = ShareChapter.Share(chronicle, story, [.. agencies.Zip(fates)]);
        Deliveries.Sent(chronicle, shared);
        var opened = AnswerChapter.Answer(chronicle, shared);
        if (opened is not null)
        {
            if (inHospital)
            {
                new StayChapter(chronicle, opened, shared).Write();
            }

            new PlanChapter(chronicle, opened.Plan, shared).Write();
            NoteChapter.Write(chronicle, opened, shared);
            new AssessmentChapter(chronicle, opened, shared[0], story, seeded.Chance($"assessment {chronicle.Household.Number}")).Write();
        }

        EndingChapter.Write(chronicle, story, shared, opened);
    }

    /// <summary>Choices made on the way to a share that has not happened.</summary>
    private void Consider(Chronicle chronicle, Story story)
    {
        chronicle.FamilyDid(Auditing.AccessKind.Changed, DataCategory.Consent);
        var confirmed = story.Confirmed.Select(p => p.Part).ToHashSet();
        chronicle.Rows.AddRange(AgenciesFor(chronicle).Select(agency => new ShareChoice
        {
            Id = chronicle.Id($"choice of {agency.Agency.Code}"),
            ResidentId = chronicle.ResidentId,
            AgencyId = agency.Id,
            Parts = [.. ConsentTexts.PartsFor(agency.Agency.Kind).Where(confirmed.Contains)]
        }));
    }

    private List<AgencyOnRoll> AgenciesFor(Chronicle chronicle)
    {
        var (situation, borough) = (chronicle.Situation, chronicle.Household.Resident.Borough);
        var count = Math.Min(situation.Agencies.Length, chronicle.Chance.Number(2, 6));

        return [.. situation.Agencies.Take(count).Select(kind =>
            kind is AgencyKind.Hospital && situation.Handle == "cancer" ? roll.Of("the-christie") : roll.Of(kind, borough))];
    }

    private Situation SituationOf(Household household, Randomizer chance)
    {
        var age = AgeOf(household);

        return household.Protection is not null && age is >= 18 and <= 60
            ? Situations.Named("leaving-harm")
            : Situations.For(age, chance);
    }

    private int AgeOf(Household household) => (day.Today.DayNumber - household.Resident.BirthDate.DayNumber) * 100 / 36525;
}
