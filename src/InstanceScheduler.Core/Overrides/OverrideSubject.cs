namespace InstanceScheduler.Core.Overrides;

/// <summary>An instance, as far as overrides are about it.</summary>
/// <param name="Service">Its service, <c>ec2</c> or <c>rds</c>.</param>
/// <param name="Account">Its account, 12 digits.</param>
/// <param name="Region">Its region.</param>
/// <param name="Instance">Its id.</param>
/// <param name="Schedule">Name of its schedule.</param>
public readonly record struct OverrideSubject(string Service, string Account, string Region, string Instance, string Schedule);
