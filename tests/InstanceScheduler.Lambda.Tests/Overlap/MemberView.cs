namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>What is to be seen of a member of the fleet, without the times.</summary>
/// <param name="Power">Its power state, and its type.</param>
/// <param name="Stored">Its stored state, in words.</param>
/// <param name="Intent">What stands among the intents; null: nothing.</param>
internal sealed record MemberView(string Power, string Stored, string? Intent)
{
    public override string ToString() => $"{Power}, {Stored}{(Intent is null ? "" : $", {Intent}")}";
}
