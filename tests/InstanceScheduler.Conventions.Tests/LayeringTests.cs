using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace InstanceScheduler.Conventions.Tests;

/// <summary>References point one way: Core ← Aws ← Lambda ← Simulator; Core ← Cli.</summary>
public sealed class LayeringTests
{
    private static readonly Assembly Core = Assembly.Load("InstanceScheduler.Core");
    private static readonly Assembly Aws = Assembly.Load("InstanceScheduler.Aws");
    private static readonly Assembly Lambda = Assembly.Load("bootstrap");
    private static readonly Assembly Simulator = Assembly.Load("InstanceScheduler.Simulator");
    private static readonly Assembly Cli = Assembly.Load("scheduler-cli");

    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(Core, Aws, Lambda, Simulator, Cli).Build();

    public static TheoryData<string, string[]> Allowed => new()
    {
        { "InstanceScheduler.Core", [] },
        { "InstanceScheduler.Aws", ["InstanceScheduler.Core", "InstanceScheduler.StandIns.AwsSdk"] },
        { "bootstrap", ["InstanceScheduler.Core", "InstanceScheduler.Aws", "InstanceScheduler.StandIns.AwsSdk", "InstanceScheduler.StandIns.Lambda"] },
        { "scheduler-cli", ["InstanceScheduler.Core", "InstanceScheduler.StandIns.AwsSdk"] },
        { "InstanceScheduler.StandIns.AwsSdk", [] },
        { "InstanceScheduler.StandIns.Lambda", [] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_assembly_references_only_what_lies_below_it(string assembly, string[] allowed)
    {
        var ours = Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name.StartsWith("InstanceScheduler.", StringComparison.Ordinal) || name == "bootstrap");
        Assert.Empty(ours.Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Core_references_nothing_but_the_framework_and_noda_time() =>
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), reference =>
            !reference.Name!.StartsWith("System.", StringComparison.Ordinal) && reference.Name != "NodaTime");

    [Theory]
    [InlineData(@"System\.IO\..*")]
    [InlineData(@"System\.Net\..*")]
    [InlineData(@"Amazon\..*")]
    public void Core_does_no_input_or_output(string forbidden) =>
        Types().That().ResideInAssembly(Core).Should().NotDependOnAnyTypesThat().HaveFullNameMatching("^" + forbidden).WithoutRequiringPositiveResults().Check(Architecture);

    [Fact]
    public void Only_hosts_read_environment_variables()
    {
        var readers = Architecture.Types
            // Iterators that the compiler makes ask which thread they run on.
            .Where(type => type.Dependencies.Any(dependency => dependency.Target.FullName == "System.Environment"
                && dependency is not MethodCallDependency { TargetMember.Name: "get_CurrentManagedThreadId()" }))
            .Select(type => type.FullName);
        Assert.Equal(["InstanceScheduler.Cli.Terminal.CliEnvironment", "InstanceScheduler.Lambda.Settings.FunctionEnvironment"], readers.Where(name => !name.StartsWith("InstanceScheduler.Simulator.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Public_types_of_core_are_immutable()
    {
        var settable = Core.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.DeclaringType!.Assembly == Core)
            .Where(property => property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        Assert.Empty(settable);
    }

    [Theory]
    [InlineData("InstanceScheduler.Aws")]
    [InlineData("bootstrap")]
    [InlineData("InstanceScheduler.Simulator")]
    [InlineData("scheduler-cli")]
    public void Everything_outside_core_is_internal(string assembly) => Assert.Empty(Assembly.Load(assembly).GetExportedTypes());

    [Fact]
    public void Classes_are_closed_by_default()
    {
        var open = new[] { Core, Aws, Lambda, Simulator, Cli }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false))
            .Where(type => !Array.Exists(type.Assembly.GetTypes(), derived => derived.BaseType == type))
            .Select(type => type.FullName);
        Assert.Empty(open);
    }
}
