namespace Amazon.Runtime;

/// <summary>The static facts of one service: everything that tells its clients apart below the operations.</summary>
internal sealed record ServiceDescription(string ServiceId, string EndpointPrefix, string SigningName, string ApiVersion);
