using System.Text.Json;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;
using NodaTime;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>An expression of one field, judged at a date (where the file leaves parts of it out, at any).</summary>
public sealed record CalendarCase(string Id, string Spec, DateOnly Date, ValueSet Theirs) : IVectorCase<ValueSet>
{
    public static CalendarCase Read(JsonElement json)
    {
        return new CalendarCase(
            json.GetProperty("id").GetString()!,
            json.GetProperty("spec").GetString()!,
            new DateOnly(Part("year", 2024), Part("month", 1), Part("day", 1)),
            ValueSet.FromJson(json));

        int Part(string name, int absent) => json.TryGetProperty(name, out var part) ? part.GetInt32() : absent;
    }

    /// <summary>What the core makes of the expression.</summary>
    /// <param name="field">Field of the expression.</param>
    /// <param name="valuesOn">The values that an expression has at the case's date.</param>
    public ValueSet Ours(CalendarField field, Func<CalendarExpression, LocalDate, IEnumerable<int>> valuesOn)
    {
        try
        {
            return ValueSet.Of(valuesOn(CalendarExpressionParser.Parse(field, [Spec]), LocalDate.FromDateOnly(Date)));
        }
        catch (CalendarFormatException)
        {
            return ValueSet.Error;
        }
    }
}
