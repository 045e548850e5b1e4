using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Tests.Fleet;

public sealed class PriceListTests
{
    private const string Write = " Write an object such as {\"t3.medium\": 0.29, \"currency\": \"CNY\"}";

    [Fact]
    public void Prices_are_read_and_bad_ones_left_out_by_name()
    {
        var prices = Read("{'t3.medium': 0.29, 'free': 0, 't3.large': '0.5', 'm5.large': -1, 'currency': 'CNY', 'note': 'list of May'}");

        Assert.Equal(("CNY", "list of May", 0.29m, 2), (prices.Currency, prices.Note, prices.PerHour["t3.medium"], prices.PerHour.Count));
        Assert.Equal(
            [
                "prices.json: t3.large: the price is \"0.5\". The type counts as unpriced; write a number per hour, 0 or more",
                "prices.json: m5.large: the price is -1. The type counts as unpriced; write a number per hour, 0 or more",
            ],
            prices.Problems.Select(problem => problem.ToString()),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty.")]
    [InlineData("{'a': 1} {'b': 2}", "this is not one JSON object.")]
    [InlineData("[1]", "this is not one JSON object.")]
    [InlineData("{'t3.medium': 1}", "currency is missing.")]
    [InlineData("{'currency': 'CNY', 't3.medium': 'x'}", "there is no usable price (1 problem: t3.medium: the price is \"x\").")]
    [InlineData("{'currency': 'CNY', 't3.medium': '0.29', 't3.large': -1}", "there is no usable price (2 problems, the first: t3.medium: the price is \"0.29\").")]
    [InlineData("{'currency': 'CNY', 'note': 'x'}", "there is no usable price.")]
    public void A_file_of_another_kind_is_refused(string text, string message) =>
        Assert.Equal($"prices.json: {message}{Write}", Assert.Throws<InputFileException>(() => Read(text)).Message);

    private static PriceList Read(string text)
    {
        using var stream = Json.Stream(text);
        return PriceList.Read(stream, "prices.json");
    }
}
