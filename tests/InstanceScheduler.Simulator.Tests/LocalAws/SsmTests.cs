using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class SsmTests(Transport transport) : LocalAwsTest(transport)
{
    private static readonly Amazon.SimpleSystemsManagement.ParameterType Secure = Amazon.SimpleSystemsManagement.ParameterType.SecureString;

    [Theory]
    [InlineData("/app", false, "/app/a /app/b")]
    [InlineData("/app/", false, "/app/a /app/b")]
    [InlineData("/app", true, "/app/a /app/b /app/deep/c")]
    [InlineData("/app/deep", true, "/app/deep/c")]
    [InlineData("/ap", true, "")] // a path is not a prefix of text
    [InlineData("/", false, "top")]
    public async Task A_path_holds(string path, bool recursive, string expected)
    {
        foreach (var name in new[] { "/app/b", "/app/a", "/app/deep/c", "/application/d", "top" })
        {
            Aws.Parameters.Put(name, "v");
        }

        using var ssm = Ssm();
        var response = await ssm.GetParametersByPathAsync(new GetParametersByPathRequest { Path = path, Recursive = recursive });

        Assert.Equal(expected, string.Join(' ', (response.Parameters ?? []).Select(p => p.Name)));
    }

    [Theory]
    [InlineData(null, "10 10 5")]
    [InlineData(7, "7 7 7 4")]
    public async Task Pages_hold_at_most_ten(int? size, string expected)
    {
        foreach (var i in Enumerable.Range(0, 25))
        {
            Aws.Parameters.Put($"/app/{i:d2}", "v");
        }

        using var ssm = Ssm();
        var request = new GetParametersByPathRequest { Path = "/app", MaxResults = size };
        var seen = new List<string>();
        var pages = new List<int>();
        do
        {
            var response = await ssm.GetParametersByPathAsync(request);
            pages.Add(response.Parameters.Count);
            seen.AddRange(response.Parameters.Select(p => p.Name));
            request.NextToken = response.NextToken;
        }
        while (request.NextToken is not null);

        Assert.Equal(expected, string.Join(' ', pages));
        Assert.Equal(25, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task Pages_of_no_or_more_than_ten_parameters_are_refused(int size)
    {
        using var ssm = Ssm();

        var error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(
            () => ssm.GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/app", MaxResults = size }));

        Assert.Equal("ValidationException", error.ErrorCode);
    }

    [Fact]
    public async Task A_secure_value_is_shown_only_decrypted()
    {
        using var ssm = Ssm();
        await ssm.PutParameterAsync(
            new PutParameterRequest { Name = "/app/secret", Value = "swordfish", Type = Secure, KeyId = "alias/mine" });

        var hidden = (await ssm.GetParameterAsync(new GetParameterRequest { Name = "/app/secret" })).Parameter;
        var listed = await ssm.GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/app", WithDecryption = true });

        Assert.Equal(Secure, hidden.Type);
        Assert.StartsWith("AQICAH", hidden.Value, StringComparison.Ordinal);
        Assert.Equal("swordfish", listed.Parameters.Single().Value);
        Assert.Equal("alias/mine", Aws.Parameters.Find("/app/secret")?.KeyId);
    }

    [Fact]
    public async Task A_parameter_is_versioned_and_kept_from_accidents()
    {
        using var ssm = Ssm();
        var request = new PutParameterRequest { Name = "/app/a", Value = "1", Type = "StringList" };
        Assert.Equal(1, (await ssm.PutParameterAsync(request)).Version);
        await Assert.ThrowsAsync<ParameterAlreadyExistsException>(() => ssm.PutParameterAsync(request));

        // The type may be left out when a parameter is overwritten.
        var second = await ssm.PutParameterAsync(new PutParameterRequest { Name = "/app/a", Value = "1,2", Overwrite = true });

        var read = (await ssm.GetParameterAsync(new GetParameterRequest { Name = "/app/a" })).Parameter;
        Assert.Equal((2, 2, "1,2", "StringList"), (second.Version, read.Version, read.Value, read.Type.Value));
        Assert.Equal("arn:aws-cn:ssm:cn-north-1:123456789012:parameter/app/a", read.ARN);
        Assert.Equal(Start.UtcDateTime, read.LastModifiedDate!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        Aws.Parameters.Put("/app/a", "v", Simulator.LocalAws.Ssm.ParameterType.String);
        using var ssm = Ssm();

        await Assert.ThrowsAsync<ParameterNotFoundException>(() => ssm.GetParameterAsync(new GetParameterRequest { Name = "/app/b" }));
        await Assert.ThrowsAsync<ParameterNotFoundException>(
            () => ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = "/app/b" }));
        var several = await ssm.GetParametersAsync(new GetParametersRequest { Names = ["/app/a", "/app/b"] });
        var deleted = await ssm.DeleteParametersAsync(new DeleteParametersRequest { Names = ["/app/a", "/app/b"] });

        Assert.Equal(("/app/a", "/app/b"), (several.Parameters.Single().Name, several.InvalidParameters.Single()));
        Assert.Equal(("/app/a", "/app/b"), (deleted.DeletedParameters.Single(), deleted.InvalidParameters.Single()));
    }

    [Theory]
    [InlineData("/a/b", "", "ValidationException")]
    [InlineData("a/b", "v", "ValidationException")]
    [InlineData("/a b", "v", "ValidationException")]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", "v", "HierarchyLevelLimitExceededException")]
    public async Task A_bad_parameter_is_refused(string name, string value, string expected)
    {
        using var ssm = Ssm();

        var error = await Assert.ThrowsAnyAsync<AmazonSimpleSystemsManagementException>(
            () => ssm.PutParameterAsync(new PutParameterRequest { Name = name, Value = value, Type = Secure }));

        Assert.Equal(expected, error.ErrorCode);
    }

    [Fact]
    public async Task Accounts_and_regions_have_parameters_of_their_own()
    {
        Aws.Credentials["AKIDOTHER"] = "210987654321";
        Aws.Parameters.Put("/app/a", "hub");
        Aws.Parameters.Put("/app/a", "ningxia", region: Ningxia);
        Aws.Parameters.Put("/app/a", "other", account: "210987654321");

        using var hub = Ssm();
        using var ningxia = Ssm(region: Ningxia);
        using var other = Ssm("AKIDOTHER");

        Assert.Equal("hub", await Value(hub));
        Assert.Equal("ningxia", await Value(ningxia));
        Assert.Equal("other", await Value(other));
    }

    private static async Task<string> Value(AmazonSimpleSystemsManagementClient ssm) =>
        (await ssm.GetParameterAsync(new GetParameterRequest { Name = "/app/a" })).Parameter.Value;
}

public sealed class SsmInProcessTests() : SsmTests(Transport.InProcess);

public sealed class SsmLoopbackTests() : SsmTests(Transport.Loopback);
