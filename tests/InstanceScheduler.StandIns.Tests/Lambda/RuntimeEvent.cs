namespace InstanceScheduler.StandIns.Tests.Lambda;

/// <summary>One answer of <c>/next</c>: the payload and the headers that describe it.</summary>
internal sealed record RuntimeEvent(string RequestId, byte[] Payload, params (string Name, string Value)[] Headers);
