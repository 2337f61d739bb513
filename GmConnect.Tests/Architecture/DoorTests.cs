using System.Text.RegularExpressions;
using GmConnect.Domain.Data;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Architecture;

/// <summary>
/// Whatever concerns a resident is opened through the door of Sharing. The compiler cannot hold that between the folders of
/// one assembly, so this does: every table concerns a resident unless it is listed here, and what concerns a resident is
/// queried by the door, the mappings and Data alone.
/// </summary>
public class DoorTests
{
    /// <summary>Tables that say nothing about any resident. Adding one is a decision about privacy: say why in the review.</summary>
    private static readonly string[] ConcernNobody =
    [
        "Account", "Agency", "AgencyNotice", "DataProtectionKey", "DemonstrationMark", "PartnerSystem", "Team", "Watermark",
        // Between agencies: nobody's permission, and no resident, is named in them.
        "SharingAgreement", "AgreementVersion", "AgreementParty", "AgreementSuspension", "AgreementChange",
        // Ids, hashes and times of entries, never what an entry says.
        "EntryDestruction", "SealBatch", "SealedEntry", "UnsealedEntry",
        // Classes, counts and reasons; whose record it was nothing says.
        "DestructionCertificate"
    ];

    /// <summary>Files that query past the door, each with the reason why that shows nobody anything.</summary>
    private static readonly Dictionary<string, string> MayQuery = new()
    {
        ["GmConnect.Domain/Sharing/LoadSharingFacts.cs"] = "loads what the decision is taken on; only the door calls it",
        ["GmConnect.Domain/Sharing/AgencyFacts.cs"] = "the part of that which one agency's question needs",
        ["GmConnect.Domain/Sharing/TellWhatEnded.cs"] = "finds whose open pages must read again, by ids alone",
        ["GmConnect.Domain/ComingOfAge/TellBirthdays.cs"] = "finds whose birthday changes rights, and shows nobody",
        ["GmConnect.Domain/Oversight/RaiseReviews.cs"] = "compares who looked with whose record it was, and puts references on the desk",
        ["GmConnect.Domain/Oversight/RemindOfWithheld.cs"] = "puts on the desk what waits for its day, by ids and days",
        ["GmConnect.Domain/Oversight/EscalateMatters.cs"] = "marks what is overdue, unread",
        ["GmConnect.Domain/Referrals/WatchReferralClocks.cs"] = "marks clocks that warn or are used up, by their times alone",
        ["GmConnect.Domain/Cases/DestroyExpiredDocuments.cs"] = "destroys what its day has come for, unread",
        ["GmConnect.Domain/Sharing/EndPermission.cs"] = "erases the bodies of the messages it cancels, unread",
        ["GmConnect.Domain/Auditing/StoredForm.cs"] = "names the id of an entry in another form",
        ["GmConnect.Domain/Retention/LastUsed.cs"] = "tells the day of the last use, and whose it was to nobody",
        ["GmConnect.Domain/Retention/RaiseRetentionReviews.cs"] = "puts on the desk what is past its time, by days alone",
        ["GmConnect.Domain/Retention/ReadRetention.cs"] = "counts rows, for who has opened the review through the door",
        ["GmConnect.Domain/Retention/DestroyRecord.cs"] = "destroys what the guardian decided through the door, unread",
        ["GmConnect.Domain/Retention/DestroyOldLogs.cs"] = "destroys the log that a review decided on, unread",
        ["GmConnect.Domain/Auditing/SealEntries.cs"] = "makes hashes of entries, and shows none",
        ["GmConnect.Domain/Auditing/SealedRows.cs"] = "compares entries with their hashes, and shows none",
        ["GmConnect.Domain/Auditing/VerifyLog.cs"] = "counts entries and names the id of a broken one",
        ["GmConnect.Domain/Auditing/DestroyEntries.cs"] = "destroys entries, unread",
        ["GmConnect.Domain/Auditing/ProveEntry.cs"] = "its unsafe way is the operator's command alone; residents come through the door",
        ["GmConnect.Domain/Exchange/DeliverMessages.cs"] = "takes the decision again for each message before it sends",
        ["GmConnect.Domain/Exchange/SweepOutbox.cs"] = "takes claims over and counts what waits",
        ["GmConnect.Domain/Exchange/EraseDeadLetters.cs"] = "erases what nobody could deliver, unread",
        ["GmConnect.Domain/Exchange/TakePartnerAnswer.cs"] = "the partner's token is for this one message",
        ["GmConnect.Domain/Exchange/ListMessages.cs"] = "shows an administrator envelopes, and nothing of whom they are about"
    };

    [Fact]
    public void TablesThatConcernNobody_Exist() => Assert.Empty(ConcernNobody.Except(Entities().Select(entity => entity.Name)));

    [Fact]
    public void EveryTableWithAResident_IsForTheDoor()
    {
        var withResident = Entities().Where(entity => entity.GetProperty("ResidentId") is not null).ToList();

        Assert.NotEmpty(withResident);
        Assert.DoesNotContain(
            withResident, entity => !ConcernNobody.Contains(entity.Name) && !entity.IsAssignableTo(typeof(IConcernsResident)));
    }

    [Fact]
    public void TablesThatConcernAResident_AreNotPublicSets()
    {
        var sets = typeof(GmConnectDbContext).GetProperties()
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(property => property.PropertyType.GetGenericArguments()[0].Name);

        Assert.Empty(sets.Except(ConcernNobody));
    }

    [Fact]
    public void TablesThatConcernAResident_AreQueriedByTheDoorAlone()
    {
        var sources = SourceTree.CodeUnder("GmConnect.Domain", "GmConnect.Web");
        // Adding a row reads none.
        var query = $@"(?<!\w)(Set|Find|FindAsync)<(?!({string.Join('|', ConcernNobody)})>)\w+>\((?!\)\.Add)";

        Assert.Contains(sources, file => IsTheDoor(file) && Regex.IsMatch(file.Code, query));
        Assert.Empty(MayQuery.Keys.Except(sources.Select(file => file.Path)));
        SourceTree.NoneSays(
            sources.Where(file => !IsTheDoor(file) && !MayQuery.ContainsKey(file.Path)), query, "A resident's record is read past the door");
    }

    private static bool IsTheDoor(SourceFile file) =>
        file.IsUnder("GmConnect.Domain/Data")
        || Regex.IsMatch(file.Path, "^GmConnect.Domain/Sharing/Door[^/]*$")
        || file.Name.EndsWith("Mapping.cs", StringComparison.Ordinal);

    private static List<Type> Entities()
    {
        using var services = Contexts.Services(DatabaseProvider.Sqlite);
        using var database = services.GetRequiredService<IDbContextFactory<GmConnectDbContext>>().CreateDbContext();

        return [.. database.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).Select(entity => entity.ClrType)];
    }
}
