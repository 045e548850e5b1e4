namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>What follows from the engine.</summary>
/// <param name="Family">Names parameter groups.</param>
internal sealed record EngineTraits(string Version, string Family, int Port, string License)
{
    private static readonly (string Prefix, EngineTraits Traits)[] Known =
    [
        ("aurora-mysql", new("8.0.mysql_aurora.3.08.2", "aurora-mysql8.0", 3306, "general-public-license")),
        ("aurora-postgresql", new("16.6", "aurora-postgresql16", 5432, "postgresql-license")),
        ("neptune", new("1.4.5.1", "neptune1.4", 8182, "amazon-license")),
        ("docdb", new("5.0.0", "docdb5.0", 27017, "na")),
        ("postgres", new("16.8", "postgres16", 5432, "postgresql-license")),
        ("mariadb", new("11.4.5", "mariadb11.4", 3306, "general-public-license")),
        ("oracle-", new("19.0.0.0.ru-2025-04.rur-2025-04.r1", "oracle-se2-19", 1521, "bring-your-own-license")),
        ("sqlserver-", new("16.00.4195.2.v1", "sqlserver-se-16.0", 1433, "license-included")),
        ("mysql", new("8.0.42", "mysql8.0", 3306, "general-public-license")),
    ];

    /// <summary>Those of MySQL for an engine nobody knows.</summary>
    public static EngineTraits Of(string engine)
    {
        var at = Array.FindIndex(Known, k => engine.StartsWith(k.Prefix, StringComparison.Ordinal));
        return (at < 0 ? Known[^1] : Known[at]).Traits;
    }
}
