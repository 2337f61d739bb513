using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Data.Demonstration;

/// <param name="By">The kind of agency that does it; nothing when the family does.</param>
internal sealed record PlannedStep(string What, AgencyKind? By);

internal sealed record PlannedGoal(string Words, params PlannedStep[] Steps);

/// <summary>Why a family comes: what happened, whom it concerns, and what a plan for it holds.</summary>
/// <param name="Youngest">In years, and so is <paramref name="Oldest"/>.</param>
/// <param name="Agencies">Who is asked, the one that leads first.</param>
/// <param name="Summary">What the case is to achieve.</param>
internal sealed record Situation(
    string Handle,
    int Youngest,
    int Oldest,
    AgencyKind[] Agencies,
    string[] WhatHappened,
    string[] NeededNow,
    string[] EquipmentNeeds,
    string Summary,
    params PlannedGoal[] Goals)
{
    /// <param name="age">In years.</param>
    public bool Fits(int age) => Youngest <= age && age <= Oldest;
}
