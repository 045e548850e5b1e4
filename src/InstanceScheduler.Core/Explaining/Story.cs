namespace InstanceScheduler.Core.Explaining;

/// <summary>What is known of an instance, to be told in one sentence.</summary>
/// <param name="Instance">Its id, or what somebody asked for.</param>
public abstract record Story(string Instance)
{
    /// <summary>What people call it; null: nothing.</summary>
    public string? Name { get; init; }
}
