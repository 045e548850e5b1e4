using System.Globalization;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::Lambda::Function</c>: registered, so that environments can poll for its invocations; the code is taken on trust.</summary>
internal sealed class FunctionResource() : ImmediateResource(new ResourceTraits("AWS::Lambda::Function")
    .With("Architectures Code! CodeSigningConfigArn DeadLetterConfig Description Environment EphemeralStorage FileSystemConfigs FunctionName* Handler "
        + "ImageConfig KmsKeyArn Layers LoggingConfig MemorySize PackageType* RecursiveLoop ReservedConcurrentExecutions Role! Runtime "
        + "RuntimeManagementConfig SnapStart Tags Timeout TracingConfig VpcConfig")
    .Named("FunctionName", 64))
{
    private const int DefaultSeconds = 3;

    protected override MadeResource Create(ResourceRequest request)
    {
        var name = request.Name(Traits);
        var options = request.Aws.Options;
        if (request.Account != options.HubAccount || request.Region != options.HubRegion)
        {
            throw new ResourceFailure($"Functions are simulated in {options.HubRegion} of {options.HubAccount} only; deploy the stack there.");
        }

        if (!request.Aws.Functions.TryRegister(name, Timeout(request), out var function))
        {
            throw request.Exists(name);
        }

        UseRole(request);
        return new MadeResource(name, request.Properties).With("Arn", function.InvokedArn);
    }

    protected override MadeResource Update(ResourceRequest request, MadeResource old)
    {
        request.Aws.Functions.Find(old.PhysicalId, request.Account, request.Region).Timeout = Timeout(request);
        UseRole(request);
        return old with { Properties = request.Properties };
    }

    protected override void Delete(ResourceRequest request, MadeResource old) => request.Aws.Functions.Remove(old.PhysicalId);

    private static TimeSpan Timeout(ResourceRequest request) =>
        TimeSpan.FromSeconds(int.Parse(request.Text("Timeout") ?? $"{DefaultSeconds}", CultureInfo.InvariantCulture));

    // Whoever runs the function calls with the hub's key.
    private static void UseRole(ResourceRequest request) => request.Aws.Credentials.HubRole = request.Text("Role");
}
