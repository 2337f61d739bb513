using System.Globalization;

namespace GmConnect.Benchmarks.Figures;

/// <summary>Figures as Markdown on standard output, ready for docs/benchmarks.md; progress goes to standard error.</summary>
public static class Report
{
    public static void Progress(string what) => Console.Error.WriteLine(what);

    public static void Line(string text) => Console.WriteLine(text);

    public static void Table(string[] columns, IEnumerable<object[]> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
        Console.WriteLine($"|{string.Concat(columns.Select((_, at) => at == 0 ? "---|" : "---:|"))}");
        foreach (var row in rows)
        {
            Console.WriteLine($"| {string.Join(" | ", row.Select(Cell))} |");
        }

        Console.WriteLine();
    }

    /// <summary>Whatever else the machine did is part of the figures.</summary>
    public static void Machine(string before) => Console.WriteLine($"{Figures.Machine.Description}; load before {before}, after {Figures.Machine.Load}.");

    private static string Cell(object value) => value switch
    {
        double number when double.IsNaN(number) => "",
        double number => number.ToString(Math.Abs(number) < 10 ? "0.0" : "#,##0", CultureInfo.InvariantCulture),
        int number => number.ToString("#,##0", CultureInfo.InvariantCulture),
        long number => number.ToString("#,##0", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? ""
    };
}
