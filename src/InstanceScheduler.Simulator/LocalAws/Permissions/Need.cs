namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>One action on one resource, whoever asks.</summary>
/// <param name="Action">As policies spell it.</param>
/// <param name="Resource">With names instead of ids; <c>*</c> where the action knows no resources.</param>
/// <param name="Keys">As in <see cref="CallShape.Keys"/>.</param>
internal readonly record struct Need(string Action, string Resource, string Keys = "");
