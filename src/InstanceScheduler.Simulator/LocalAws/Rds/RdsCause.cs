namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Who or what brought a transition about.</summary>
internal enum RdsCause
{
    /// <summary>The database or cluster was added in that status.</summary>
    Added,

    /// <summary>A call of the API.</summary>
    Api,

    /// <summary>Somebody at the console.</summary>
    Human,

    /// <summary>RDS itself, seven days after the stop.</summary>
    AutomaticRestart,

    /// <summary>A start or stop that was accepted and failed later.</summary>
    Fallback,

    /// <summary>RDS itself for any other reason: failover, maintenance, trouble.</summary>
    Service,
}
