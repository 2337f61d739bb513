using GmConnect.Domain.Common;
using GmConnect.Tests.TestSupport;
using Microsoft.Playwright;

namespace GmConnect.Tests.Journeys;

/// <summary>
/// The main job: Helen tells her father's story once; the hospital, the nurses, the equipment service and his landlord act on
/// one plan; the family sees it, and withdraws. Everybody has a browser of their own, all of one size.
/// </summary>
public sealed class HipJourney(Browser browser, RunningService service, Screen screen, Trail? trail = null)
{
    public const string George = "George Ashworth";
    public const string Reason = "He may go home on Friday, and nobody gives the injections.";
    public const string Aim = "Home on Friday with help for six weeks";
    public const string Goal = "To walk to the allotment again";
    public const string Injections = "Evening injections at home";
    public const string Rail = "A second rail on the cellar steps";
    public const string SiobhansWords = "Evening injections at home, from Friday";
    public const string AmirasWords = "Injections each evening at seven";

    private const string Hospital = "Salford Royal";
    private const string Nursing = "Salford Community Nursing";
    private const string Equipment = "Salford Community Equipment";
    private const string Transport = "Greater Manchester Patient Transport";
    private const string Landlord = "Irwell Homes";

    private static readonly DateOnly Due = TimeProvider.System.Today().AddDays(4);

    private FamilyOnTheWeb helen = null!;
    private WorkerOnTheWeb amira = null!;
    private WorkerOnTheWeb siobhan = null!;
    private WorkerOnTheWeb colin = null!;
    private WorkerOnTheWeb lee = null!;

    public async Task GoAsync()
    {
        helen = await FamilyAsync();
        (amira, siobhan, colin, lee) = (await WorkerAsync(), await WorkerAsync(), await WorkerAsync(), await WorkerAsync());

        await HelenTellsAsync();
        await TheInboxesAreOpenAsync();
        await helen.ShareAsync([Hospital, Nursing], Equipment, Transport, Landlord);
        await ThePartnersAnswerAsync();
        await AmiraOpensACaseAsync();
        await TheOthersAnswerAsync();
        await TwoWriteAtOnceAsync();
        await TheFamilyReadsAsync();
        await HelenWithdrawsAsync();
        await GeorgeEndsWhatHelenMayDoAsync();
    }

    private async Task HelenTellsAsync()
    {
        await helen.SignInToTheStoryAsync("helen-ashworth");
        await helen.SeesAsync("You are acting for George Ashworth, as their daughter.");
        await helen.TellAsync();
    }

    private async Task TheInboxesAreOpenAsync()
    {
        await amira.OpenInboxAsync("discharge-salford-royal");
        await siobhan.OpenInboxAsync("district-nurse-salford");
        await colin.OpenInboxAsync("equipment-salford");
        await lee.OpenInboxAsync("housing-association-salford");
    }

    private async Task ThePartnersAnswerAsync()
    {
        foreach (var worker in new[] { amira, siobhan, colin, lee })
        {
            await worker.FindsInInboxAsync(George);
        }

        await helen.ReadsInTheEndAsync(Nursing, "Received");
        await helen.ReadsInTheEndAsync(Equipment, "Acting on it", "Done");
        await helen.ReadsInTheEndAsync(Transport, "We can only book a journey when the day of discharge is known.");
    }

    private async Task AmiraOpensACaseAsync()
    {
        await amira.OpenReferralAsync(George);
        await amira.SeesAsync(FamilyOnTheWeb.Garden);
        await amira.SeesAsync(FamilyOnTheWeb.Medicines);
        await amira.TriageAsync("P2", Reason, ("discharge-blocked", "yes"));
        await amira.OpenCaseAsync(Aim, "leads the discharge");
        await amira.AddWorkerAsync("Siobhan Doyle, district nurse", "gives the injections");
        await amira.AddGoalAsync(Goal);
        await amira.AddActionAsync(Injections, Nursing, Due);
    }

    private async Task TheOthersAnswerAsync()
    {
        await siobhan.OpenReferralAsync(George);
        await siobhan.TriageAsync("P2", "Injections from the first evening.", ("crisis-admission", "yes"));
        await siobhan.JoinCaseAsync("gives the injections");
        await siobhan.SeesInThePlanAsync(Injections);

        await colin.OpenReferralAsync(George);
        await colin.SeesAsync(FamilyOnTheWeb.Garden);
        await colin.SeesNothingOfAsync(FamilyOnTheWeb.Medicines);
        await colin.TriageAsync("P3", "A raised seat and rails.", ("harm", "4"), ("imminence", "4"));
        await colin.JoinCaseAsync("brings the equipment");
        await colin.AddActionAsync(Rail, Equipment, Due);
        await amira.SeesInThePlanAsync(Rail);

        await lee.OpenReferralAsync(George);
        await lee.SeesNothingOfAsync(FamilyOnTheWeb.Medicines);
        await lee.TriageAsync("P4", "A rail needs our consent.", ("lives-alone", "yes"));
        await lee.OpenCaseAsync("The house is safe for him", "looks after the tenancy");
        // He has one plan, whichever case it is read from.
        await lee.SeesInThePlanAsync(Rail);
        await lee.SeesInThePlanAsync(Injections);
    }

    private async Task TwoWriteAtOnceAsync()
    {
        await amira.RewriteAsync(Injections, AmirasWords);
        await siobhan.RewriteAsync(Injections, SiobhansWords);
        await amira.SaveAsync();
        await Assertions.Expect(siobhan.Page.Locator(".meanwhile")).ToContainTextAsync(AmirasWords);
        await siobhan.SaveAsync();
        await Assertions.Expect(siobhan.Page.Locator(".clash .mine")).ToContainTextAsync(SiobhansWords);
        await siobhan.LookAsync();
        await siobhan.ClickAsync("Use mine");
        await amira.SeesInThePlanAsync(SiobhansWords);
    }

    private async Task TheFamilyReadsAsync()
    {
        var george = await FamilyAsync();
        await george.SignInToTheStoryAsync("george-ashworth");
        foreach (var one in new[] { helen, george })
        {
            await one.ReadsInTheEndAsync(Hospital, "Acting on it");
            await one.OpenPlanAsync();
            await one.SeesAsync(Goal);
            await one.SeesAsync(SiobhansWords);
            await one.SeesAsync(Rail);
            await one.SeesAsync("What happens next");
            await one.OpenWhoLookedAsync();
            await one.ReadsInTheLogAsync("Lee Hargreaves, tenancy officer at Irwell Homes, opened the referral, the note that a case is open and About Me, for housing, because of the permission GMC-");
            await one.ReadsInTheLogAsync("Amira Khan, discharge coordinator at Salford Royal, opened the referral");
            await one.ReadsInTheLogAsync("Medicines and who can give them, for care and support, because of the permission GMC-");
        }

        await helen.OpenWhoLookedAsync();
        await helen.FollowAsync("Show what you and your family opened too");
        await helen.SeesAsync("You opened the permissions");
        await george.Page.Context.CloseAsync();
    }

    private async Task HelenWithdrawsAsync()
    {
        await helen.OpenPermissionsAsync();
        await helen.SeesAsync("Only George can end this");
        await helen.FollowAsync($"Withdraw the permission for {Landlord}");
        await helen.PressAsync("Withdraw this permission");
        await helen.SeesAsync("The permission is withdrawn");
        await helen.SeesAsync("Fingerprint of these words");

        await lee.IsAtAsync("This is no longer shared with you");
        await lee.SeesNothingOfAsync(Rail);
        await lee.LookAsync();
        var itsCase = lee.Page.Url;
        await lee.GoAsync("/staff");
        await lee.SeesAsync("Permission ended");
        await lee.SeesNothingOfAsync(George);
        await lee.GoAsync(itsCase);
        await lee.IsAtAsync("Page not found");
        await amira.SeesInThePlanAsync(Rail);
        await Eventually.AsyncIsTrue(async () =>
        {
            await helen.Page.ReloadAsync();

            return (await helen.Page.Locator(".progress-line").InnerTextAsync()).Contains("They see nothing more and know it", StringComparison.Ordinal);
        });
        await helen.LookAsync();
    }

    private async Task GeorgeEndsWhatHelenMayDoAsync()
    {
        var george = await FamilyAsync();
        await george.SignInToTheStoryAsync("george-ashworth");
        await george.OpenPermissionsAsync();
        await george.FollowAsync("End this");
        await george.PressAsync("End this");
        await george.SeesAsync("Helen Ashworth may no longer act for you");
        await helen.GoAsync(helen.Story);
        await helen.IsAtAsync("Page not found");
    }

    private async Task<FamilyOnTheWeb> FamilyAsync() =>
        new(await browser.OpenAsync(screen, at: service.Address.ToString()), checks: true, trail);

    private async Task<WorkerOnTheWeb> WorkerAsync() =>
        new(await browser.OpenAsync(screen, at: service.Address.ToString()), checks: true, trail);
}
