using System.Text.Json;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>Values that an expression stands for at a date, or the fact that it cannot be read.</summary>
public readonly record struct ValueSet
{
    private readonly uint _bits;

    private ValueSet(uint bits, bool isError)
    {
        _bits = bits;
        IsError = isError;
    }

    public static ValueSet Error { get; } = new(0, isError: true);

    public bool IsError { get; }

    public static ValueSet Of(IEnumerable<int> values) => new(values.Aggregate(0u, (bits, value) => bits | (1u << value)), isError: false);

    public static ValueSet FromJson(JsonElement vector) =>
        vector.TryGetProperty("error", out _) ? Error : Of(vector.GetProperty("expected").EnumerateArray().Select(value => value.GetInt32()));

    public bool Contains(int value) => !IsError && (_bits & (1u << value)) != 0;

    public override string ToString()
    {
        var bits = _bits;
        return IsError ? "error" : $"[{string.Join(",", Enumerable.Range(0, 32).Where(value => (bits & (1u << value)) != 0))}]";
    }
}
