using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>What Systems Manager asks: the parameters, or the path of them.</summary>
internal static class SsmNeeds
{
    public static IEnumerable<Need> Of(ServiceCall call, ShapeNames names)
    {
        var action = $"ssm:{call.Operation}";
        return call.Operation switch
        {
            "DescribeMaintenanceWindows" => [new Need(action, "*")],
            "GetParametersByPath" => call.Resources.Select(path => new Need(action, names.SettingsPath(path))),
            _ => [new Need(action, names.Own("ssm", "parameter/{parameter}"))],
        };
    }
}
