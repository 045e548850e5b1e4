using System.Text.Json.Nodes;
using CsCheck;
using InstanceScheduler.Cli.ConfigFiles;
using InstanceScheduler.Cli.Output;

namespace InstanceScheduler.Cli.Tests.ConfigFiles;

public sealed class YamlTests
{
    [Fact]
    public void What_is_written_is_read_back_by_a_parser_of_others() => AnyJson.Value.Sample(value =>
    {
        var yaml = YamlText.Write(value);
        var back = YamlReader.Read("test", yaml);
        Assert.True(JsonNode.DeepEquals(value, back), $"{JsonText.OnOneLine(value)}\n{yaml}\n{JsonText.OnOneLine(back)}");
    }, iter: 5_000);

    [Fact]
    public void What_is_written_is_pleasant_to_read() => Assert.Equal(
        """
        periods:
          office-hours:
            description: Office hours, every day
            begintime: "09:00"
            weekdays: [mon-fri, sat#1]
          night: {}
        list:
          - name: a
            inner:
              - [1, 2]
              - - x: 1
          - plain text
        "yes": "no"
        none: null
        long:
          - aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
          - bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb

        """.Replace("Office hours, every day", "\"Office hours, every day\"", StringComparison.Ordinal).Replace("sat#1", "\"sat#1\"", StringComparison.Ordinal),
        YamlText.Write(JsonNode.Parse("""
            {"periods": {"office-hours": {"description": "Office hours, every day", "begintime": "09:00", "weekdays": ["mon-fri", "sat#1"]}, "night": {}},
             "list": [{"name": "a", "inner": [[1, 2], [{"x": 1}]]}, "plain text"], "yes": "no", "none": null,
             "long": ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"]}
            """)));

    [Theory]
    [InlineData("a: 09:00", """{"a":"09:00"}""")]
    [InlineData("a: yes", """{"a":"yes"}""")]
    [InlineData("a: True", """{"a":true}""")]
    [InlineData("a: \"true\"", """{"a":"true"}""")]
    [InlineData("a: 1.50", """{"a":1.50}""")]
    [InlineData("a: 007", """{"a":"007"}""")]
    [InlineData("a: '1'", """{"a":"1"}""")]
    [InlineData("a: |\n  1", """{"a":"1"}""")]
    [InlineData("a:", """{"a":null}""")]
    [InlineData("a: &x [b]\nc: *x", """{"a":["b"],"c":["b"]}""")]
    [InlineData("", "null")]
    public void People_write_it_in_many_ways(string yaml, string expected) => Assert.Equal(expected, JsonText.OnOneLine(YamlReader.Read("file", yaml)));

    [Theory]
    [InlineData("a: [", "file, line 2, column 1: this is not YAML: ")]
    [InlineData("a: 1\na: 2", "file, line 2")]
    [InlineData("? [x]\n: 1", "file, line 1, column 3: a key must be a text")]
    [InlineData("a: 1\n---\nb: 2", "file, line 3, column 1: a second document begins here; keep one in a file")]
    [InlineData("a: &x [*x]", "file, line 1")]
    public void What_cannot_be_read_is_told_with_its_place(string yaml, string expected)
    {
        var failure = Assert.Throws<CliException>(() => YamlReader.Read("file", yaml));
        Assert.StartsWith(expected, failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Unusable, failure.Code);
    }

    [Fact]
    public void References_that_grow_beyond_reason_are_refused()
    {
        var bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 40).Select(level => $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n"));
        Assert.Contains("nested too deeply or refers to itself", Assert.Throws<CliException>(() => YamlReader.Read("file", bomb)).Message, StringComparison.Ordinal);
    }
}
