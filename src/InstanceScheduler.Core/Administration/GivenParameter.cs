namespace InstanceScheduler.Core.Administration;

/// <summary>A parameter of an action.</summary>
/// <param name="Name">Its name, with underscores.</param>
/// <param name="Value">Its value; null where nothing was given.</param>
public sealed record GivenParameter(string Name, GivenValue? Value)
{
    internal bool IsEmpty => Value is null or GivenValue.Text { Value.Length: 0 };
}
