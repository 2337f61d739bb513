namespace GmConnect.Benchmarks.Figures;

/// <summary>Where a set of measured values lies. A percentile is the value that so many of the values do not exceed.</summary>
public sealed class Spread
{
    private readonly double[] sorted;

    public Spread(IEnumerable<double> values)
    {
        sorted = [.. values.Order()];
    }

    public int Count => sorted.Length;

    public double Median => Percentile(50);

    public double Smallest => sorted.Length == 0 ? double.NaN : sorted[0];

    public double Largest => sorted.Length == 0 ? double.NaN : sorted[^1];

    public double Percentile(double percent) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(percent / 100 * sorted.Length) - 1)];
}
