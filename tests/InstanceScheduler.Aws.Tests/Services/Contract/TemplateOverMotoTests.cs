using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

/// <summary>The hub's template in the eyes of an engine that others wrote.</summary>
/// <remarks>
/// Moto leaves a null behind where a list loses an element to <c>AWS::NoValue</c>, so all options are on; and it runs no function, so the
/// resource that needs one is left out.
/// </remarks>
[Collection(MotoCollection.Name)]
public sealed class TemplateOverMotoTests(MotoServer moto)
{
    private const string Region = "cn-north-1";
    private const string Version = "2010-05-15";
    private const string Bucket = "scheduler-code";
    private const string Key = "arn:aws-cn:kms:cn-north-1:123456789012:key/1";

    private static readonly (string Name, string Value)[] Parameters =
    [
        ("CodeBucket", Bucket), ("ScheduledServices", "Both"), ("ScheduleRdsClusters", "Yes"), ("InformationalTags", "Yes"), ("KmsKeyArn", Key),
        ("KmsKeyArns", Key), ("LicenseManagerArns", "arn:aws-cn:license-manager:cn-north-1:123456789012:license-configuration:lic-1"),
        ("CrossAccountRoles", "arn:aws-cn:iam::210987654321:role/scheduler"), ("CrossAccountRoleParameters", "scheduler/"),
    ];

    [SkippableFact]
    public async Task It_is_created_and_updated()
    {
        Skip.IfNot(MotoServer.IsInstalled, MotoServer.NotInstalled);
        var template = JsonNode.Parse(ShippedTemplates.Hub.Text)!;
        template["Resources"]!.AsObject().Remove("SchedulerConfigHelper");
        await PutCodeAsync(template["Mappings"]!["Solution"]!["Release"]!["Version"]!.ToString());

        await SendAsync("CreateStack", [("TemplateBody", template.ToJsonString()), ("Capabilities.member.1", "CAPABILITY_IAM"), .. Given(Parameters)]);
        await SendAsync("UpdateStack", [("UsePreviousTemplate", "true"), ("Capabilities.member.1", "CAPABILITY_IAM"), .. Given([.. Parameters, ("SchedulerFrequency", "15")])]);

        var answer = await moto.CallJsonAsync("events", Region, "AWSEvents.ListRules", "{}");
        Assert.Equal("cron(0/15 * * * ? *)", JsonNode.Parse(answer)!["Rules"]![0]!["ScheduleExpression"]!.ToString());
    }

    private static IEnumerable<(string Key, string Value)> Given((string Name, string Value)[] parameters) => parameters.SelectMany((given, at) => new[]
    {
        ($"Parameters.member.{at + 1}.ParameterKey", given.Name), ($"Parameters.member.{at + 1}.ParameterValue", given.Value),
    });

    private Task SendAsync(string action, IEnumerable<(string Key, string Value)> members) =>
        moto.CallAsync("cloudformation", Region, Version, action, [("StackName", "office"), .. members]);

    // Moto wants the code to be there, whatever it is.
    private async Task PutCodeAsync(string version)
    {
        using var http = moto.Http();
        var signed = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", $"Credential=AKIDHUB/20261123/{Region}/s3/aws4_request, SignedHeaders=host, Signature=0");
        foreach (var (path, body) in new[]
        {
            (Bucket, $"<CreateBucketConfiguration><LocationConstraint>{Region}</LocationConstraint></CreateBucketConfiguration>"),
            ($"{Bucket}/instance-scheduler/{version}/instance-scheduler-x86_64.zip", "zip"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{moto.Url}/{path}") { Content = new StringContent(body) };
            request.Headers.Authorization = signed;
            using var answer = await http.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }
}
