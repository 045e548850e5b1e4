using System.Reflection;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Lambda.Settings;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Templates.Tests.Proof;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Templates;

/// <summary>What the template writes for the function is what the function reads, and the other way round.</summary>
public sealed class SettingTests
{
    /// <summary>Constants that are no settings.</summary>
    private static readonly string[] Other = [SettingNames.PrefixRoot, SettingNames.LegacyFunction];

    /// <summary>Settings that the function reads and the template does not write, each with the reason. There are none.</summary>
    private static readonly Dictionary<string, string> Unwritten = new(StringComparer.Ordinal);

    /// <summary>Settings that the template writes and the function does not read, each with the reason. There are none.</summary>
    private static readonly Dictionary<string, string> Unread = new(StringComparer.Ordinal);

    private static readonly RenderedStack Stack = RenderedStack.Of(
        Template.Parse(Repository.TemplateText(Repository.Hub)), RolePlan.Hub.FewChoices("cn-north-1").First().With("ExternalId", "secret"));

    [Fact]
    public void The_settings_in_parameter_store_are_those_that_the_function_reads()
    {
        var prefix = $"{SettingNames.PrefixRoot}{RenderedRole.StackName}-InstanceSchedulerMain/";
        string[] names = [.. Stack.Resources.Values.Where(resource => resource.Type == "AWS::SSM::Parameter").Select(resource => resource.Properties["Name"]!.GetValue<string>())];
        var read = typeof(SettingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Except(Other, StringComparer.Ordinal);

        Assert.All(names, name => Assert.StartsWith(prefix, name, StringComparison.Ordinal));
        Assert.Equal(
            read.Except(Unwritten.Keys, StringComparer.Ordinal).Concat(Unread.Keys).Order(StringComparer.Ordinal),
            names.Select(name => name[prefix.Length..]).Order(StringComparer.Ordinal));
        Assert.Equal($"{RenderedRole.StackName}-InstanceSchedulerMain", Stack.Resources["Main"].Properties["FunctionName"]!.GetValue<string>());
    }

    [Fact]
    public void A_blank_setting_is_left_out_since_parameter_store_takes_none()
    {
        foreach (var choice in RolePlan.Hub.FewChoices("cn-north-1"))
        {
            Assert.All(
                RenderedStack.Of(Template.Parse(Repository.TemplateText(Repository.Hub)), choice).Resources.Values.Where(resource => resource.Type == "AWS::SSM::Parameter"),
                parameter => Assert.NotEqual("", parameter.Properties["Value"]!.ToString()));
        }
    }

    // What the template does not say: the default is enough, and there is no room for a parameter more; a template of one's own may say it.
    private static readonly string[] LeftOut = ["max_override"];

    [Fact]
    public void The_setup_gets_the_properties_that_it_knows() => Assert.Equal(
        SetupProperties.All.Except(LeftOut, StringComparer.Ordinal).Order(StringComparer.Ordinal),
        Stack.Resources["SchedulerConfigHelper"].Properties.Select(property => property.Key).Order(StringComparer.Ordinal));

    // The configuration comes last, and no tick can come before the settings.
    [Fact]
    public void The_setup_waits_for_every_setting_and_for_the_rules_permission()
    {
        var template = Template.Parse(Repository.TemplateText(Repository.Hub));
        var choice = RolePlan.Hub.FewChoices("cn-north-1").First().With("ExternalId", "secret");
        var stack = new StackTemplate(template, choice.Parameters, new PseudoParameters(RenderedRole.Account, choice.Region, RenderedRole.StackName, "id"));
        string[] setup = [.. BeforeThat(stack, "SchedulerConfigHelper")];
        string[] rule = [.. BeforeThat(stack, "SchedulerRule")];

        Assert.All(stack.Resources.Where(resource => resource.Type == "AWS::SSM::Parameter").Select(resource => resource.LogicalId), setting =>
        {
            Assert.Contains(setting, setup);
            // The one that names the rule can only follow it.
            Assert.Equal(setting != "SettingSchedulerRule", rule.Contains(setting));
        });
        Assert.Contains("SchedulerInvokePermission", setup);
    }

    /// <summary>All that a resource waits for, by way of others too.</summary>
    private static IEnumerable<string> BeforeThat(StackTemplate stack, string logicalId) =>
        stack.DependenciesOf(stack.Resources.Single(resource => resource.LogicalId == logicalId))
            .SelectMany(name => BeforeThat(stack, name).Prepend(name)).Distinct(StringComparer.Ordinal);
}
