using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>ModifyInstanceAttribute, for the instance type only.</summary>
internal static partial class InstanceAttributeCalls
{
    private const string Action = "ec2:ModifyInstanceAttribute";

    public static int Modify(FleetRegion region, QueryParameters input, XmlBuffer output)
    {
        var id = input["InstanceId"] ?? throw new AwsException("MissingParameter", "The request must contain the parameter instanceId");
        var type = input["InstanceType.Value"] ?? (input["Attribute"] == "instanceType" ? input["Value"] : null)
            ?? throw new AwsException("InvalidParameterCombination", "No attributes specified.");
        if (region.Denies(Action))
        {
            throw InstanceErrors.Unauthorized(region, Action, id);
        }

        region.Change([id], (members, _) =>
        {
            var member = members[0];
            if (member.Instance.ResizeRefusal is { } code)
            {
                throw InstanceErrors.Refusal(code, member, Action);
            }

            if (!InstanceType().IsMatch(type))
            {
                throw new AwsException("InvalidInstanceAttributeValue", $"The instanceType '{type}' is not valid");
            }

            if (member.Power.State != PowerState.Stopped)
            {
                throw InstanceErrors.NotStopped(id);
            }

            if (TypeRules.AtChange(member, type) is { } problem)
            {
                throw problem;
            }

            member.Type = type;
            return true;
        });
        output.Raw("<return>true</return>"u8);
        return 1;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z0-9-]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstanceType();
}
