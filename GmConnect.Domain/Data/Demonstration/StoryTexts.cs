using System.Globalization;
using Bogus;
using GmConnect.Domain.Stories;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>What one family says to each question: templates put together by chance, in the voice of who tells it.</summary>
internal static class StoryTexts
{
    /// <param name="since">The day before the telling began.</param>
    /// <param name="whole">Otherwise somebody stopped half-way.</param>
    /// <returns>In the order of the questions; many leave some out.</returns>
    public static IReadOnlyList<(StoryQuestion Question, string Text)> Of(
        Household household, Situation situation, DateOnly since, bool whole, Randomizer chance)
    {
        var voice = new StoryVoice(household.Resident.CalledName, household.Sex, household.Delegation is null);
        var own = household.Delegation is null && chance.Bool(0.4f)
            ? OtherLanguages.ByCommunity.GetValueOrDefault(household.Community) : null;
        var told = new List<(StoryQuestion, string)>();
        foreach (var question in StoryQuestions.All)
        {
            var text = own?.GetValueOrDefault(question.Key) ?? voice.Say(Draw(question.Key, situation, since, chance));
            var always = question.Key is "what-happened" or "needed-now";
            if (whole ? always || chance.Bool(0.72f) : chance.Bool(0.4f))
            {
                told.Add((question, text));
            }
        }

        return told.Count > 0 ? told : [(StoryQuestions.All[0], voice.Say(Draw(StoryQuestions.All[0].Key, situation, since, chance)))];
    }

    private static string Draw(string question, Situation situation, DateOnly since, Randomizer chance) => question switch
    {
        "what-happened" => chance.ArrayElement(situation.WhatHappened),
        "when-it-happened" => Date(since.AddDays(-chance.Number(2, 60)), chance),
        "needed-now" => Two(situation.NeededNow, chance),
        "equipment-needs" => chance.ArrayElement(situation.EquipmentNeeds),
        _ when AboutMeTexts.ByQuestion.TryGetValue(question, out var pool) => Joined(pool, chance),
        _ => Joined(EverydayTexts.ByQuestion[question], chance)
    };

    private static string Joined((string[] Beginnings, string[] Ends) pool, Randomizer chance) =>
        $"{chance.ArrayElement(pool.Beginnings)} {chance.ArrayElement(pool.Ends)}";

    private static string Two(string[] pool, Randomizer chance)
    {
        var first = chance.Number(pool.Length - 1);
        var second = (first + 1 + chance.Number(pool.Length - 2)) % pool.Length;

        return chance.Bool(0.6f) ? $"{pool[first]} {pool[second]}" : pool[first];
    }

    private static string Date(DateOnly date, Randomizer chance) =>
        date.ToString(chance.Bool(0.7f) ? "yyyy-MM-dd" : "yyyy-MM", CultureInfo.InvariantCulture);
}
