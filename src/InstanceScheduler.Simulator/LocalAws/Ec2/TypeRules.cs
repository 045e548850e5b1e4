using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>What EC2 has against an instance's type. None of the texts names the instance.</summary>
internal static class TypeRules
{
    /// <summary>Null where nothing stands against starting the instance with the type that it has.</summary>
    public static AwsException? AtStart(FleetMember member) => Mismatch(member, member.Type) switch
    {
        TypeMismatch.EnhancedNetworking => new AwsException(
            "InvalidParameterCombination",
            $"Enhanced networking with the Elastic Network Adapter (ENA) is required for the '{member.Type}' instance type. " +
            "Ensure that you are using an AMI that is enabled for ENA."),
        TypeMismatch.Configuration => new AwsException(
            "Unsupported",
            "The requested configuration is currently not supported. Please check the documentation for supported configurations."),
        _ => member.Region.IsExhausted(member.Type) ? InstanceErrors.NoCapacity(member) : null,
    };

    /// <summary>Null where nothing stands against giving the instance the type.</summary>
    public static AwsException? AtChange(FleetMember member, string type) => Mismatch(member, type) switch
    {
        TypeMismatch.Architecture => new AwsException(
            "InvalidParameterCombination",
            "The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64' of the specified AMI. " +
            "Specify an instance type and an AMI that have matching architectures, and try again. You can use " +
            "'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI."),
        TypeMismatch.Virtualization => new AwsException(
            "InvalidParameterCombination",
            $"Virtualization type 'hvm' is required for instances of type '{type}'. " +
            "Ensure that you are using an AMI with virtualization type 'hvm'."),
        _ => null,
    };

    private static TypeMismatch? Mismatch(FleetMember member, string type) =>
        member.Instance.IncompatibleTypes.TryGetValue(type, out var mismatch) ? mismatch : null;
}
