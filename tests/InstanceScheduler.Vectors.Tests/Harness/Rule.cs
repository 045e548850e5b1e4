namespace InstanceScheduler.Vectors.Tests.Harness;

/// <summary>A declared difference from v1.3 (behaviour, section 10).</summary>
/// <param name="Number">Numbers of the vectors' list of surprises.</param>
/// <param name="Cases">How many cases of the shipped file it covers.</param>
/// <param name="Reason">What we do instead, in a sentence.</param>
/// <param name="Covers">Whether a case differs because of it; a case where we agree with v1.3 must not be covered.</param>
/// <param name="Expected">What is right, found without the code under test.</param>
public sealed record Rule<TCase, TResult>(
    string Number, int Cases, string Reason, Func<TCase, bool> Covers, Func<TCase, TResult> Expected);
