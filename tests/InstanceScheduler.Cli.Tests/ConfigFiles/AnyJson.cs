using System.Text.Json.Nodes;
using CsCheck;

namespace InstanceScheduler.Cli.Tests.ConfigFiles;

/// <summary>Random JSON, with the texts that YAML likes to take for something else.</summary>
internal static class AnyJson
{
    private static readonly Gen<string> Tricky = Gen.OneOf<string>(
        "", " ", "true", "False", "yes", "NO", "on", "null", "~", "09:00", "9:5", "1e3", "0x1f", "007", "-1", "1.50", "2026-11-23", "- a", "a: b", "a #b", "#", "@x", "&x", "*", "!x", "%x", "{a}", "[b]", "'q'", "\"q\"",
        "a\nb", "\t", "\r\n", "中文", "😀", "\u0085", "\u2028", "\u0000", "\u001b[31m", "\ufeff", "back\\slash", "mon#1", "friL", "a@b.c", "Asia/Shanghai", "…", "=", "<<", "?", "a,b", "\\u0041", "é", "e\u0301");

    public static readonly Gen<string> Text = Gen.OneOf<string>(Tricky, Gen.String.AlphaNumeric, Gen.Char['\u0020', '\uD7FF'].Array[0, 6].Select(letters => new string(letters)));

    public static readonly Gen<JsonNode?> Value = Level(3);

    private static Gen<JsonNode?> Level(int depth)
    {
        var scalar = Gen.OneOf<JsonNode?>(
            Text.Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
            Gen.OneOf<string>("0", "-1", "12.50", "1e5", "123456789012345678901234567890").Select(number => JsonNode.Parse(number)),
            Gen.Const<JsonNode?>((JsonNode?)null));
        if (depth == 0)
            return scalar;
        var inner = Level(depth - 1);
        return Gen.OneOf<JsonNode?>(
            scalar,
            inner.Array[0, 4].Select(values => (JsonNode?)new JsonArray([.. values])),
            Gen.Select(Text, inner).Array[0, 4].Select(fields =>
            {
                var map = new JsonObject();
                foreach (var (name, value) in fields)
                    map[name] = value;
                return (JsonNode?)map;
            }));
    }
}
