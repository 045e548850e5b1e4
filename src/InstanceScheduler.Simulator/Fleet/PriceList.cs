using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>On-demand prices per hour by instance type, in one currency.</summary>
/// <param name="Currency">As the file writes it, for instance <c>CNY</c>.</param>
/// <param name="PerHour">By instance type; types match exactly.</param>
/// <param name="Note">Where the prices come from; the report prints it beside every amount.</param>
/// <param name="Problems">Entries that were left out.</param>
internal sealed record PriceList(
    string Currency,
    IReadOnlyDictionary<string, decimal> PerHour,
    string? Note,
    IReadOnlyList<InputProblem> Problems)
{
    private const string Remedy = "Write an object such as {\"t3.medium\": 0.29, \"currency\": \"CNY\"}";

    /// <summary>The sum of the prices of these types; null where there is none of them, or one lacks a price.</summary>
    public decimal? PriceOf(IReadOnlyList<string> types) =>
        types.Count > 0 && types.All(PerHour.ContainsKey) ? types.Sum(type => PerHour[type]) : null;

    /// <exception cref="InputFileException">The file is missing, empty, not JSON, not one object, or without currency or prices.</exception>
    public static PriceList Read(string path)
    {
        using var stream = InputFile.Open(path, Remedy);
        return Read(stream, path);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static PriceList Read(Stream stream, string file)
    {
        if (InputFile.Documents(stream, file, Remedy) is not [{ ValueKind: JsonValueKind.Object } prices])
        {
            throw InputFileException.Of(new InputProblem(file, Item: null, "this is not one JSON object", Remedy));
        }

        var currency = prices.Field("currency").Text()
            ?? throw InputFileException.Of(new InputProblem(file, Item: null, $"currency is {prices.Field("currency").Describe()}", Remedy));
        var perHour = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var problems = new List<InputProblem>();
        foreach (var entry in prices.EnumerateObject().Where(entry => entry.Name is not ("currency" or "note")))
        {
            if (entry.Value.ValueKind == JsonValueKind.Number && entry.Value.TryGetDecimal(out var price) && price is >= 0 and < 1_000_000)
            {
                perHour[entry.Name] = price;
            }
            else
            {
                problems.Add(new InputProblem(
                    file, entry.Name, $"the price is {((JsonElement?)entry.Value).Describe()}", "The type counts as unpriced; write a number per hour, 0 or more"));
            }
        }

        return perHour.Count > 0
            ? new PriceList(currency, perHour, prices.Field("note").Text(), problems)
            : throw InputFileException.Of(new InputProblem(file, Item: null, "there is no usable price" + InputProblem.Summary(problems), Remedy));
    }
}
