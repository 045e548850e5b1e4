namespace InstanceScheduler.Core.Decisions;

/// <summary>What a decision needs to know of an instance.</summary>
/// <param name="Running">Whether it runs (else it is stopped; instances in transition are not decided on).</param>
/// <param name="InstanceType">Its type now.</param>
/// <param name="AllowResize">Whether its service can change the type.</param>
/// <param name="RestartedByAws">Whether AWS started it, as it does with a database stopped for seven days: no person's wish to respect.</param>
/// <param name="StoppedByPerson">Whether a person stopped it, as far as AWS tells.</param>
/// <param name="MaxUptimeReached">Whether it has run as long as its schedule allows.</param>
public readonly record struct InstanceFacts(bool Running, string InstanceType, bool AllowResize, bool RestartedByAws = false, bool StoppedByPerson = false, bool MaxUptimeReached = false);
