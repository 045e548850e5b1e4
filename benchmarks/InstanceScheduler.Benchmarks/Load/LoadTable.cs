namespace InstanceScheduler.Benchmarks.Load;

/// <summary>Figures of ticks on the console.</summary>
internal static class LoadTable
{
    public const string Heading =
        "instances  KB each  cold ms (CPU)      quiet ms (CPU)     µs CPU each  bare XML ms  ratio  local AWS ms  calls: list query write  log bytes  peak MB";

    public static string Line(LoadResult result) =>
        $"{result.Instances,9:N0}  {result.PageBytes / 1000,7:F1}  {result.ColdWall,7:F0} ({result.ColdCpu,6:F0})   {result.QuietWall,8:F1} ({result.QuietCpu,7:F1})  {result.QuietCpu * 1000 / Math.Max(1, result.Instances),11:F1}  {result.BareCpu,11:F1}  {result.Ratio,5:F2}  {result.LocalAwsCpu,12:F1}  {result.DescribeCalls,11} {result.QueryCalls,5} {result.WriteCalls,5}  {result.LogBytes,9:N0}  {result.PeakMegabytes,7:F1}";
}
