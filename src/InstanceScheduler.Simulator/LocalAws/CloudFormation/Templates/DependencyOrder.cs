using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>Puts resources behind what they depend on.</summary>
internal static class DependencyOrder
{
    /// <exception cref="TemplateException">Some depend on each other in a circle.</exception>
    public static ImmutableArray<TemplateResource> Of(
        IReadOnlyList<TemplateResource> resources, IReadOnlyDictionary<string, ImmutableSortedSet<string>> dependencies)
    {
        var (done, rest) = (new HashSet<string>(StringComparer.Ordinal), resources.ToList());
        var order = ImmutableArray.CreateBuilder<TemplateResource>(resources.Count);
        while (rest.Count > 0)
        {
            var ready = rest.Find(resource => done.IsSupersetOf(dependencies[resource.LogicalId])) ?? throw Circle(rest, dependencies);
            rest.Remove(ready);
            done.Add(ready.LogicalId);
            order.Add(ready);
        }

        return order.MoveToImmutable();
    }

    // Whoever only waits for the circle is no part of it.
    private static TemplateException Circle(List<TemplateResource> rest, IReadOnlyDictionary<string, ImmutableSortedSet<string>> dependencies)
    {
        var circle = rest.Select(resource => resource.LogicalId).ToHashSet(StringComparer.Ordinal);
        while (circle.RemoveWhere(id => !circle.Any(other => dependencies[other].Contains(id))) > 0)
        {
        }

        return new TemplateException($"Circular dependency between resources: [{string.Join(", ", circle.Order(StringComparer.Ordinal))}]");
    }
}
