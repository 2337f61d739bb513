using GmConnect.Domain.CarePlans;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Discharge;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Discharge;

/// <summary>The way home as the family reads it.</summary>
public class ReadLeavingTests
{
    [UseCase]
    public async Task TheFamily_ReadsTheDay_WhatHoldsThemUp_AndWhoMustSayYes(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        Assert.Null(await ReadAsync(ward, ward.Scene.AsHelen));
        await ward.AdmitAsync();
        Expect.Done(await ward.Change.AskAsync(ward.Stay, new HomeNeeds { Injections = Injections.Nurse }, ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.ExpectAsync(ward.Stay, ward.Today.AddDays(2), null, "Three steps", ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.ReviewAsync(ward.Stay, [], ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.BlockAsync(ward.Stay, "transport", ward.Hospital.Id, ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.TellCarerAsync(ward.Stay, "Helen", ward.Hospital.AsWorker));

        var leaving = (await ReadAsync(ward, ward.Scene.AsHelen))!;
        Assert.Equal((ward.Today.AddDays(2), false, "Three steps", "Helen"), (leaving.Expected, leaving.NeedsTheBed, leaving.WhatMustBeTrue, leaving.ToldWho));
        Assert.Equal($"{ward.Hospital.Agency.Name}, Ward 4", leaving.Where);
        Assert.Equal(("Awaiting patient transport", ward.Hospital.Agency.Name), (Assert.Single(leaving.HeldUpBy).What, leaving.HeldUpBy[0].Who));
        Assert.Equal([ward.Nursing.Agency.Name, ward.Hospital.Agency.Name], leaving.ToBeAccepted.Select(one => one.Who));
        await ward.SetAsync("nurse-injections", ActionStatus.UnderWay);
        Assert.Equal([ward.Hospital.Agency.Name], (await ReadAsync(ward, ward.Scene.AsHelen))!.ToBeAccepted.Select(one => one.Who));
    }

    [UseCase]
    public async Task AfterTheDaysOfWatching_AndAfterADeath_ThereIsNothing(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        await ward.AdmitAsync();
        Expect.Done(await ward.Change.LeaveAsync(ward.Stay, new(ward.Scene.World.Now, true, "He wants to go"), ward.Hospital.AsWorker));
        Assert.NotNull((await ReadAsync(ward, ward.Scene.AsHelen))!.LeftAt);
        ward.Scene.World.Clock.Advance(TimeSpan.FromDays(HospitalStay.FollowUpDays).Add(TimeSpan.FromMinutes(1)));
        Assert.Null(await ReadAsync(ward, ward.Scene.AsHelen));

        await ward.AdmitAsync();
        Assert.NotNull(await ReadAsync(ward, ward.Scene.AsHelen));
        Expect.Done(await ward.Change.DieAsync(ward.Stay, ward.Scene.World.Now, ward.Hospital.AsWorker));
        Assert.Null(await ReadAsync(ward, ward.Scene.AsHelen));
    }

    /// <summary>Hospital, ward, agencies and who was told tell where somebody is.</summary>
    [UseCase]
    public async Task ARelativeOfAProtectedPerson_LearnsNeitherWhereNorWhoHelps(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        await ward.AdmitAsync();
        Expect.Done(await ward.Change.BlockAsync(ward.Stay, "transport", ward.Hospital.Id, ward.Hospital.AsWorker));
        Expect.Done(await ward.Change.TellCarerAsync(ward.Stay, "Helen", ward.Hospital.AsWorker));
        var relative = await ward.Scene.AddDelegateAsync(DelegationScope.View);
        await ward.Scene.World.SaveAsync(new PlaceProtected { ResidentId = ward.Scene.GeorgesId, From = ward.Scene.World.Now, RecordedBy = ward.Hospital.Worker.Id, Why = "Somebody would come." });

        var leaving = (await ReadAsync(ward, relative))!;
        Assert.Equal((null, null), (leaving.Where, leaving.ToldWho));
        Assert.DoesNotContain(leaving.HeldUpBy.Concat(leaving.ToBeAccepted), one => one.Who == ward.Hospital.Agency.Name || one.Who == ward.Nursing.Agency.Name);
        Assert.NotNull((await ReadAsync(ward, ward.Scene.AsGeorge))!.Where);
    }

    private static async Task<LeavingShown?> ReadAsync(Ward ward, Actor reader)
    {
        var read = await ward.Scene.The<ReadLeaving>().ExecuteAsync(ward.Scene.GeorgesId, reader, null);
        Assert.Null(read.Refusal);

        return read.Value;
    }

    [UseCase]
    public async Task OnPaper_ItIsRecordedAsAnExport_AndAStrangerGetsNone(DatabaseProvider provider)
    {
        await using var ward = await Ward.OpenAsync(provider);
        await ward.AdmitAsync();
        Task<Outcome<LeavingShown?>> ReadAsync(Actor actor) => ward.Scene.The<ReadLeaving>().ExecuteAsync(ward.Scene.GeorgesId, actor, Guid.CreateVersion7(), Channel.Export);

        Assert.Equal(Channel.Export, Assert.Single(await ward.Scene.EntriesOfAsync(() => ReadAsync(ward.Scene.AsHelen))).Channel);
        Assert.IsType<NotFound>((await ReadAsync(await ward.Scene.AddAsync(A.Stranger()))).Refusal);
    }
}
