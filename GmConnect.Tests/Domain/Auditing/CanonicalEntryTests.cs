using System.Globalization;
using System.Text;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Domain.Sharing;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Auditing;

public class CanonicalEntryTests
{
    /// <summary>By the model, so that a column added later cannot be forgotten.</summary>
    [Fact]
    public async Task EveryColumn_TakesPart()
    {
        await using var world = await World.OnAsync();
        await using var database = await world.DatabaseAsync();
        var columns = database.Model.FindEntityType(typeof(AccessEntry))!.GetProperties().ToList();
        var entry = Whole();

        Assert.Equal(columns.Select(c => c.Name).Order(), Read(entry).Keys.Order());
        foreach (var column in columns)
        {
            var changed = Whole();
            var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
            object other = type == typeof(Guid) ? Guid.CreateVersion7()
                : type == typeof(DateTime) ? entry.At.AddMicroseconds(1)
                : type == typeof(string) ? "other"
                : type.IsEnum ? Enum.GetValues(type).Cast<object>().First(v => !v.Equals(column.PropertyInfo!.GetValue(entry)))
                : Convert.ChangeType(41, type, CultureInfo.InvariantCulture);
            column.PropertyInfo!.SetValue(changed, other);

            Assert.Equal([column.Name], Read(entry).Where(f => Read(changed)[f.Key] != f.Value).Select(f => f.Key));
        }
    }

    [Fact]
    public void Bytes_AreTheSameEverywhere()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // Its calendar counts other years and its numbers have other signs.
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");

            Assert.Equal("2026-03-12T10:00:00.123456Z", Read(Whole())["At"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>What has no value is left out, and no text can run into its neighbour.</summary>
    [Fact]
    public void TextsAreBehindTheirLength()
    {
        var to = new CanonicalWriter().Begin("x/1"u8);
        to.Field("A"u8, "é");
        to.Field("B"u8, (string?)null);
        to.Field("C"u8, "");

        Assert.Equal([0, 0, 0, 3, .. "x/1"u8, 0, 0, 0, 1, .. "A"u8, 0, 0, 0, 2, .. Encoding.UTF8.GetBytes("é"), 0, 0, 0, 1, .. "C"u8, 0, 0, 0, 0], to.Written.ToArray());
    }

    [UseCase]
    public async Task StoredEntry_HasTheBytesItWasSavedWith(DatabaseProvider provider)
    {
        await using var log = await SealedLog.OnAsync(provider);
        var saved = await log.RecordAsync(20);
        await using var database = await log.World.DatabaseAsync();

        Assert.All(saved, entry => Assert.Equal(Read(entry), Read(database.Set<AccessEntry>().Single(e => e.Id == entry.Id))));
    }

    private static IReadOnlyDictionary<string, string> Read(AccessEntry entry) =>
        CanonicalWriter.Read(new CanonicalWriter().Write(entry).Written).Fields;

    private static AccessEntry Whole() => new()
    {
        Id = Guid.Parse("01a20758-b414-752e-a6dc-e32a71768297"),
        ResidentId = Guid.Parse("01a20758-b414-752e-a6dc-e32a71768298"),
        At = World.Start.UtcDateTime.AddMicroseconds(123_456),
        AccountId = Guid.Parse("01a20758-b414-752e-a6dc-e32a71768299"),
        Role = Role.CaseWorker,
        AgencyId = Guid.Parse("01a20758-b414-752e-a6dc-e32a7176829a"),
        Kind = AccessKind.Refused,
        Category = DataCategory.StoryPart,
        Parts = "AboutMe",
        Purpose = Purpose.Care,
        Channel = Channel.Page,
        Ground = GroundKind.Consent,
        GroundFacts = "facts",
        Because = RefusedBecause.NoConsent,
        View = Guid.Parse("01a20758-b414-752e-a6dc-e32a7176829b"),
        Rules = 2,
        Row = Guid.Parse("01a20758-b414-752e-a6dc-e32a7176829c"),
        Act = Act.Read,
        Wanted = "AboutMe,Medicines"
    };
}
