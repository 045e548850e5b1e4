namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>The resource of a stack that items belong to.</summary>
/// <param name="Stack">ARN of the stack.</param>
/// <param name="Resource">Logical id of the resource in it.</param>
internal sealed record ItemOwner(string Stack, string Resource);
