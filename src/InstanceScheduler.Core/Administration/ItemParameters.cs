using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>Reads the parameters of create and update actions of one type of items: of several problems the first in the order given is told.</summary>
/// <param name="type">The type of the items.</param>
/// <param name="valid">Names of the parameters, in the order in which errors list them.</param>
internal abstract class ItemParameters(string type, ImmutableArray<string> valid)
{
    public string Type => type;

    /// <summary>The item that the parameters describe.</summary>
    /// <param name="given">The parameters, in the order given.</param>
    /// <param name="table">All items there are.</param>
    /// <exception cref="ActionRefusedException">They do not describe an item.</exception>
    public ConfigItem ToItem(ImmutableArray<GivenParameter> given, IReadOnlyList<ConfigItem> table)
    {
        var draft = Read(given);
        var item = draft.ToItem(type);
        CheckMinimum(item);
        CheckReferences(draft, table);
        return item;
    }

    /// <summary>The parameters one by one; a name is all that they must have together.</summary>
    public ItemDraft Read(ImmutableArray<GivenParameter> given)
    {
        var draft = new ItemDraft(given);
        foreach (var parameter in given)
        {
            if (parameter.Name == ConfigAttributes.Type)
                continue;
            if (!valid.Contains(parameter.Name, StringComparer.Ordinal))
                throw Refused($"error: {parameter.Name} is not a valid parameter, valid parameters are [{string.Join(", ", valid.Select(name => $"'{name}'"))}]");
            if (parameter.IsEmpty)
                continue;
            if (parameter.Name == ConfigAttributes.Name)
                draft.Name = parameter.Value is GivenValue.Text name ? name.Value : throw Refused($"error: {parameter.Value} is not a name; write it as a text");
            else
                Accept(parameter.Name, parameter.Value!, draft);
        }

        return draft.Name is null ? throw Refused("error: name parameter is missing") : draft;
    }

    /// <summary>Checks that an item says anything at all.</summary>
    /// <exception cref="ActionRefusedException">It does not.</exception>
    public abstract void CheckMinimum(ConfigItem item);

    /// <summary>Checks that what the parameters refer to exists.</summary>
    /// <exception cref="ActionRefusedException">It does not.</exception>
    public virtual void CheckReferences(ItemDraft draft, IReadOnlyList<ConfigItem> table)
    {
    }

    /// <summary>Takes one parameter that has a value.</summary>
    protected abstract void Accept(string name, GivenValue value, ItemDraft draft);

    /// <summary>The entries of a text with commas, or of a list of texts; blanks are kept. Null when it is neither.</summary>
    protected static ImmutableArray<string>? Entries(GivenValue value) => value switch
    {
        GivenValue.Text text => [.. text.Value.Split(',')],
        GivenValue.Many many when many.Values.All(entry => entry is GivenValue.Text) => [.. many.Values.Select(entry => entry.ToString())],
        _ => null,
    };

    protected static ActionRefusedException Refused(string message) => new(message);
}
