namespace InstanceScheduler.Simulator.LocalAws.Sns;

/// <summary>A message as a topic's subscribers get it.</summary>
/// <param name="Id">The message id that the publisher got.</param>
/// <param name="Time">When it was published.</param>
/// <param name="TopicArn">Where.</param>
/// <param name="Subject">Null where none was given.</param>
/// <param name="Text">The message.</param>
internal sealed record PublishedMessage(string Id, DateTimeOffset Time, string TopicArn, string? Subject, string Text);
