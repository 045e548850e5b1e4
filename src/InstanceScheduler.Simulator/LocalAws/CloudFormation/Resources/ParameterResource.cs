using InstanceScheduler.Simulator.LocalAws.Ssm;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::SSM::Parameter</c></summary>
internal sealed class ParameterResource() : ImmediateResource(new ResourceTraits("AWS::SSM::Parameter")
    .With("AllowedPattern DataType Description Name* Policies Tags Tier Type! Value!")
    .Named("Name", 1011))
{
    protected override MadeResource Create(ResourceRequest request) => Put(request, request.Name(Traits), overwrite: false);

    protected override MadeResource Update(ResourceRequest request, MadeResource old) => Put(request, old.PhysicalId, overwrite: true);

    protected override void Delete(ResourceRequest request, MadeResource old) =>
        request.Aws.Parameters.Delete(old.PhysicalId, request.Account, request.Region);

    private static MadeResource Put(ResourceRequest request, string name, bool overwrite)
    {
        var (value, type) = (request.Text("Value") ?? "", request.Text("Type"));
        ParameterWrites.EnsureName(name);
        ParameterWrites.EnsureFits(value, request.Text("Tier") ?? "Standard");

        // CloudFormation makes none that are secret.
        var kind = type switch
        {
            "String" => ParameterType.String,
            "StringList" => ParameterType.StringList,
            _ => throw new ResourceFailure($"#/Type: {type} is not a valid enum value"),
        };
        return request.Aws.Parameters.In(request.Account, request.Region).Put(name, value, kind, overwrite, keyId: null) is null
            ? throw request.Exists(name)
            : new MadeResource(name, request.Properties).With("Type", type).With("Value", value);
    }
}
