using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>Says in the terms of IAM what a call needs: one shape for each action and resource that AWS judges.</summary>
internal sealed class CallShapes(LocalAws aws)
{
    /// <summary>All that has to be allowed for the call to be carried out.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said yet what the operation needs.</exception>
    public IEnumerable<CallShape> Of(WireRequest request, CallScope scope, ServiceCall call)
    {
        var names = new ShapeNames(aws, scope);
        return Needs(request, scope.Service, call, names)
            .Select(need => new CallShape(PrincipalOf(scope), need.Action, need.Resource, need.Keys))
            .Distinct();
    }

    public Principal PrincipalOf(CallScope scope) => aws.Sessions.Find(scope.AccessKeyId) is { } session
        ? PrincipalOf(session.BegunBy) switch { Principal.Function => Principal.ManagedRole, var other => other }
        : PrincipalOf(scope.AccessKeyId);

    private Principal PrincipalOf(string accessKeyId) => accessKeyId switch
    {
        AccountKeys.FunctionKey => Principal.Function,
        AccountKeys.OperatorKey => Principal.Operator,
        _ when aws.Sessions.Find(accessKeyId) is { } session => PrincipalOf(session.BegunBy),
        _ => Principal.Other,
    };

    private static IEnumerable<Need> Needs(WireRequest request, string service, ServiceCall call, ShapeNames names) => service switch
    {
        "ec2" => Ec2Needs.Of(call, new QueryParameters(request), names),
        "rds" => RdsNeeds.Of(call.Operation, new QueryParameters(request), names),
        "dynamodb" => DynamoNeeds.Of(call, request.Body, names),
        "ssm" => SsmNeeds.Of(call, names),
        "lambda" => [new Need("lambda:InvokeFunction", names.Function(call.Resources[0]))],
        "sns" => [.. call.Resources.Select(topic => new Need($"sns:{call.Operation}", names.Topic(topic)))],
        "sts" when call.Operation == "GetCallerIdentity" => [],
        "sts" => [.. call.Resources.Select(role => new Need($"sts:{call.Operation}", names.Role(role)))],
        "cloudformation" => [new Need($"cloudformation:{call.Operation}", names.Own("cloudformation", "stack/{stack}/{id}"))],
        _ => throw new InvalidOperationException($"What {service}:{call.Operation} needs is not known; say it in LocalAws/Permissions."),
    };
}
