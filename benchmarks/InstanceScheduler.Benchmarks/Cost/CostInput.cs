namespace InstanceScheduler.Benchmarks.Cost;

/// <summary>An installation whose month is paid for.</summary>
/// <param name="Accounts">Accounts that are scheduled.</param>
/// <param name="Regions">Regions of each.</param>
/// <param name="Services">Services of each.</param>
/// <param name="Instances">All instances together, spread evenly.</param>
/// <param name="Minutes">Between two ticks.</param>
internal sealed record CostInput(int Accounts, int Regions, int Services, int Instances, int Minutes)
{
    /// <summary>Size of the function in MB. Default 128.</summary>
    public int Memory { get; init; } = 128;

    /// <summary>Schedules with metrics. Default 0.</summary>
    public int MetricSchedules { get; init; }

    /// <summary>Boundaries of a day at which all instances start or stop. Default 2.</summary>
    public int Boundaries { get; init; } = 2;

    /// <summary>Seconds until AWS has answered a listing of a thousand. Default 1, an estimate.</summary>
    public double ListingSeconds { get; init; } = 1;

    /// <summary>Seconds until AWS has answered any other call. Default 0.02, an estimate.</summary>
    public double CallSeconds { get; init; } = 0.02;

    /// <summary>One service in one account and region each.</summary>
    public int Targets => Accounts * Regions * Services;

    /// <summary>Instances of a target.</summary>
    public double InstancesEach => (double)Instances / Targets;
}
