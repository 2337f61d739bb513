using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Sharing;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>They lie in the hospital that leads the case: what the ward noted until yesterday evening, and for some that they left.</summary>
internal sealed class StayChapter(Chronicle chronicle, OpenedCase opened, IReadOnlyList<Shared> shared)
{
    private readonly Shared _ward = shared[0];

    public void Write()
    {
        if (!_ward.IsAtWork(chronicle.Time.Now))
        {
            return;
        }

        var admitted = chronicle.Time.Today.AddDays(-chronicle.Chance.Number(1, 3));
        var stay = HospitalStay.Begin(
            chronicle.ResidentId, _ward.Agency.Id, chronicle.Chance.ArrayElement(StayTexts.Wards), admitted, false, chronicle.Time.Today, Now()).Value!
            .Give(chronicle.Id("stay"));
        chronicle.Rows.Add(stay);
        CoordinatorsJoin();
        InStep(stay, []);
        Note(stay, () => stay.Review(["09"], Now()));
        Note(stay, () => stay.Expect(chronicle.Time.Today.AddDays(chronicle.Time.DaysAgo + chronicle.Chance.Number(-1, 5)), null, chronicle.Chance.ArrayElement(StayTexts.MustBeTrue), chronicle.Time.Today, Now()));
        Ask(stay);
        chronicle.Time.After(0, 2);
        Prepare(stay);
        Yesterday(stay);
    }

    private void CoordinatorsJoin()
    {
        foreach (var coordinator in _ward.Agency.Workers.Where(w => w.Role is Role.DischargeCoordinator && !opened.File.IsInTheTeam(w.Id, chronicle.Time.Now)))
        {
            opened.File.AddToCareTeam(coordinator.Id, _ward.Agency.Id, StayTexts.CoordinatorRole, Now());
            opened.File.CareTeam[^1].Give(chronicle.Id($"place of {coordinator.Handle}"));
        }
    }

    private void Ask(HospitalStay stay)
    {
        // Of a few nobody has asked yet.
        if (chronicle.Chance.Bool(0.15f))
        {
            return;
        }

        Known Drawn(float yes) => chronicle.Chance.Bool(yes) ? Known.Yes : Known.No;

        Note(stay, () => stay.Ask(new HomeNeeds
        {
            Injections = chronicle.Chance.ArrayElement([Injections.Nurse, Injections.Nurse, Injections.Self, Injections.Carer, Injections.NoneNeeded]),
            Doses = 28,
            SafePlace = Drawn(0.95f),
            Stairs = Drawn(0.5f),
            Equipment = Drawn(0.6f),
            Wheelchair = Drawn(0.2f),
            Support = Drawn(0.6f),
            OwnTransport = Drawn(0.5f),
            FoodAndWarmth = Drawn(0.7f),
            Carer = Drawn(0.6f),
            Work = Drawn(0.1f)
        }));
    }

    /// <summary>Most no longer need the bed; some are held up by more than one thing, and now and then the day moved.</summary>
    private void Prepare(HospitalStay stay)
    {
        Note(stay, () => stay.Review(chronicle.Chance.Bool(0.35f) ? [chronicle.Chance.ArrayElement(["02", "04", "06", "08"])] : [], Now()));
        if (chronicle.Chance.Bool(0.75f))
        {
            Note(stay, () => stay.DecidePathway(chronicle.Chance.ArrayElement([Pathway.P1, Pathway.P1, Pathway.P1, Pathway.P0, Pathway.P2, Pathway.P3]), null, Now()));
        }

        for (var more = chronicle.Chance.Number(0, 3); more > 0; more--)
        {
            var owner = chronicle.Chance.ListItem([.. shared.Where(s => s.IsAtWork(chronicle.Time.Now))]).Agency.Id;
            Note(stay, () => stay.Block(chronicle.Chance.ArrayElement(StayTexts.HeldUpBy), owner, Now()));
        }

        if (chronicle.Chance.Bool(0.3f))
        {
            Note(stay, () => stay.Expect(stay.Expected!.Day.AddDays(chronicle.Chance.Number(1, 3)), chronicle.Chance.ArrayElement(StayTexts.WhyLater), null, chronicle.Time.Today, Now()));
        }

        if (chronicle.Chance.Bool(0.6f))
        {
            Note(stay, () => stay.TellCarer(chronicle.Chance.ArrayElement(StayTexts.Told), Now()));
        }
    }

    /// <summary>The last look; some met the criteria again, and some left.</summary>
    private void Yesterday(HospitalStay stay)
    {
        chronicle.Time.After(chronicle.Time.DaysAgo - 1, chronicle.Time.DaysAgo - 1);
        Note(stay, () => stay.Review(chronicle.Chance.Bool(0.1f) ? ["04"] : stay.LastReview!.Criteria, Now()));
        if (stay.LastReview is { MeetsCriteria: false } && chronicle.Chance.Bool(0.12f))
        {
            Note(stay, () => stay.Leave(chronicle.Time.Now, 0, false, null, Now()));
        }
    }

    /// <summary>What is refused, as on a ward, is not noted.</summary>
    private void Note(HospitalStay stay, Func<Outcome> say)
    {
        chronicle.Time.Soon();
        var before = PlanLeaving.Of(stay, Permitted);
        if (say().Succeeded)
        {
            InStep(stay, before);
        }
    }

    private void Note(HospitalStay stay, Func<Outcome<Blocker>> say) => Note(stay, () => say() is { Succeeded: false } no ? no.Refusal : Outcome.Done);

    private void InStep(HospitalStay stay, IReadOnlyList<CarePlans.PlannedTask> before)
    {
        opened.Plan.FollowStay(stay.Id, before, PlanLeaving.Of(stay, Permitted), Now());
        opened.Plan.GiveLeaving(chronicle.Id);
        stay.GiveAll(chronicle.Id);
        chronicle.WorkerDid(_ward.Worker!, AccessKind.Changed, DataCategory.Plan, _ward.Consent.Purpose, _ward.InCareTeam);
    }

    private ILookup<AgencyKind, Guid> Permitted =>
        shared.Where(s => s.Consent.IsInForce(chronicle.Time.Now)).ToLookup(s => s.Agency.Agency.Kind, s => s.Agency.Id);

    private Stamp Now() => new(_ward.Worker!.Id, chronicle.Time.Now);
}
