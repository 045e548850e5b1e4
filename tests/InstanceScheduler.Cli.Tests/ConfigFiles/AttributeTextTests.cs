using System.Text.Json.Nodes;
using CsCheck;
using InstanceScheduler.Cli.ConfigFiles;
using InstanceScheduler.Cli.Output;

namespace InstanceScheduler.Cli.Tests.ConfigFiles;

public sealed class AttributeTextTests
{
    private static readonly Func<string, JsonNode, JsonNode> Of = (type, content) => new JsonObject { [type] = content };

    private static readonly Gen<JsonNode> Typed = Level(2);

    [Fact]
    public void An_attribute_survives_a_file_of_either_kind() => Typed.Sample(typed =>
    {
        var file = AttributeText.ToFile(typed);
        Assert.True(TypedJson.AreEqual(typed, AttributeText.FromFile(YamlReader.Read("yaml", YamlText.Write(file)))), typed.ToJsonString());
        Assert.True(TypedJson.AreEqual(typed, AttributeText.FromFile(JsonNode.Parse(JsonText.OverLines(file)))), typed.ToJsonString());
    }, iter: 5_000);

    [Theory]
    [InlineData("""{"S":"09:00"}""", "\"09:00\"")]
    [InlineData("""{"BOOL":true}""", "true")]
    [InlineData("""{"SS":["b","a"]}""", """["a","b"]""")]
    [InlineData("""{"N":"12.50"}""", "12.50")]
    [InlineData("""{"N":"1E+2"}""", """{"N":"1E+2"}""")]
    [InlineData("""{"NULL":true}""", "null")]
    [InlineData("""{"L":[{"S":"a"}]}""", """{"L":[{"S":"a"}]}""")]
    [InlineData("""{"M":{"S":{"S":"a"}}}""", """{"M":{"S":{"S":"a"}}}""")]
    [InlineData("""{"NS":["1"]}""", """{"NS":["1"]}""")]
    public void A_file_has_it_as_people_write_it(string typed, string expected) => Assert.Equal(expected, JsonText.OnOneLine(AttributeText.ToFile(JsonNode.Parse(typed)!)));

    [Theory]
    [InlineData("[15, \"L\"]", """{"SS":["15","L"]}""")]
    [InlineData("[]", """{"L":[]}""")]
    [InlineData("9", """{"N":"9"}""")]
    [InlineData("""{"S":"a"}""", """{"S":"a"}""")]
    public void A_file_may_say_it_like_this(string file, string expected) => Assert.Equal(expected, AttributeText.FromFile(JsonNode.Parse(file)).ToJsonString());

    [Theory]
    [InlineData("""["a","a"]""", "the list holds \"a\" twice; leave one out")]
    [InlineData("""["a",["b"]]""", """the list holds ["b"]; write texts only, or the typed JSON of DynamoDB, such as {"L": […]}""")]
    [InlineData("[true]", """the list holds true; write texts only, or the typed JSON of DynamoDB, such as {"L": […]}""")]
    [InlineData("""{"SS":[]}""", """{"SS":[]} is not the typed JSON of DynamoDB""")]
    [InlineData("""{"BOOL":"true"}""", """{"BOOL":"true"} is not the typed JSON of DynamoDB""")]
    [InlineData("""{"a":1}""", """a map stands there; write a text, true or false, a list of texts, or the typed JSON of DynamoDB, such as {"M": {…}}""")]
    public void What_no_attribute_can_be_is_refused(string file, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => AttributeText.FromFile(JsonNode.Parse(file))).Message);

    private static Gen<JsonNode> Level(int depth)
    {
        var set = AnyJson.Text.Where(text => text.Length > 0).Array[1, 4].Select(texts => TypedJson.Texts(texts.Distinct(StringComparer.Ordinal)));
        var flat = Gen.OneOf<JsonNode>(
            AnyJson.Text.Select(text => Of("S", text)),
            Gen.Bool.Select(flag => Of("BOOL", flag)),
            Gen.OneOf<string>("0", "-1", "12.50", "1E+2", "0.10", "-0", "00", "123456789012345678901234567890").Select(number => Of("N", number)),
            Gen.Const<JsonNode>(Of("NULL", true)),
            Gen.Const<JsonNode>(Of("B", "AAEC")),
            set.Select(texts => Of("SS", texts)),
            Gen.Const<JsonNode>(Of("NS", TypedJson.Texts(["1", "2.0"]))));
        if (depth == 0)
            return flat;
        var inner = Level(depth - 1);
        return Gen.OneOf<JsonNode>(
            flat,
            inner.Array[0, 3].Select(values => Of("L", new JsonArray([.. values.Select(value => value.DeepClone())]))),
            Gen.Select(AnyJson.Text, inner).Array[0, 3].Select(fields =>
            {
                var map = new JsonObject();
                foreach (var (name, value) in fields)
                    map[name] = value.DeepClone();
                return Of("M", map);
            }));
    }
}
