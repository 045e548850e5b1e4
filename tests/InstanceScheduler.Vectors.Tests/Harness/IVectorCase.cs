namespace InstanceScheduler.Vectors.Tests.Harness;

/// <summary>One case of a vector file: its id, and what v1.3 made of it.</summary>
public interface IVectorCase<out TResult>
{
    string Id { get; }

    TResult Theirs { get; }
}
