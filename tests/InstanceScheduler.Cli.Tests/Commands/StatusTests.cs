namespace InstanceScheduler.Cli.Tests.Commands;

/// <summary>status and describe-instances, on answers as the function gives them.</summary>
public sealed class StatusTests
{
    private const string Status = """
        {"Tick":{"Updated":"2026-11-23T01:00:00Z","Problems":[{"Code":"RoleNotAssumed","Message":"the role cannot be assumed","Severity":"Error","Count":1,"Ids":["arn:aws-cn:iam::210987654321:role/x"],"Remedy":"let the role trust 123456789012"}]},
         "Targets":[
          {"Target":"ec2:123456789012:cn-north-1","Service":"ec2","Account":"123456789012","Region":"cn-north-1","LastChange":"2026-11-23T01:00:00Z","Updated":"2026-11-23T01:00:00Z","Managed":40,"Running":38,"Started":0,"Stopped":36,
           "Problems":[{"Code":"UnauthorizedOperation","Message":"StopInstances failed","Severity":"Error","Count":12,"Ids":["i-1","i-2"],"Remedy":"allow ec2:StopInstances for the scheduler's role"}]},
          {"Target":"rds:123456789012:cn-north-1","Service":"rds","Account":"123456789012","Region":"cn-north-1","LastChange":null,"Updated":null,"Managed":null,"Running":null,"Started":null,"Stopped":null,"Problems":[]}]}
        """;

    private const string FirstPage = """
        {"Instances":[{"Id":"i-1","Name":"web","Service":"ec2","Account":"123456789012","Region":"cn-north-1","Schedule":"office","State":"running","Type":"t3.medium","Stored":"running","Desired":"running","Reason":"the period day runs"}],
         "Problems":["schedule \"offce\" does not exist"],"Next":"token-2"}
        """;

    private const string LastPage = """
        {"Instances":[{"Id":"db-1","Name":null,"Service":"rds","Account":"123456789012","Region":"cn-north-1","Schedule":"office","State":"stopped","Type":"db.t3.medium","Stored":null,"Desired":"running","Reason":"the period \u001b[31mday runs"}],
         "Problems":[],"Next":null}
        """;

    [Fact]
    public async Task The_status_is_told_per_target()
    {
        using var stage = new LocalStage().Answering(Status);
        var table = await stage.RunAsync("status", "--stack", "InstanceScheduler", "--output", "table");
        var query = await stage.RunAsync("status", "--stack", "InstanceScheduler", "--query", "Targets[?Problems].Target");
        GoldenFile.Check("status", $"{table}\n{query}");
        Assert.Equal("""{"source":"scheduler.cli","action":"describe-status","parameters":{}}""", stage.Events[0].ToJsonString());
    }

    [Theory]
    [InlineData("json")]
    [InlineData("table")]
    public async Task Instances_are_asked_for_page_by_page_until_the_end(string output)
    {
        using var stage = new LocalStage().Answering(request => request["parameters"]!["next"] is null ? FirstPage : LastPage);
        var result = await stage.RunAsync("describe-instances", "--stack", "InstanceScheduler", "--service", "ec2", "--account", "123456789012", "--region-filter", "cn-north-1", "--output", output);
        GoldenFile.Check("instances-" + output, result.ToString());
        Assert.Equal(
            ["""{"service":"ec2","account":"123456789012","region":"cn-north-1"}""", """{"service":"ec2","account":"123456789012","region":"cn-north-1","next":"token-2"}"""],
            stage.Events.Select(request => request["parameters"]!.ToJsonString()));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(115)]
    public async Task A_table_fits_the_terminal(int width)
    {
        using var stage = new LocalStage { Width = width }.Answering(LastPage);
        var result = await stage.RunAsync("describe-instances", "--stack", "InstanceScheduler", "--output", "table");
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= width, line));
        Assert.Contains("db-1", result.Output, StringComparison.Ordinal);
        Assert.Equal(width < 110, result.Output.Contains("\nSchedule  office\n", StringComparison.Ordinal));
    }
}
