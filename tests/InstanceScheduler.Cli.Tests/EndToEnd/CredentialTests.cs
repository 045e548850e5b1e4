namespace InstanceScheduler.Cli.Tests.EndToEnd;

/// <summary>Whatever stands in profiles and variables: it is told, without a stack trace.</summary>
public sealed class CredentialTests : IDisposable
{
    private const string Role = "role_arn=arn:aws-cn:iam::123456789012:role/x\n";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string, string, string> Rows => new()
    {
        { "", "AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b AWS_ENDPOINT_URL=nonsense", "AWS cannot be reached: Value for ServiceURL is not a valid URL: nonsense. Look at" },
        { "no section\n", "", "The AWS profiles or credentials cannot be used: Line 1:<no section > in file" },
        { "[default]\ncredential_process=/bin/false\n", "", "The AWS profiles or credentials cannot be used: Command returned non-zero exit value 1" },
        { $"[default]\n{Role}web_identity_token_file=/nowhere/token\n", "", "The AWS profiles or credentials cannot be used: Could not find" },
        { $"[default]\n{Role}credential_source=Environment\n", "", "The AWS profiles or credentials cannot be used: The environment variables AWS_ACCESS_KEY_ID" },
        { "", "AWS_WEB_IDENTITY_TOKEN_FILE=/nowhere/token AWS_ROLE_ARN=arn:aws-cn:iam::123456789012:role/x", "The AWS profiles or credentials cannot be used: Could not find" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_keeps_the_caller_from_being_known_is_told(string config, string variables, string expected)
    {
        var file = Path.Combine(_folder, "config");
        await File.WriteAllTextAsync(file, config);
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_REGION"] = "cn-north-1",
            ["AWS_CONFIG_FILE"] = file,
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_folder, "none"),
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        foreach (var variable in variables.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            all[variable.Split('=')[0]] = variable.Split('=')[1];

        var result = await new CliProcess(all).RunAsync("describe-periods", "--stack", "x");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(expected, result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [SkippableFact]
    public async Task An_output_that_is_full_is_told()
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no /dev/full here.");
        var start = new System.Diagnostics.ProcessStartInfo("sh");
        var program = CliProcess.Start();
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$0\" \"$@\" > /dev/full");
        foreach (var part in program.ArgumentList.Prepend(program.FileName))
            start.ArgumentList.Add(part);

        var result = await new CliProcess(new Dictionary<string, string>()).RunAsync(start, "completion", "bash");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("The output cannot be written: ", result.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
