namespace InstanceScheduler.Simulator.Fleet;

/// <summary>How kinds are called.</summary>
internal static class FleetKinds
{
    /// <summary>The service as the configuration and the function's log name it.</summary>
    public static string Service(this FleetKind kind) => kind == FleetKind.Instance ? "ec2" : "rds";

    /// <summary>Headings of reports.</summary>
    public static string Plural(this FleetKind kind) => kind switch
    {
        FleetKind.Instance => "EC2 instances",
        FleetKind.Database => "databases",
        _ => "clusters",
    };
}
