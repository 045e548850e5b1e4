using System.Globalization;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>The condition that an item is still the one that was read.</summary>
/// <param name="Expression">The condition.</param>
/// <param name="Names">Names in it.</param>
/// <param name="Values">Values in it; null: there are none.</param>
internal sealed record UnchangedCondition(string Expression, Dictionary<string, string> Names, Dictionary<string, AttributeValue>? Values)
{
    /// <summary>There is no such item.</summary>
    public static UnchangedCondition Absent => new("attribute_not_exists(#name)", Naming(("#name", ConfigAttributes.Name)), Values: null);

    /// <summary>Every attribute is as it was read, and none that anybody reads has come to it.</summary>
    public static UnchangedCondition Of(StoredItem read)
    {
        var terms = new List<string>();
        var names = Naming();
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var (attribute, value) in read.Attributes)
        {
            var number = names.Count.ToString(CultureInfo.InvariantCulture);
            names[$"#{number}"] = attribute;
            values[$":{number}"] = value;
            terms.Add($"#{number} = :{number}");
        }

        foreach (var attribute in KnownAttributes.Of(read.Item.Type).Where(attribute => !read.Attributes.ContainsKey(attribute)))
        {
            var number = names.Count.ToString(CultureInfo.InvariantCulture);
            names[$"#{number}"] = attribute;
            terms.Add($"attribute_not_exists(#{number})");
        }

        return new UnchangedCondition(string.Join(" AND ", terms), names, values);
    }

    private static Dictionary<string, string> Naming(params ReadOnlySpan<(string Placeholder, string Name)> names)
    {
        var naming = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (placeholder, name) in names)
            naming[placeholder] = name;
        return naming;
    }
}
