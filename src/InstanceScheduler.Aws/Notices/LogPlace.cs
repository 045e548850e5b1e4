namespace InstanceScheduler.Aws.Notices;

/// <summary>Where the lines of a run are, so that the reader of a notice finds them.</summary>
/// <param name="Group">Log group.</param>
/// <param name="Stream">Log stream.</param>
internal sealed record LogPlace(string Group, string Stream);
