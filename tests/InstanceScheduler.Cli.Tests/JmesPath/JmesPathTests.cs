using System.Text.Json.Nodes;
using CsCheck;
using InstanceScheduler.Cli.JmesPath;
using InstanceScheduler.Cli.Output;

namespace InstanceScheduler.Cli.Tests.JmesPath;

/// <summary>Every part of the grammar, on answers as the scheduler gives them.</summary>
public sealed class JmesPathTests
{
    private const string Answer = """
        {"Schedules": [
          {"Name": "office", "Timezone": "Asia/Shanghai", "Periods": ["day", "evening"], "Enforced": true, "Weight": 2},
          {"Name": "night", "Timezone": "UTC", "Periods": ["night"], "Enforced": false, "Weight": 1},
          {"Name": "always", "OverrideStatus": "running", "Weight": 10}],
         "Nested": [[1, [2]], [3], 4], "odd name": 1, "zero": 0, "nothing": null, "Empty": {}}
        """;

    [Theory]
    // Fields and what is not there.
    [InlineData("Schedules[0].Name", "\"office\"")]
    [InlineData("\"odd name\"", "1")]
    [InlineData("\"odd\\u0020name\"", "1")]
    [InlineData("Missing.Deeper", "null")]
    [InlineData("zero.Deeper", "null")]
    [InlineData("@.zero", "0")]
    // Indices and slices.
    [InlineData("Schedules[-1].Name", "\"always\"")]
    [InlineData("Schedules[3]", "null")]
    [InlineData("Schedules[-4]", "null")]
    [InlineData("zero[0]", "null")]
    [InlineData("Schedules[:2].Name", """["office","night"]""")]
    [InlineData("Schedules[::-1].Name", """["always","night","office"]""")]
    [InlineData("Schedules[1:].Name", """["night","always"]""")]
    [InlineData("Schedules[-2:-1].Name", """["night"]""")]
    [InlineData("Schedules[::2].Name", """["office","always"]""")]
    [InlineData("Schedules[5:0:-1].Name", """["always","night"]""")]
    [InlineData("Schedules[1:1]", "[]")]
    [InlineData("Empty[:]", "null")]
    // Projections leave out nulls and end at a pipe.
    [InlineData("Schedules[*].Timezone", """["Asia/Shanghai","UTC"]""")]
    [InlineData("Schedules[*].Periods[0]", """["day","night"]""")]
    [InlineData("Schedules[*].Periods | [0]", """["day","evening"]""")]
    [InlineData("Schedules[].Periods[]", """["day","evening","night"]""")]
    [InlineData("(Schedules[*].Periods)[0]", """["day","evening"]""")]
    [InlineData("Nested[]", "[1,[2],3,4]")]
    [InlineData("Nested[][]", "[1,2,3,4]")]
    [InlineData("zero[*]", "null")]
    [InlineData("zero[]", "null")]
    [InlineData("Schedules[0].*", """["office","Asia/Shanghai",["day","evening"],true,2]""")]
    [InlineData("Schedules[0].* | [1]", "\"Asia/Shanghai\"")]
    [InlineData("Nested.*", "null")]
    [InlineData("*.Name", "[]")]
    [InlineData("[*]", "null")]
    // Filters and comparisons.
    [InlineData("Schedules[?Enforced].Name", """["office"]""")]
    [InlineData("Schedules[?!Enforced].Name", """["night","always"]""")]
    [InlineData("Schedules[?Timezone=='UTC'].Name", """["night"]""")]
    [InlineData("Schedules[?Timezone!='UTC'].Name", """["office","always"]""")]
    [InlineData("Schedules[?Weight>`1`].Name", """["office","always"]""")]
    [InlineData("Schedules[?Weight>=`2`].Name", """["office","always"]""")]
    [InlineData("Schedules[?Weight<`2`].Name", """["night"]""")]
    [InlineData("Schedules[?Weight<=`1.0`].Name", """["night"]""")]
    [InlineData("Schedules[?Weight==`2.0`].Name", """["office"]""")]
    [InlineData("Schedules[?Periods==`[\"day\",\"evening\"]`].Name", """["office"]""")]
    [InlineData("Schedules[?Name>'a']", "[]")]
    [InlineData("Schedules[?Enforced && Weight==`2`].Name", """["office"]""")]
    [InlineData("Schedules[?Enforced || Weight==`10`].Name", """["office","always"]""")]
    [InlineData("Schedules[?contains(Periods || `[]`, 'night')].Name", """["night"]""")]
    [InlineData("Empty[?a]", "null")]
    // What counts as false, and what the operators give.
    [InlineData("Missing || 'otherwise'", "\"otherwise\"")]
    [InlineData("zero || 'otherwise'", "0")]
    [InlineData("Empty || nothing || `[]` || ''", "\"\"")]
    [InlineData("zero && 'then'", "\"then\"")]
    [InlineData("Empty && 'then'", "{}")]
    [InlineData("!zero", "false")]
    [InlineData("!Empty", "true")]
    [InlineData("nothing == Missing", "true")]
    [InlineData("`1` == `1` && `1` != `2`", "true")]
    // Multi-selects.
    [InlineData("Schedules[0].[Name, Missing]", """["office",null]""")]
    [InlineData("Schedules[0].{n: Name, \"a b\": Weight}", """{"n":"office","a b":2}""")]
    [InlineData("Schedules[*].{n: Name} | [1]", """{"n":"night"}""")]
    [InlineData("[zero, zero]", "[0,0]")]
    [InlineData("nothing.[a]", "null")]
    [InlineData("nothing.{a: a}", "null")]
    [InlineData("{a: zero, a: Empty}", """{"a":{}}""")]
    [InlineData("[[@.zero]]", "[[0]]")]
    // Literals.
    [InlineData("'it\\'s'", "\"it's\"")]
    [InlineData("'a\\\\b'", "\"a\\\\\\\\b\"")]
    [InlineData("`{\"a\": [1, null]}`", """{"a":[1,null]}""")]
    [InlineData("`\"\\`\"`", "\"`\"")]
    [InlineData("` 1`", "1")]
    [InlineData(" zero\n|\t@ ", "0")]
    public void An_expression_finds(string expression, string expected) => Assert.Equal(expected, Search(expression, Answer));

    [Theory]
    [InlineData("", "the expression ends too early, at character 1")]
    [InlineData("a.", "the expression ends too early, at character 3")]
    [InlineData("a..b", "\".\" is not expected here, at character 3")]
    [InlineData("a b", "\"b\" is not expected here, at character 3")]
    [InlineData("a[", "the expression ends too early, at character 3")]
    [InlineData("a[1", "the expression ends too early, at character 4")]
    [InlineData("a[b]", "\"b\" is not expected here, at character 3")]
    [InlineData("a.[0]", "\"0\" is not expected here, at character 4")]
    [InlineData("a.1", "\"1\" is not expected here, at character 3")]
    [InlineData("[?a", "the expression ends too early, at character 4")]
    [InlineData("{a}", "\"}\" is not expected here, at character 3")]
    [InlineData("{`1`: a}", "\"`1`\" is not expected here, at character 2")]
    [InlineData("a[*]b", "\"b\" is not expected here, at character 5")]
    [InlineData("&a", "\"&\" is not expected here, at character 1")]
    [InlineData("a = b", "\"=\" has no meaning here, at character 3")]
    [InlineData("#", "\"#\" has no meaning here, at character 1")]
    [InlineData("😀", "\"😀\" has no meaning here, at character 1")]
    [InlineData("a[-]", "\"-\" has no meaning here, at character 3")]
    [InlineData("a[99999999999]", "99999999999 is too large for an index, at character 3")]
    [InlineData("'open", "the ' is never closed, at character 1")]
    [InlineData("\"open", "the \" is never closed, at character 1")]
    [InlineData("\"\\x\"", "the name \"\\x\" has an escape that JSON does not know, at character 1")]
    [InlineData("`UTC`", "`UTC` is not JSON (write a text as 'UTC'), at character 1")]
    [InlineData("\"length\"(@)", "the name of a function is written without quotes, at character 1")]
    public void A_broken_expression_is_told_with_its_place(string expression, string expected)
    {
        var failure = Assert.Throws<JmesPathException>(() => JmesPathQuery.Parse(expression));
        Assert.Equal((JmesPathFault.Syntax, expected), (failure.Fault, failure.Message));
    }

    [Fact]
    public void A_step_of_zero_is_an_invalid_value() =>
        Assert.Equal(JmesPathFault.InvalidValue, Assert.Throws<JmesPathException>(() => Search("Schedules[::0]", Answer)).Fault);

    [Fact]
    public void What_is_nested_or_chained_beyond_reason_is_refused_and_does_not_end_the_process()
    {
        Assert.Contains("nested deeper", Assert.Throws<JmesPathException>(() => JmesPathQuery.Parse(new string('(', 4_000))).Message, StringComparison.Ordinal);
        Assert.Contains("more than 5000 parts", Assert.Throws<JmesPathException>(() => JmesPathQuery.Parse("a" + string.Concat(Enumerable.Repeat(".a", 100_000)))).Message, StringComparison.Ordinal);
        Assert.Equal("null", Search("a" + string.Concat(Enumerable.Repeat(".a", 2_400)), Answer));
    }

    [Fact]
    public void Any_text_is_an_expression_or_a_syntax_error()
    {
        var pieces = Gen.OneOf<string>("a", "Schedules", "[", "]", "[]", "[?", "{", "}", "(", ")", ".", "*", "@", "&", "!", "|", "||", "&&", "==", "<", ":", ",", "-1", "0", "'x'", "`1`", "\"q\"", "length(", "sort_by(", " ", "\\", "é");
        pieces.Array[0, 12].Select(string.Concat).Sample(expression =>
        {
            try
            {
                Search(expression, Answer);
            }
            catch (JmesPathException)
            {
                // That is the other half of the law.
            }
        }, iter: 20_000);
    }

    [Fact]
    public void A_search_leaves_the_document_as_it_is()
    {
        var document = JsonNode.Parse(Answer);
        var query = JmesPathQuery.Parse("{all: @, first: Schedules[0], twice: [Schedules[0], `{\"a\": 1}`]}");

        var results = Enumerable.Range(0, 2).Select(_ => query.Search(document)!.ToJsonString()).ToList();

        Assert.Equal(results[0], results[1]);
        Assert.Equal(JsonNode.Parse(Answer)!.ToJsonString(), document!.ToJsonString());
    }

    internal static string Search(string expression, string document) =>
        JsonText.OnOneLine(JmesPathQuery.Parse(expression).Search(JsonNode.Parse(document)));
}
