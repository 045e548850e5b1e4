using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>EC2's own texts, to the letter: callers read instance ids out of them.</summary>
internal static class InstanceErrors
{
    public static AwsException Malformed(string id) => new("InvalidInstanceID.Malformed", $"Invalid id: \"{id}\"");

    public static AwsException NotFound(IReadOnlyList<string> ids) => new("InvalidInstanceID.NotFound", ids.Count == 1
        ? $"The instance ID '{ids[0]}' does not exist"
        : $"The instance IDs '{string.Join(", ", ids)}' do not exist");

    public static AwsException Unauthorized(FleetRegion region, string action, string? instanceId)
    {
        var user = $"arn:{Arn.Partition(region.Name)}:sts::{region.Account}:assumed-role/scheduler-role/ec2-scheduler-{region.Account}";
        var resource = instanceId is null ? "" : $" on resource: {Arn.Of("ec2", region.Name, region.Account, "instance/" + instanceId)}";
        return new AwsException(
            "UnauthorizedOperation",
            $"You are not authorized to perform this operation. User: {user} is not authorized to perform: {action}{resource} " +
            $"because no identity-based policy allows the {action} action",
            403);
    }

    public static AwsException NotStartable(string id) =>
        new("IncorrectInstanceState", $"The instance '{id}' is not in a state from which it can be started.");

    public static AwsException NotStoppable(string id) =>
        new("IncorrectInstanceState", $"This instance '{id}' is not in a state from which it can be stopped.");

    public static AwsException NotStopped(string id) =>
        new("IncorrectInstanceState", $"The instance '{id}' is not in the 'stopped' state.");

    public static AwsException StopProtected(string id) => new(
        "OperationNotPermitted", $"The instance '{id}' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.");

    public static AwsException InstanceStore(string id) =>
        new("UnsupportedOperation", $"The instance '{id}' does not have an 'ebs' root device type and cannot be stopped.");

    public static AwsException OneTimeSpot(string id) => new(
        "UnsupportedOperation",
        $"You can't stop the Spot Instance '{id}' because it is associated with a one-time Spot Instance request. " +
        "You can only stop Spot Instances associated with persistent Spot Instance requests.");

    public static AwsException NoHibernation(string id) =>
        new("UnsupportedHibernationConfiguration", $"The instance '{id}' is not configured for hibernation.");

    // Names no instance: a caller cannot tell which of a batch it was.
    public static AwsException NoCapacity(FleetMember member)
    {
        var zone = member.Region.Name + member.Instance.Zone;
        return new AwsException(
            "InsufficientInstanceCapacity",
            $"We currently do not have sufficient {member.Type} capacity in the Availability Zone you requested ({zone}). " +
            "Our system will be working on provisioning additional capacity. You can currently get " +
            $"{member.Type} capacity by not specifying an Availability Zone in your request or choosing another one.",
            500);
    }

    // Names no instance, as NoCapacity does not.
    public static AwsException NotReadyToHibernate() =>
        new("UnsupportedOperation", "Instance is not ready to hibernate yet, retry in a few minutes.");

    /// <summary>The refusal that somebody set on an instance by its code.</summary>
    public static AwsException Refusal(string code, FleetMember member, string action)
    {
        var id = member.Instance.Id;
        return code switch
        {
            "UnauthorizedOperation" => Unauthorized(member.Region, action, id),
            "InsufficientInstanceCapacity" => NoCapacity(member),
            "IncorrectInstanceState" when action == "ec2:StopInstances" => NotStoppable(id),
            "IncorrectInstanceState" => NotStartable(id),
            "OperationNotPermitted" => StopProtected(id),
            "InternalError" => new AwsException(code, "An internal error has occurred", 500),
            "Unavailable" or "ServiceUnavailable" => new AwsException(code, "The service is unavailable. Please try again shortly.", 503),
            "RequestLimitExceeded" => new AwsException(code, "Request limit exceeded.", 503),
            _ => new AwsException(code, $"The instance '{id}' does not allow {action} ({code})."),
        };
    }
}
