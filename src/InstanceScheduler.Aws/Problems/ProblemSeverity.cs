namespace InstanceScheduler.Aws.Problems;

/// <summary>How bad a problem is.</summary>
internal enum ProblemSeverity
{
    /// <summary>Worth knowing; whatever was to be started, stopped or decided, was.</summary>
    Warning,

    /// <summary>It kept something from being started, stopped or decided.</summary>
    Error,
}
