using System.Text;
using System.Text.Encodings.Web;
using GmConnect.Domain.Common;
using GmConnect.Domain.Discharge;
using GmConnect.Web.Ui;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Localization;

namespace GmConnect.Web.Staff.Discharge;

/// <summary>
/// The cells of a board's line as one piece of markup. Sixty lines of components would cost an open page three times what it may take, and
/// colleagues who are shown the same line share its text: whoever is shown it was let in by the sharing decision before.
/// </summary>
public sealed class WriteBoardLine(IStringLocalizer<DischargeTexts> words, TimeProvider clock) : IDisposable
{
    /// <summary>Letters that are kept for those who are shown the same: some thousands of lines.</summary>
    private const long Most = 10_000_000;

    private static readonly TimeSpan _unused = TimeSpan.FromMinutes(15);

    private readonly MemoryCache _shared = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <param name="agency">The reader's; of people elsewhere the hospital is named.</param>
    public BoardLine Of(StayRow row, Guid? agency)
    {
        var cells = Cells(row, agency);
        var kept = _shared.GetOrCreate(cells, entry =>
        {
            entry.SlidingExpiration = _unused;
            entry.Size = cells.Length;

            return cells;
        })!;

        // What is only read in the line is not kept beside it.
        return new BoardLine { Row = row with { Next = row.Next is { } next ? new NextAct("", null, null, next.IsLate) : null, PathwayBy = null }, Cells = new(kept) };
    }

    public void Dispose() => _shared.Dispose();

    private string Cells(StayRow row, Guid? agency)
    {
        var (now, (state, tone), line) = (clock.UtcNow(), words.StateOf(row), new StringBuilder(1_000));
        line.Append("<th scope=\"row\"><a href=\"").Append(DischargeLinks.Stay(row.StayId)).Append("\" data-row><bdi>").Append(Text(row.Name)).Append("</bdi></a>");
        Under(line, $"{(row.HospitalId == agency ? row.Ward : $"{row.Hospital}, {row.Ward}")} · {words["Aged", clock.Today().AgeOn(row.BirthDate)]}").Append("</th><td>");
        Under(Chip(line, state, tone), words.Since(row));
        ChipIf(line, row.IsOld(now), "LookAgain", Tone.Warn).Append("</td><td>");
        line.Append(row.Expected is { } expected ? Text(London.Short(expected)) : Text(words["NoExpected"]));
        ChipIf(line, row.IsExpectedPast, "Passed", Tone.Bad).Append("</td><td>");
        line.Append(Text(row.Pathway is { } pathway ? words[$"Short-{pathway}"] : words["NoPathway"]));
        Under(line, row.PathwayBy).Append("</td><td class=\"lines\">").Append(Text(HeldUp(row))).Append("</td><td>");
        if (row.Next is { } next)
        {
            Under(line.Append(Text(next.What)), next.Due is { } due ? $"{next.Owner ?? words["TheFamily"]}, {London.Short(due)}" : next.Owner ?? words["TheFamily"]);
            ChipIf(line, next.IsLate, "LateTask", Tone.Bad);
        }

        Chip(line.Append("</td><td>"), words[row.CarerToldAt is null ? "CarerNotTold" : "CarerTold"], row.CarerToldAt is null ? Tone.Plain : Tone.Good);

        return line.Append("</td><td><button type=\"button\" class=\"button quiet\" data-choose-row>").Append(Text(words["Note"])).Append("<span class=\"unseen\"> ")
            .Append(Text(row.Name)).Append("</span></button></td>").ToString();
    }

    private string HeldUp(StayRow row) => string.Join('\n', [
        .. row.Blockers.Select(b => $"{b.Reason} ({b.Owner}, {words[b.Days == 1 ? "DaysOne" : "Days", b.Days]})"),
        .. row.Stopping > 0 ? [words[row.Stopping == 1 ? "StoppingOne" : "Stopping", row.Stopping].Value] : Array.Empty<string>()
    ]);

    private static StringBuilder Under(StringBuilder line, string? text) =>
        string.IsNullOrEmpty(text) ? line : line.Append("<span class=\"under\">").Append(Text(text)).Append("</span>");

    private static StringBuilder Chip(StringBuilder line, string text, Tone tone) => line.Append(Chips.Of(text, tone).Value);

    private StringBuilder ChipIf(StringBuilder line, bool shows, string word, Tone tone) => shows ? Chip(line, words[word], tone) : line;

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
