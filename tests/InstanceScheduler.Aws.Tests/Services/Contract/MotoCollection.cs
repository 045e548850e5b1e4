using System.Diagnostics.CodeAnalysis;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

/// <summary>Tests that share one moto; each has a tag of its own, so they see nothing of each other.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is what xunit calls a collection.")]
public sealed class MotoCollection : ICollectionFixture<MotoServer>
{
    public const string Name = "moto";
}
