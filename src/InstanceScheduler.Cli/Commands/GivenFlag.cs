using System.CommandLine;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.Commands;

/// <summary>A boolean that is sent only when it is true.</summary>
internal sealed class GivenFlag(string wireName, Option<bool> option) : Parameter(wireName)
{
    public override IEnumerable<Option> Options => [option];

    public override void Add(ParseResult parsed, JsonObject parameters, bool onlyGiven)
    {
        if (parsed.GetValue(option))
            parameters[WireName] = true;
    }
}
