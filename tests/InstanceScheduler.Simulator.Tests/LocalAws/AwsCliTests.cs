using System.Diagnostics;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using InstanceScheduler.Simulator.LocalAws.Sts;
using InstanceScheduler.Simulator.Play;
using NodaTime;
using Xunit.Abstractions;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

/// <summary>The AWS CLI as a judge of our wire formats who has never seen our code.</summary>
public sealed class AwsCliTests(ITestOutputHelper output) : LocalAwsTest(Transport.Loopback)
{
    private static readonly string? Cli = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "aws")).FirstOrDefault(File.Exists);

    [SkippableFact]
    public async Task It_lists_instances_by_tag_page_by_page()
    {
        for (var i = 0; i < 12; i++)
        {
            var key = i % 2 == 0 ? "Schedule" : "Other";
            Aws.Ec2.Add(new LocalInstance { Id = $"i-{i:x8}", Tags = new Dictionary<string, string> { [key] = "办公 & more" } });
        }

        var answer = await Run("ec2", "describe-instances", "--filters", "Name=tag-key,Values=Schedule", "--page-size", "5");

        var reservations = answer.GetProperty("Reservations").EnumerateArray();
        var instances = reservations.SelectMany(r => r.GetProperty("Instances").EnumerateArray()).ToArray();
        Assert.Equal(6, instances.Length);
        Assert.All(instances, i => Assert.Equal("办公 & more", i.GetProperty("Tags")[0].GetProperty("Value").GetString()));
        Assert.Equal(2, Aws.Calls.Count("ec2", "DescribeInstances"));
    }

    [SkippableFact]
    public async Task It_lists_the_volumes_of_an_instance()
    {
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000a", KmsKeyId = "arn:aws-cn:kms:cn-north-1:123456789012:key/a" });
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000b" });

        var answer = await Run("ec2", "describe-volumes", "--filters", "Name=attachment.instance-id,Values=i-0000000a");

        var volumes = answer.GetProperty("Volumes").EnumerateArray().ToArray();
        Assert.Equal(["vol-0000000a", "vol-d000000a"], volumes.Select(v => v.GetProperty("VolumeId").GetString()));
        Assert.All(volumes, v => Assert.True(v.GetProperty("Encrypted").GetBoolean()));
    }

    [SkippableFact]
    public async Task It_stores_and_queries_items()
    {
        Aws.Dynamo.Create("ConfigTable", "type", "name");
        await Run(
            "dynamodb", "put-item", "--table-name", "ConfigTable", "--item",
            """{"type":{"S":"period"},"name":{"S":"hours"},"weekdays":{"SS":["mon","tue"]}}""");

        var answer = await Run(
            "dynamodb", "query", "--table-name", "ConfigTable", "--key-condition-expression", "#t = :t",
            "--expression-attribute-names", """{"#t":"type"}""", "--expression-attribute-values", """{":t":{"S":"period"}}""");

        Assert.Equal("hours", answer.GetProperty("Items")[0].GetProperty("name").GetProperty("S").GetString());
    }

    [SkippableFact]
    public async Task It_writes_items_in_a_transaction()
    {
        var table = Aws.Dynamo.Create("ConfigTable", "type", "name");

        await Run(
            "dynamodb", "transact-write-items", "--client-request-token", "token", "--transact-items",
            """
            [{"Put":{"TableName":"ConfigTable","Item":{"type":{"S":"period"},"name":{"S":"hours"}}}},
             {"ConditionCheck":{"TableName":"ConfigTable","Key":{"type":{"S":"period"},"name":{"S":"other"}},
              "ConditionExpression":"attribute_not_exists(#t)","ExpressionAttributeNames":{"#t":"type"}}}]
            """);

        Assert.Equal("hours", Assert.Single(table.Items)["name"].Text);
    }

    [SkippableFact]
    public async Task What_it_scans_can_be_loaded_again()
    {
        var table = Aws.Dynamo.Create("ConfigTable", "type", "name");
        table.PutRaw(JsonElement.Parse(
            """{"type":{"S":"schedule"},"name":{"S":"a"},"enforced":{"BOOL":true},"periods":{"SS":["x","y"]},"count":{"N":"1.5"}}"""));
        var scanned = await Run("dynamodb", "scan", "--table-name", "ConfigTable");

        var copy = Aws.Dynamo.Create("Copy", "type", "name");
        foreach (var item in scanned.GetProperty("Items").EnumerateArray())
        {
            copy.PutRaw(item);
        }

        Assert.Equal(table.Items, copy.Items);
    }

    [SkippableFact]
    public async Task It_reads_parameters_by_path()
    {
        for (var i = 0; i < 12; i++)
        {
            Aws.Parameters.Put($"/app/{i:d2}", $"{i}");
        }

        var answer = await Run("ssm", "get-parameters-by-path", "--path", "/app");

        Assert.Equal(12, answer.GetProperty("Parameters").GetArrayLength());
    }

    [SkippableFact]
    public async Task It_lists_maintenance_windows()
    {
        foreach (var i in Enumerable.Range(0, 12))
        {
            Aws.Windows.Add(new LocalMaintenanceWindow { Name = $"window-{i}", Schedule = WindowSchedule.Daily(new LocalTime(2, 0)) });
        }

        var answer = await Run("ssm", "describe-maintenance-windows", "--page-size", "10", "--filters", "Key=Enabled,Values=true");

        var windows = answer.GetProperty("WindowIdentities").EnumerateArray().ToArray();
        Assert.Equal(12, windows.Length);
        Assert.All(windows, w => Assert.Equal("2026-11-23T02:00Z", w.GetProperty("NextExecutionTime").GetString()));
    }

    [SkippableFact]
    public async Task It_publishes_to_a_topic()
    {
        var arn = Aws.Topics.Add("issues");

        var answer = await Run("sns", "publish", "--topic-arn", arn, "--subject", "Problems", "--message", "问题 & more");

        var message = Assert.Single(Aws.Topics.Messages);
        Assert.Equal(("Problems", "问题 & more"), (message.Subject, message.Text));
        Assert.Equal(message.Id, answer.GetProperty("MessageId").GetString());
    }

    [SkippableFact]
    public async Task It_lists_databases_page_by_page()
    {
        for (var i = 0; i < 25; i++)
        {
            Aws.Rds.Add(new LocalDatabase { Id = $"db-{i:d2}", Tags = new Dictionary<string, string> { ["Schedule"] = "办公 & more" } });
        }

        var answer = await Run("rds", "describe-db-instances", "--page-size", "20", "--filters", "Name=engine,Values=mysql");

        var databases = answer.GetProperty("DBInstances").EnumerateArray().ToArray();
        Assert.Equal(25, databases.Length);
        Assert.All(databases, d => Assert.Equal("办公 & more", d.GetProperty("TagList")[0].GetProperty("Value").GetString()));
        Assert.Equal(2, Aws.Calls.Count("rds", "DescribeDBInstances"));
    }

    [SkippableFact]
    public async Task It_stops_tags_and_starts_databases_and_clusters()
    {
        var database = Aws.Rds.Add(new LocalDatabase { Id = "db" });
        var cluster = Aws.Rds.Add(new LocalCluster { Id = "shop", Members = [new LocalDatabase { Id = "shop-1" }] });

        await Run("rds", "stop-db-instance", "--db-instance-identifier", "db", "--db-snapshot-identifier", "snap");
        await Run("rds", "stop-db-cluster", "--db-cluster-identifier", "shop");
        Time.AdvanceBy(TimeSpan.FromHours(1));
        await Run("rds", "add-tags-to-resource", "--resource-name", database.Arn, "--tags", "Key=a,Value=1", "Key=b,Value=2");
        await Run("rds", "remove-tags-from-resource", "--resource-name", database.Arn, "--tag-keys", "a");
        var tags = await Run("rds", "list-tags-for-resource", "--resource-name", database.Arn);
        var snapshots = await Run("rds", "describe-db-snapshots");
        var clusters = (await Run("rds", "describe-db-clusters")).GetProperty("DBClusters");
        var started = await Run("rds", "start-db-instance", "--db-instance-identifier", "db");

        Assert.Equal("b", tags.GetProperty("TagList").EnumerateArray().Single().GetProperty("Key").GetString());
        Assert.Equal("available", snapshots.GetProperty("DBSnapshots")[0].GetProperty("Status").GetString());
        Assert.Equal("shop-1", clusters[0].GetProperty("DBClusterMembers")[0].GetProperty("DBInstanceIdentifier").GetString());
        Assert.Equal(cluster.AutomaticRestartTime, clusters[0].GetProperty("AutomaticRestartTime").GetDateTimeOffset());
        Assert.Equal("starting", started.GetProperty("DBInstance").GetProperty("DBInstanceStatus").GetString());
    }

    [SkippableFact]
    public async Task It_assumes_a_role()
    {
        var arn = Aws.Roles.Add(new LocalRole { Name = "remote", Account = "210987654321" });

        var answer = await Run("sts", "assume-role", "--role-arn", arn, "--role-session-name", "cli");

        Assert.Equal(Start.AddHours(1), answer.GetProperty("Credentials").GetProperty("Expiration").GetDateTimeOffset());
    }

    [SkippableFact]
    public async Task It_looks_up_a_resource_of_a_stack()
    {
        var stack = Aws.Stacks.Add("demo").Put("Main", "demo-Main", "AWS::Lambda::Function");

        var answer = await Run("cloudformation", "describe-stack-resource", "--stack-name", "demo", "--logical-resource-id", "Main");

        var detail = answer.GetProperty("StackResourceDetail");
        Assert.Equal(
            (stack.Id, "demo-Main"), (detail.GetProperty("StackId").GetString(), detail.GetProperty("PhysicalResourceId").GetString()));
        Assert.Equal(Start, detail.GetProperty("LastUpdatedTimestamp").GetDateTimeOffset());
    }

    [SkippableFact]
    public async Task It_deploys_updates_and_deletes_the_schedulers_template()
    {
        await using var functions = new HostedFunctions(Aws, Stream.Null);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ShippedTemplates.Hub.Text);
        try
        {
            string[] named = ["--stack-name", "office"];
            await Run(["cloudformation", "validate-template", "--template-body", $"file://{file}"]);
            await Run(["cloudformation", "create-stack", .. named, "--template-body", $"file://{file}", "--capabilities", "CAPABILITY_IAM", "--parameters", "ParameterKey=Regions,ParameterValue=cn-north-1"]);
            await Run(["cloudformation", "wait", "stack-create-complete", .. named]);
            await Run(["cloudformation", "update-stack", .. named, "--use-previous-template", "--capabilities", "CAPABILITY_IAM", "--parameters", "ParameterKey=Regions,UsePreviousValue=true", "ParameterKey=SchedulerFrequency,ParameterValue=10"]);
            await Run(["cloudformation", "wait", "stack-update-complete", .. named]);
            var shown = (await Run(["cloudformation", "describe-stacks", .. named])).GetProperty("Stacks")[0];
            var events = (await Run(["cloudformation", "describe-stack-events", .. named])).GetProperty("StackEvents");

            Assert.Equal("UPDATE_COMPLETE", shown.GetProperty("StackStatus").GetString());
            Assert.Contains(shown.GetProperty("Outputs").EnumerateArray(), given => given.GetProperty("OutputKey").GetString() == "IssueSnsTopicArn");
            Assert.Equal("office", events[0].GetProperty("LogicalResourceId").GetString());
            Assert.Equal("10", Aws.Parameters.Find("/lambdaEnvConfig/office-InstanceSchedulerMain/SCHEDULER_FREQUENCY")?.Value);

            await Run(["cloudformation", "delete-stack", .. named]);
            await Run(["cloudformation", "wait", "stack-delete-complete", .. named]);
            Assert.Null(Aws.Stacks.Named("office", Hub, Beijing));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<JsonElement> Run(params string[] arguments)
    {
        if (Cli is null)
        {
            output.WriteLine("SKIPPED: no 'aws' on PATH. The wire formats go unjudged; install the AWS CLI to have them checked.");
        }

        Skip.If(Cli is null, "No 'aws' on PATH: the wire formats go unjudged. Install the AWS CLI to have them checked.");
        var start = new ProcessStartInfo(Cli!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] common = ["--endpoint-url", Server!.Url.ToString(), "--region", Beijing, "--output", "json"];
        foreach (var argument in arguments.Concat(common))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AWS_ACCESS_KEY_ID"] = "AKIDHUB";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "secret";
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        var none = Path.Combine(Path.GetTempPath(), "no-such-file");
        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = none;
        start.Environment["NO_PROXY"] = "127.0.0.1";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
