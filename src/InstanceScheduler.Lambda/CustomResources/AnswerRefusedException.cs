namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>The answer reached its address and was turned down there; sent again, it would be again.</summary>
internal sealed class AnswerRefusedException(int status) : Exception($"the address of the answer said HTTP {status}");
