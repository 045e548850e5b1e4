namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>Why an instance is in its state, as EC2 tells it.</summary>
/// <param name="Code">For example <c>Client.UserInitiatedShutdown</c>.</param>
/// <param name="Message">Repeats the code, then explains it.</param>
/// <param name="Transition">The older, looser text, the only one with a time; without one for what AWS itself does.</param>
internal sealed record StateReason(string Code, string Message, string Transition)
{
    public static StateReason UserShutdown(DateTimeOffset time) =>
        new("Client.UserInitiatedShutdown", "Client.UserInitiatedShutdown: User initiated shutdown", User(time));

    public static StateReason UserHibernate(DateTimeOffset time) =>
        new("Client.UserInitiatedHibernate", "Client.UserInitiatedHibernate: User initiated hibernate", User(time));

    // Nobody called the API, so there is no "User initiated" and no time.
    public static StateReason GuestShutdown() => new(
        "Client.InstanceInitiatedShutdown",
        "Client.InstanceInitiatedShutdown: Instance initiated shutdown",
        "Client.InstanceInitiatedShutdown");

    public static StateReason Fallback(string code, DateTimeOffset? shownTime) =>
        new(code, $"{code}: {FallbackText(code)}", shownTime is { } time ? $"{code} ({Gmt(time)})" : code);

    private static string FallbackText(string code) => code switch
    {
        "Client.InternalError" => "Client error on launch",
        "Client.VolumeLimitExceeded" => "Volume limit exceeded",
        "Server.InsufficientInstanceCapacity" => "Insufficient capacity to satisfy instance request",
        "Client.InvalidSnapshot.NotFound" => "The specified snapshot was not found",
        "Server.InternalError" => "Internal error on launch",
        _ => "The instance could not be launched",
    };

    private static string User(DateTimeOffset time) => $"User initiated ({Gmt(time)})";

    private static string Gmt(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'GMT'");
}
