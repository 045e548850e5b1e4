using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Templates.Tests.Templates;

/// <summary>The parameters that operators of older versions know, and that each has a default.</summary>
public sealed class ParameterTests
{
    private static readonly Template Hub = Template.Parse(Repository.TemplateText(Repository.Hub));

    [Theory]
    [InlineData("SchedulingActive", "String", "Yes No", "Yes")]
    [InlineData("ScheduledServices", "String", "EC2 RDS Both", "EC2")]
    [InlineData("ScheduleRdsClusters", "String", "Yes No", "No")]
    [InlineData("CreateRdsSnapshot", "String", "Yes No", "Yes")]
    [InlineData("MemorySize", "Number", "128 384 512 640 768 896 1024 1152 1280 1408 1536", "128")]
    [InlineData("UseCloudWatchMetrics", "String", "Yes No", "No")]
    [InlineData("LogRetentionDays", "Number", "1 3 5 7 14 30 60 90 120 150 180 365 400 545 731 1827 3653", "30")]
    [InlineData("Trace", "String", "Yes No", "No")]
    [InlineData("TagName", "String", "", "Schedule")]
    [InlineData("Regions", "CommaDelimitedList", "", "")]
    [InlineData("CrossAccountRoles", "CommaDelimitedList", "", "")]
    [InlineData("StartedTags", "String", "", "")]
    [InlineData("StoppedTags", "String", "", "")]
    [InlineData("SchedulerFrequency", "String", "1 2 5 10 15 30 60", "5")]
    [InlineData("ScheduleLambdaAccount", "String", "Yes No", "Yes")]
    [InlineData("SendAnonymousData", "String", "Yes No", "No")]
    public void A_parameter_of_older_versions_is_as_it_was(string name, string type, string allowed, string value)
    {
        var parameter = Assert.Single(Hub.Parameters, parameter => parameter.Name == name);

        Assert.Equal((type, value), (parameter.Type, parameter.Default));
        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), parameter.AllowedValues);
    }

    [Fact]
    public void The_default_zone_is_one_of_the_431_that_were_offered()
    {
        var zone = Assert.Single(Hub.Parameters, parameter => parameter.Name == "DefaultTimezone");

        Assert.Equal(("String", "UTC"), (zone.Type, zone.Default));
        Assert.Equal(431, zone.AllowedValues.Length);
        Assert.Distinct(zone.AllowedValues);
        Assert.All(["Asia/Chongqing", "Asia/Harbin", "Asia/Shanghai", "Asia/Urumqi", "UTC"], name => Assert.Contains(name, zone.AllowedValues));
        Assert.All(zone.AllowedValues, name => Assert.NotNull(NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)));
    }

    [Fact]
    public void A_tag_key_has_1_to_127_characters()
    {
        var tag = Assert.Single(Hub.Parameters, parameter => parameter.Name == "TagName");

        Assert.Equal((1, 127), (tag.MinLength, tag.MaxLength));
    }

    [Fact]
    public void Nothing_of_the_hub_has_to_be_typed_and_of_the_remote_only_the_account()
    {
        Assert.Empty(Hub.Parameters.Where(parameter => parameter.Default is null).Select(parameter => parameter.Name));
        Assert.Equal(
            ["InstanceSchedulerAccount"],
            Template.Parse(Repository.TemplateText(Repository.Remote)).Parameters.Where(parameter => parameter.Default is null).Select(parameter => parameter.Name));
    }

    [Theory]
    [InlineData(Repository.Hub)]
    [InlineData(Repository.Remote)]
    public void Every_parameter_is_explained_labelled_and_grouped_once(string file)
    {
        var template = Template.Parse(Repository.TemplateText(file));
        var console = System.Text.Json.Nodes.JsonNode.Parse(template.Text)!["Metadata"]!["AWS::CloudFormation::Interface"]!;
        string[] names = [.. template.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal)];

        Assert.All(template.Parameters, parameter => Assert.False(string.IsNullOrEmpty(parameter.Description), parameter.Name));
        Assert.Equal(names, console["ParameterLabels"]!.AsObject().Select(label => label.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            names,
            console["ParameterGroups"]!.AsArray().SelectMany(group => group!["Parameters"]!.AsArray()).Select(name => name!.GetValue<string>()).Order(StringComparer.Ordinal));
    }
}
