using CsCheck;
using InstanceScheduler.Aws.StateTable;
using NodaTime;

namespace InstanceScheduler.Aws.Tests.StateTable;

public sealed class IntentTests
{
    private static readonly Gen<Wish> Wishes = Gen.OneOf(
        Gen.Const(Wish.Start), Gen.Const(Wish.Stop), Gen.String[Gen.Char.AlphaNumeric, 1, 30].Select(type => Wish.Resize($"{type}.large")));

    private static readonly Gen<Intent> Intents =
        from wish in Wishes
        from milliseconds in Gen.Long[0, 4_102_444_800_000]
        from run in Gen.UInt
        select new Intent(wish, Instant.FromUnixTimeMilliseconds(milliseconds), run.ToString("x8"));

    [Fact]
    public void Writing_and_reading_gives_the_same_intent() => Intents.Sample(intent => intent == Intent.TryParse(intent.ToString()));

    [Fact]
    public void Writing_and_reading_gives_the_same_wish() => Wishes.Sample(wish => wish == Wish.TryParse(wish.ToString()));

    [Fact]
    public void It_is_written_as()
    {
        Assert.Equal("start 2026-11-23T01:00:00Z 5f3a9c12", new Intent(Wish.Start, Instant.FromUtc(2026, 11, 23, 1, 0), "5f3a9c12").ToString());
        Assert.Equal("stop 2026-11-23T01:00:00Z 5f3a9c12", new Intent(Wish.Stop, Instant.FromUtc(2026, 11, 23, 1, 0), "5f3a9c12").ToString());
        Assert.Equal("resize:m5.large", Wish.Resize("m5.large").ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("running")]
    [InlineData("start")]
    [InlineData("start 2026-11-23T01:00:00Z")]
    [InlineData("start  2026-11-23T01:00:00Z")]
    [InlineData("start 2026-11-23 5f3a9c12")]
    [InlineData("START 2026-11-23T01:00:00Z 5f3a9c12")]
    [InlineData("resize: 2026-11-23T01:00:00Z 5f3a9c12")]
    [InlineData("resize:m5 large 2026-11-23T01:00:00Z 5f3a9c12")]
    [InlineData("start 2026-11-23T01:00:00Z 5f3a9c12 more")]
    public void Anything_else_is_no_intent(string? text) => Assert.Null(Intent.TryParse(text));
}
