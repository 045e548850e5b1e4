namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>What a call asks of IAM, with names instead of ids: <c>arn:{partition}:ec2:{region}:{hub}:instance/{instance}</c>.</summary>
/// <param name="Caller">Whose policies decide.</param>
/// <param name="Action">As policies spell it: <c>ec2:StartInstances</c>.</param>
/// <param name="Resource">An ARN; <c>*</c> where the action knows no resources.</param>
/// <param name="Keys">Condition keys and their values, <c>key=value|value</c> with semicolons between; empty: none that a policy asks for.</param>
internal sealed record CallShape(Principal Caller, string Action, string Resource, string Keys = "")
{
    /// <summary>One line of a recording, without its end.</summary>
    public override string ToString() => $"{Caller}\t{Action}\t{Resource}\t{Keys}".TrimEnd('\t');
}
