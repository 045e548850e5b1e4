namespace InstanceScheduler.Core.Calendars;

/// <summary>One item of a comma list, or a part of it, together with what is needed to complain about it.</summary>
/// <param name="Field">The field it belongs to.</param>
/// <param name="Text">The part at hand, without blanks round it.</param>
/// <param name="Written">The whole item as it was written.</param>
internal readonly record struct CalendarItem(CalendarField Field, string Text, string Written)
{
    public CalendarItem(CalendarField field, string text)
        : this(field, text, text)
    {
    }

    public bool IsWildcard => Text is "*" or "?";

    /// <summary>The kind of day that the text asks for as a whole; null where it is no such word, or the field knows none.</summary>
    public DayWords? DayWord => !Field.HasDayWords ? null
        : Is("workday") ? DayWords.Workday
        : Is("weekend") ? DayWords.Weekend
        : Is("holiday") ? DayWords.Holiday
        : null;

    /// <summary>The parts before and after an operator, or null where it does not stand.</summary>
    public (CalendarItem Before, CalendarItem After)? Split(char separator)
    {
        var at = Text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? null : (Part(Text[..at]), Part(Text[(at + 1)..]));
    }

    /// <summary>The part before a trailing sign, or null where it does not end so or is nothing else.</summary>
    public CalendarItem? WithoutSuffix(char sign)
    {
        if (Text.Length < 2 || char.ToUpperInvariant(Text[^1]) != sign)
            return null;
        var before = Part(Text[..^1]);
        // In "fri-L" the sign is the end of a range, not a suffix.
        return before.Text.Length > 0 && before.Text.IndexOfAny(['-', '/']) < 0 ? before : null;
    }

    public CalendarAtom Single()
    {
        if (Text == "^")
            return new CalendarAtom(Field.First, IsName: Field.HasNames);
        if (Field.IsLastSign(Text))
            return new CalendarAtom(Field.Last, IsMonthEnd: Field.LastIsMonthEnd, IsName: Field.HasNames);
        if (DayWord is not null)
            throw Unreadable($"\"{Text}\" stands alone, or beside other items of a list; it is no end of a range and takes no /, # or L");
        return Field.ValueOf(Text, out var isNumber) is { } value
            ? new CalendarAtom(value, IsNumber: isNumber, IsName: !isNumber)
            : throw Unreadable(Known());
    }

    public int Number(string what, int lowest, int highest)
    {
        if (Text.Length is 1 or 2 && !Text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && int.Parse(Text) is var number && number >= lowest && number <= highest)
            return number;
        throw Unreadable($"{what} is a number from {lowest} to {highest}");
    }

    public CalendarFormatException Unreadable(string reason) => new(Field, Written, reason);

    private bool Is(string word) => Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private CalendarItem Part(string text) => this with { Text = text.Trim() };

    private string Known() => Field == CalendarField.Years ? $"expected a year from {Field.First} to {Field.Last}, a range, or *"
        : !Field.HasNames
        ? $"expected a day from {Field.First} to {Field.Last}, a range, *, L, or a day with W"
        : $"expected a name such as {Field.Names[0][..3]} or {Field.Names[^1]}, {(Field.HasDayWords ? "workday, weekend, holiday, " : "")}or a number from {Field.First} to {Field.Last}";
}
