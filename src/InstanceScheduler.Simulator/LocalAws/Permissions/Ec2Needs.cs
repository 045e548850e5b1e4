using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>What EC2 asks: nothing but the action to look, the instance to act.</summary>
internal static class Ec2Needs
{
    public static IEnumerable<Need> Of(ServiceCall call, QueryParameters input, ShapeNames names)
    {
        var action = $"ec2:{call.Operation}";
        return call.Operation.StartsWith("Describe", StringComparison.Ordinal)
            ? [new Need(action, "*")]
            : [.. call.Resources.Take(1).Select(_ => new Need(action, names.Own("ec2", "instance/{instance}"), Keys(call.Operation, input)))];
    }

    private static string Keys(string operation, QueryParameters input) => operation switch
    {
        "CreateTags" or "DeleteTags" => TagKeys.Of([.. input.Structures("Tag", "Key").Select(tag => input[$"{tag}.Key"]!)]),
        "ModifyInstanceAttribute" => $"ec2:Attribute={(input["InstanceType.Value"] is null ? "?" : "InstanceType")}",
        _ => "",
    };
}
