using System.Globalization;

namespace InstanceScheduler.Benchmarks;

/// <summary>What becomes of many measurements.</summary>
internal static class Figures
{
    /// <summary>The middle one, to four digits.</summary>
    /// <param name="results">At least one.</param>
    /// <param name="figure">What is asked of each.</param>
    public static double Median<T>(IEnumerable<T> results, Func<T, double> figure)
    {
        var ordered = results.Select(figure).Order().ToList();
        return Round(ordered[ordered.Count / 2]);
    }

    /// <summary>Four digits: more would be chance.</summary>
    public static double Round(double figure) => double.Parse(figure.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
