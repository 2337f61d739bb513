using GmConnect.Domain.Agencies;
using GmConnect.Domain.Auditing;
using GmConnect.Domain.Cases;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace GmConnect.Tests.Domain.Cases;

public class NotesAndDocumentsTests
{
    private static readonly byte[] _pdf = "%PDF-1.7 letter"u8.ToArray();

    [UseCase]
    public async Task Notes_AreReadByThoseTheyAreFor_AndDraftsByNobodyElse(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var write = stage.Scene.The<WriteNote>();
        foreach (var audience in Enum.GetValues<CaseAudience>())
        {
            Expect.Value(await write.ApproveAsync(stage.Case, null, new($"For {audience}", audience, null), stage.Nursing.AsWorker));
        }

        var draft = Expect.Value(await write.SaveDraftAsync(stage.Case, null, new("A draft for all", CaseAudience.Family, null), stage.Nursing.AsWorker));

        Assert.Equal(["For Agency", "For CareTeam", "For Family"], await stage.WordsAsync(stage.Nursing.AsWorker));
        Assert.Equal(["For CareTeam", "For Family"], await stage.WordsAsync(stage.Hospital.AsWorker));
        Assert.Equal(["For Family"], (await stage.FamilyAsync()).Select(w => w.Words));
        Assert.Equal("A draft for all", Assert.Single((await stage.TimelineAsync(stage.Nursing.AsWorker)).Drafts).Words);
        Assert.Empty((await stage.TimelineAsync(stage.Hospital.AsWorker)).Drafts);

        // Unknown and forbidden look the same.
        Expect.Refused<NotFound, Guid>(await write.ApproveAsync(stage.Case, draft, new("Mine now", CaseAudience.Family, null), stage.Hospital.AsWorker));
        Expect.Refused<NotFound>(await write.DiscardDraftAsync(stage.Case, draft, stage.Hospital.AsWorker));
        Expect.Done(await write.DiscardDraftAsync(stage.Case, draft, stage.Nursing.AsWorker));
        Assert.Empty((await stage.TimelineAsync(stage.Nursing.AsWorker)).Drafts);
    }

    [UseCase]
    public async Task ApprovedNote_IsNeverWrittenOver_AndStruckOutItCanStillBeRead(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var write = stage.Scene.The<WriteNote>();
        var note = Expect.Value(await write.SaveDraftAsync(stage.Case, null, new("He", CaseAudience.Family, null), stage.Nursing.AsWorker));
        Expect.Value(await write.ApproveAsync(stage.Case, note, new("He fell.", CaseAudience.Family, stage.Scene.World.Clock.Today().AddDays(-1)), stage.Nursing.AsWorker));

        Expect.Refused<NoteIsApproved, Guid>(await write.SaveDraftAsync(stage.Case, note, new("He did not.", CaseAudience.Family, null), stage.Nursing.AsWorker));
        Expect.Refused<NoteIsApproved>(await write.DiscardDraftAsync(stage.Case, note, stage.Nursing.AsWorker));
        Expect.Refused<StrikingOutNeedsReason>(await write.StrikeOutAsync(stage.Case, note, " ", stage.Nursing.AsWorker));
        // Who leads the case may; a colleague of another agency would not know.
        Expect.Done(await write.StrikeOutAsync(stage.Case, note, "That was somebody else.", stage.Hospital.AsWorker));
        Expect.Refused<NoteIsStruckOut>(await write.StrikeOutAsync(stage.Case, note, "Again.", stage.Nursing.AsWorker));

        var read = Assert.Single(await stage.FamilyAsync());
        Assert.Equal(("He fell.", "That was somebody else.", stage.Hospital.Worker.DisplayName), (read.Words, read.StruckOut!.Because, read.StruckOut.By));
    }

    [Theory]
    [InlineData(0, 0, typeof(NoteNeedsWords))]
    [InlineData(1, 0, null)]
    [InlineData(10_000, -400, null)]
    [InlineData(10_001, 0, typeof(NoteNeedsWords))]
    [InlineData(5, 1, typeof(NoteDayInTheFuture))]
    public void Note_HasLimits(int length, int day, Type? refusal)
    {
        var today = new DateOnly(2026, 3, 2);
        var note = new CaseNote { ResidentId = Guid.NewGuid(), CaseFileId = Guid.NewGuid(), AgencyId = Guid.NewGuid(), WrittenBy = Guid.NewGuid() };

        Assert.Equal(
            refusal,
            note.Write(new(new string('م', length), CaseAudience.CareTeam, today.AddDays(day)), today, new(note.WrittenBy, DateTime.UnixEpoch)).Refusal?.GetType());
    }

    /// <summary>Pages meet without a gap and without a row twice, whatever mixture of notes and turns they hold.</summary>
    [Fact]
    public async Task Timeline_IsReadPageByPage_ToItsEnd()
    {
        await using var stage = await Stage.OpenAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < 60; i++)
        {
            stage.Scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
            Expect.Value(await stage.Scene.The<WriteNote>().ApproveAsync(stage.Case, null, new($"{i}", CaseAudience.CareTeam, null), stage.Nursing.AsWorker));
        }

        var rows = new List<TimelineRow>();
        DateTime? before = null;
        do
        {
            var page = Expect.Value(await stage.Scene.The<ReadTimeline>().ExecuteAsync(stage.Case, before, stage.Nursing.AsWorker, Guid.NewGuid()));
            Assert.True(page.Rows.Count <= ReadTimeline.Length);
            rows.AddRange(page.Rows);
            before = page.Before;
        }
        while (before is not null);

        Assert.Equal(Enumerable.Range(0, 60).Reverse().Select(i => $"{i}"), rows.Where(r => r.Kind is TimelineKind.Note).Select(r => r.Words));
        Assert.Equal(rows.OrderByDescending(r => r.At).Select(r => r.Id), rows.Select(r => r.Id));
        Assert.Equal([TimelineKind.Joined, TimelineKind.CaseOpened], rows.Where(r => r.Kind is not TimelineKind.Note).Select(r => r.Kind));
    }

    [UseCase]
    public async Task Document_IsHandedOutToThoseItIsFor_AsARecordedExport(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var keep = stage.Scene.The<KeepDocument>();
        var ours = Expect.Value(await keep.AddAsync(stage.Case, new("Ours", _pdf, CaseAudience.Agency, null), stage.Nursing.AsWorker));
        var letter = Expect.Value(await keep.AddAsync(stage.Case, new("Letter", _pdf, CaseAudience.Family, null), stage.Nursing.AsWorker));

        var entries = await stage.Scene.EntriesOfAsync(async () =>
            Assert.Equal(_pdf, Expect.Value(await keep.DownloadAsync(stage.Case, letter, stage.Scene.AsHelen)).Bytes));
        Assert.Equal("Export", Assert.Single(entries).Channel.ToString());
        Expect.Value(await keep.DownloadAsync(stage.Case, ours, stage.Nursing.AsWorker));
        Expect.Refused<NotFound, DocumentDownloaded>(await keep.DownloadAsync(stage.Case, ours, stage.Hospital.AsWorker));
        Expect.Refused<NotFound, DocumentDownloaded>(await keep.DownloadAsync(stage.Case, ours, stage.Scene.AsHelen));
        Expect.Refused<NotFound>(await keep.RemoveAsync(stage.Case, ours, "Not ours.", stage.Hospital.AsWorker));
        Assert.Equal(["Letter"], Expect.Value(await keep.ListAsync(stage.Case, stage.Hospital.AsWorker, Guid.NewGuid())).Select(d => d.Title));

        Expect.Refused<RemovingNeedsReason>(await keep.RemoveAsync(stage.Case, letter, "", stage.Nursing.AsWorker));
        Expect.Done(await keep.RemoveAsync(stage.Case, letter, "Another person’s letter.", stage.Nursing.AsWorker));
        Expect.Refused<NotFound, DocumentDownloaded>(await keep.DownloadAsync(stage.Case, letter, stage.Scene.AsHelen));
        Assert.Equal([ours], await stage.Scene.World.ReadAsync(database => database.Set<CaseDocumentContent>().Select(c => c.CaseDocumentId).ToListAsync()));
    }

    [UseCase]
    public async Task Document_PastItsDay_IsRefusedAtOnceAndDestroyedByTheClock(DatabaseProvider provider)
    {
        await using var stage = await Stage.OpenAsync(provider);
        var keep = stage.Scene.The<KeepDocument>();
        var today = stage.Scene.World.Clock.Today();
        var letter = Expect.Value(await keep.AddAsync(stage.Case, new("Letter", _pdf, CaseAudience.Family, today), stage.Nursing.AsWorker));
        Expect.Value(await keep.DownloadAsync(stage.Case, letter, stage.Hospital.AsWorker));
        Assert.Equal(0, await stage.Scene.The<DestroyExpiredDocuments>().ExecuteAsync());

        stage.Scene.World.Clock.Advance(TimeSpan.FromDays(1));

        Expect.Refused<NotFound, DocumentDownloaded>(await keep.DownloadAsync(stage.Case, letter, stage.Hospital.AsWorker));
        Assert.Equal(1, await stage.Scene.The<DestroyExpiredDocuments>().ExecuteAsync());
        Assert.Equal(0, await stage.Scene.The<DestroyExpiredDocuments>().ExecuteAsync());
        Assert.Equal(0, await stage.Scene.World.ReadAsync(database => database.Set<CaseDocumentContent>().CountAsync()));
        Assert.NotNull(Assert.Single(Expect.Value(await keep.ListAsync(stage.Case, stage.Hospital.AsWorker, Guid.NewGuid()))).RemovedAt);
    }

    public static TheoryData<string, byte[], Type?> Files => new()
    {
        { "a PDF", _pdf, null },
        { "a JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], null },
        { "a PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], null },
        { "nothing", [], typeof(DocumentIsEmpty) },
        { "a page of markup", "<html><script>"u8.ToArray(), typeof(DocumentOfAnotherKind) },
        { "a programme", "MZ\u0090"u8.ToArray(), typeof(DocumentOfAnotherKind) },
        { "an archive", "PK\u0003\u0004"u8.ToArray(), typeof(DocumentOfAnotherKind) },
        { "markup with a PDF's mark further down", " %PDF-1.7"u8.ToArray(), typeof(DocumentOfAnotherKind) },
        { "a drawing that runs", "<svg xmlns='x' onload='y'>"u8.ToArray(), typeof(DocumentOfAnotherKind) },
        { "the largest", [.. _pdf, .. new byte[CaseDocument.MaxBytes - _pdf.Length]], null },
        { "one byte more", [.. _pdf, .. new byte[CaseDocument.MaxBytes - _pdf.Length + 1]], typeof(DocumentTooLarge) }
    };

    /// <summary>What is inside decides, and never what it is called.</summary>
    [Theory, MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Add_TakesKindsByTheirFirstBytes(string file, byte[] content, Type? refusal) =>
        Assert.True(refusal == Added(new(file, content, CaseAudience.CareTeam, null))?.GetType(), file);

    [Fact]
    public void Add_RefusesNoTitle_ADayThatIsOver_AndTooMany()
    {
        Assert.IsType<DocumentNeedsTitle>(Added(new(" ", _pdf, CaseAudience.CareTeam, null)));
        Assert.IsType<DocumentNeedsTitle>(Added(new(new string('x', 201), _pdf, CaseAudience.CareTeam, null)));
        Assert.IsType<DocumentDayInThePast>(Added(new("Letter", _pdf, CaseAudience.CareTeam, new DateOnly(2026, 3, 1))));
        Assert.Null(Added(new("Letter", _pdf, CaseAudience.CareTeam, new DateOnly(2026, 3, 2))));
        Assert.IsType<DocumentsAreMany>(Added(new("Letter", _pdf, CaseAudience.CareTeam, null), there: 200));
    }

    private static Refusal? Added(DocumentTyped typed, int there = 0)
    {
        var stamp = new Stamp(Guid.NewGuid(), DateTime.UnixEpoch);
        var file = Expect.Value(CaseFile.Open(Guid.NewGuid(), Guid.NewGuid(), "Home safely", "leads", stamp));

        return CaseDocument.Add(file, file.AgencyId, typed, there, new DateOnly(2026, 3, 2), stamp).Refusal;
    }

    /// <summary>A hospital leads a case that a nurse has joined.</summary>
    private sealed record Stage(Scene Scene, AgencyOnScene Hospital, AgencyOnScene Nursing, Guid Case) : IAsyncDisposable
    {
        public static async Task<Stage> OpenAsync(DatabaseProvider provider)
        {
            var scene = await Scene.OpenAsync(provider);
            var (hospital, nursing) = (await scene.AddAgencyAsync(AgencyKind.Hospital), await scene.AddAgencyAsync(AgencyKind.CommunityHealth));
            await scene.TellStoryAsync();
            await scene.ShareAsync(hospital, nursing);
            var file = await scene.OpenCaseAsync(hospital);
            scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
            await scene.JoinAsync(nursing, file);
            scene.World.Clock.Advance(TimeSpan.FromMinutes(1));

            return new Stage(scene, hospital, nursing, file);
        }

        public async Task<TimelinePage> TimelineAsync(Actor by) => Expect.Value(await Scene.The<ReadTimeline>().ExecuteAsync(Case, null, by, Guid.NewGuid()));

        public async Task<IEnumerable<string?>> WordsAsync(Actor by) => (await TimelineAsync(by)).Rows.Where(r => r.Kind is TimelineKind.Note).Select(r => r.Words).Order();

        public async Task<IReadOnlyList<TeamWords>> FamilyAsync() => Expect.Value(await Scene.The<ReadTeamWords>().ExecuteAsync(Scene.GeorgesId, Scene.AsHelen)).Words;

        public ValueTask DisposeAsync() => Scene.DisposeAsync();
    }
}
