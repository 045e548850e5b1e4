using System.Globalization;
using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Protocol;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>DescribeMaintenanceWindows.</summary>
internal sealed class MaintenanceWindowListing(MaintenanceWindows windows, TimeProvider time)
{
    private const string Action = "ssm:DescribeMaintenanceWindows";
    private const int SmallestPage = 10;
    private const int LargestPage = 100;
    private const int UsualPage = 50;
    private const int MostFilters = 5;
    private const string TokenPrefix = "window:";

    // AWS leaves seconds out where they are zero, as rates counted from the making of a window may not be.
    private static readonly ZonedDateTimePattern WithoutSeconds =
        ZonedDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>", null);

    private static readonly ZonedDateTimePattern WithSeconds =
        ZonedDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFo<Z+HH:mm>", null);

    public int Describe(CallScope scope, JsonElement input, Utf8JsonWriter output)
    {
        if (windows.Denied.Denies(scope, Action))
        {
            var everything = Arn.Of("ssm", scope.Region, scope.Account, "*");
            throw new AwsException("AccessDeniedException", DeniedActions.Sentence(scope, Action, everything));
        }

        var (matches, size, after) = (Filters(input), PageSize(input.Number("MaxResults")), After(input.Text("NextToken")));
        var rest = windows.All
            .Where(w => w.Account == scope.Account && w.Region == scope.Region && w.Sequence > after && matches.TrueForAll(m => m(w)))
            .Take(size + 1)
            .ToArray();
        var page = rest.AsSpan(0, Math.Min(size, rest.Length));
        output.WriteStartArray("WindowIdentities");
        foreach (var window in page)
        {
            Write(output, window, time.GetUtcNow());
        }

        output.WriteEndArray();
        if (rest.Length > size)
        {
            output.WriteString("NextToken", Convert.ToBase64String(Encoding.ASCII.GetBytes(TokenPrefix + page[^1].Sequence)));
        }

        return page.Length;
    }

    private static void Write(Utf8JsonWriter output, LocalMaintenanceWindow window, DateTimeOffset now)
    {
        output.WriteStartObject();
        output.WriteString("WindowId", window.Id);
        output.WriteString("Name", window.Name);
        WriteIfGiven(output, "Description", window.Description);
        output.WriteBoolean("Enabled", window.Enabled);
        output.WriteNumber("Duration", window.DurationHours);
        output.WriteNumber("Cutoff", window.CutoffHours);
        output.WriteString("Schedule", window.Schedule.Expression);
        WriteIfGiven(output, "ScheduleTimezone", window.ScheduleTimezone);
        WriteIfGiven(output, "StartDate", window.StartDate is { } start ? Text(ZonedDateTime.FromDateTimeOffset(start)) : null);
        WriteIfGiven(output, "EndDate", window.EndDate is { } end ? Text(ZonedDateTime.FromDateTimeOffset(end)) : null);
        WriteIfGiven(output, "NextExecutionTime", window.NextExecution(now) is { } next ? Text(next) : null);
        output.WriteEndObject();
    }

    private static void WriteIfGiven(Utf8JsonWriter output, string member, string? text)
    {
        if (text is not null)
        {
            output.WriteString(member, text);
        }
    }

    private static string Text(ZonedDateTime time) =>
        (time.TickOfSecond == 0 && time.Second == 0 ? WithoutSeconds : WithSeconds).Format(time);

    private static List<Func<LocalMaintenanceWindow, bool>> Filters(JsonElement input)
    {
        if (input.Member("Filters") is not { } filters)
        {
            return [];
        }

        return filters.GetArrayLength() > MostFilters
            ? throw ParameterErrors.Invalid("filters", filters.ToString(), $"Member must have length less than or equal to {MostFilters}")
            : [.. filters.EnumerateArray().Select(Filter)];
    }

    private static Func<LocalMaintenanceWindow, bool> Filter(JsonElement filter)
    {
        var values = filter.Texts("Values");
        return filter.Text("Key") switch
        {
            "Name" => window => values.Contains(window.Name, StringComparer.Ordinal),
            "Enabled" => window => values.Contains(window.Enabled ? "true" : "false", StringComparer.OrdinalIgnoreCase),
            var key => throw ParameterErrors.Validation($"Invalid filter key: {key}. Valid filter keys: [Name, Enabled]."),
        };
    }

    private static int PageSize(int? given) => given switch
    {
        null => UsualPage,
        < SmallestPage => throw Outside(given.Value, $"greater than or equal to {SmallestPage}"),
        > LargestPage => throw Outside(given.Value, $"less than or equal to {LargestPage}"),
        { } size => size,
    };

    private static AwsException Outside(int size, string bound) =>
        ParameterErrors.Invalid("maxResults", size.ToString(), $"Member must have value {bound}");

    private static long After(string? token)
    {
        if (token is null)
        {
            return 0;
        }

        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is var text
            && text.StartsWith(TokenPrefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(TokenPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : throw ParameterErrors.InvalidToken();
    }
}
