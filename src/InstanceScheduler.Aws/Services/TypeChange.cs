namespace InstanceScheduler.Aws.Services;

/// <summary>A change of an instance's type.</summary>
internal readonly record struct TypeChange(string Old, string New);
