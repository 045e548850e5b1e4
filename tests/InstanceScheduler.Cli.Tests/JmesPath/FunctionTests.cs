using InstanceScheduler.Cli.JmesPath;
using InstanceScheduler.Cli.JmesPath.Functions;
using static InstanceScheduler.Cli.Tests.JmesPath.JmesPathTests;

namespace InstanceScheduler.Cli.Tests.JmesPath;

public sealed class FunctionTests
{
    private const string Document = """
        {"n": -1.5, "s": "héllo😀", "numbers": [3, 1, 2], "texts": ["b", "a", "😀", "\uFF21"], "mixed": [1, "a"], "none": [], "object": {"a": 1, "b": null},
         "people": [{"name": "b", "age": 30}, {"name": "a", "age": 50}, {"name": "c", "age": 30}], "flags": [true], "nothing": null}
        """;

    public static TheoryData<string, string> Rows => new()
    {
        { "abs(n)", "1.5" },
        { "ceil(n)", "-1" },
        { "floor(n)", "-2" },
        { "sum(numbers)", "6" },
        { "sum(none)", "0" },
        { "avg(numbers)", "2" },
        { "avg(none)", "null" },
        { "starts_with(s, 'hé')", "true" },
        { "starts_with(s, 'e')", "false" },
        { "ends_with(s, '😀')", "true" },
        { "ends_with(s, 'h')", "false" },
        { "join('-', ['a', 'b'])", "\"a-b\"" },
        { "join(',', none)", "\"\"" },
        { "length(s)", "6" },
        { "length(numbers)", "3" },
        { "length(object)", "2" },
        { "reverse('a😀b')", "\"b😀a\"" },
        { "reverse(numbers)", "[2,1,3]" },
        { "contains(s, 'llo')", "true" },
        { "contains(s, `1`)", "false" },
        { "contains(numbers, `2`)", "true" },
        { "contains(mixed, 'b')", "false" },
        { "contains([nothing], nothing)", "true" },
        { "map(&age, people)", "[30,50,30]" },
        { "map(&nope, people)", "[null,null,null]" },
        { "not_null(nothing, n, s)", "-1.5" },
        { "not_null(nothing)", "null" },
        { "sort(numbers)", "[1,2,3]" },
        { "sort(texts[:2])", """["a","b"]""" },
        { "sort(texts)[-2:] == ['\uFF21', '😀']", "true" }, // code points, where UTF-16 has it the other way round
        { "sort(none)", "[]" },
        { "max(numbers)", "3" },
        { "min(numbers)", "1" },
        { "max(['a', 'b'])", "\"b\"" },
        { "min(none)", "null" },
        { "sort_by(people, &name)[*].name", """["a","b","c"]""" },
        { "sort_by(people, &age)[*].name", """["b","c","a"]""" },
        { "max_by(people, &age).name", "\"a\"" },
        { "min_by(people, &age).name", "\"b\"" },
        { "max_by(none, &age)", "null" },
        { "min_by(none, &age)", "null" },
        { "keys(object)", """["a","b"]""" },
        { "values(object)", "[1,null]" },
        { "merge(object, {b: `2`}, {c: `3`})", """{"a":1,"b":2,"c":3}""" },
        { "type(nothing)", "\"null\"" },
        { "type(n)", "\"number\"" },
        { "type(s)", "\"string\"" },
        { "type(flags[0])", "\"boolean\"" },
        { "type(none)", "\"array\"" },
        { "type(object)", "\"object\"" },
        { "to_array(n)", "[-1.5]" },
        { "to_array(none)", "[]" },
        { "to_array(nothing)", "[null]" },
        { "to_string(object)", "\"{\\\"a\\\":1,\\\"b\\\":null}\"" },
        { "to_string('x')", "\"x\"" },
        { "to_string(nothing)", "\"null\"" },
        { "to_number('-1.50e1')", "-15" },
        { "to_number(n)", "-1.5" },
        { "to_number('one')", "null" },
        { "to_number('1e999')", "null" },
        { "to_number(object)", "null" },
        { "to_number(nothing)", "null" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_function_gives(string expression, string expected) => Assert.Equal(expected, Search(expression, Document));

    [Theory]
    [InlineData("abs(s)", nameof(JmesPathFault.InvalidType), "abs(): argument 1 is a string, but must be a number")]
    [InlineData("abs(&n)", nameof(JmesPathFault.InvalidType), "abs(): argument 1 is an expression behind &, but must be a number")]
    [InlineData("length(nothing)", nameof(JmesPathFault.InvalidType), "length(): argument 1 is null, but must be a string or an array or an object")]
    [InlineData("sum(mixed)", nameof(JmesPathFault.InvalidType), "sum(): argument 1 is an array, but must be an array of numbers")]
    [InlineData("sort(mixed)", nameof(JmesPathFault.InvalidType), "sort(): argument 1 is an array, but must be an array of numbers or an array of strings")]
    [InlineData("join(',', numbers)", nameof(JmesPathFault.InvalidType), "join(): argument 2 is an array, but must be an array of strings")]
    [InlineData("keys(flags[0])", nameof(JmesPathFault.InvalidType), "keys(): argument 1 is a boolean, but must be an object")]
    [InlineData("map(age, people)", nameof(JmesPathFault.InvalidType), "map(): argument 1 is null, but must be an expression behind &")]
    [InlineData("not_null(&n)", nameof(JmesPathFault.InvalidType), "not_null(): argument 1 is an expression behind &, but must be a value")]
    [InlineData("sort_by(people, &nope)", nameof(JmesPathFault.InvalidType), "sort_by(): the expression must give a number for every element, or a string for every element")]
    [InlineData("max_by(mixed, &@)", nameof(JmesPathFault.InvalidType), "max_by(): the expression must give a number for every element, or a string for every element")]
    [InlineData("sum(`[1e308, 1e308]`)", nameof(JmesPathFault.InvalidValue), "the result is beyond the largest number")]
    [InlineData("abs()", nameof(JmesPathFault.InvalidArity), "abs() takes 1 argument, not 0")]
    [InlineData("contains(s)", nameof(JmesPathFault.InvalidArity), "contains() takes 2 arguments, not 1")]
    [InlineData("merge()", nameof(JmesPathFault.InvalidArity), "merge() takes 1 or more argument, not 0")]
    public void A_wrong_argument_is_told(string expression, string fault, string expected)
    {
        var failure = Assert.Throws<JmesPathException>(() => Search(expression, Document));
        Assert.Equal((fault, expected), (failure.Fault.ToString(), failure.Message));
    }

    [Fact]
    public void An_unknown_function_is_told_with_those_there_are()
    {
        var failure = Assert.Throws<JmesPathException>(() => JmesPathQuery.Parse("first(@)"));
        Assert.Equal(JmesPathFault.UnknownFunction, failure.Fault);
        Assert.StartsWith("there is no function first(); there are abs, avg, ceil, contains, ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_function_of_the_specification_is_there_and_has_rows()
    {
        string[] specified = ["abs", "avg", "ceil", "contains", "ends_with", "floor", "join", "keys", "length", "map", "max", "max_by", "merge", "min", "min_by", "not_null", "reverse", "sort", "sort_by", "starts_with", "sum", "to_array", "to_number", "to_string", "type", "values"];
        Assert.Equal(specified, FunctionTable.Names.Order(StringComparer.Ordinal));
        var rows = Rows.Select(row => (string)row[0]).ToList();
        Assert.All(specified, name => Assert.Contains(rows, row => row.StartsWith(name + "(", StringComparison.Ordinal)));
    }
}
