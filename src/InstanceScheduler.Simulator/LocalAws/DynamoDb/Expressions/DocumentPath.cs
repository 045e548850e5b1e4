using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb.Expressions;

/// <summary>Where a value stands in an item: <c>a.b[0]</c>.</summary>
/// <param name="Attribute">The top-level attribute.</param>
/// <param name="Steps">Below it: a member's name or a list index.</param>
internal sealed record DocumentPath(string Attribute, ImmutableArray<PathStep> Steps)
{
    public DynamoValue? In(DynamoItem item)
    {
        var value = item.Find(Attribute);
        foreach (var step in Steps)
        {
            value = value?.Kind switch
            {
                DynamoKind.M when step.Member is { } member => value.Members.Find(member),
                DynamoKind.L when step.Member is null && step.Index < value.Elements.Length => value.Elements[step.Index],
                _ => null,
            };
        }

        return value;
    }

    /// <summary>A copy of the item with the value here; null removes it. A place that no map or list leads to is an error.</summary>
    public DynamoItem Set(DynamoItem item, DynamoValue? value)
    {
        var changed = Steps.IsEmpty ? value : SetBelow(item.Find(Attribute), 0, value);
        return changed is null ? item.Without(Attribute) : item.With(Attribute, changed);
    }

    private DynamoValue SetBelow(DynamoValue? container, int depth, DynamoValue? value)
    {
        var step = Steps[depth];
        var last = depth == Steps.Length - 1;
        switch (container?.Kind)
        {
            case DynamoKind.M when step.Member is { } member:
                var newMember = last ? value : SetBelow(container.Members.Find(member), depth + 1, value);
                return DynamoValue.Of(newMember is null ? container.Members.Without(member) : container.Members.With(member, newMember));
            case DynamoKind.L when step.Member is null:
                var elements = container.Elements;
                var inside = step.Index < elements.Length;
                var newElement = last ? value : SetBelow(inside ? elements[step.Index] : null, depth + 1, value);
                return DynamoValue.List((newElement, inside) switch
                {
                    (null, true) => elements.RemoveAt(step.Index),
                    (null, false) => elements,
                    (_, true) => elements.SetItem(step.Index, newElement),
                    (_, false) => elements.Add(newElement),
                });
            default:
                throw DynamoErrors.Validation("The document path provided in the update expression is invalid for update");
        }
    }
}
