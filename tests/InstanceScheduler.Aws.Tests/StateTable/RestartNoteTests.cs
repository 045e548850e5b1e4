using InstanceScheduler.Aws.StateTable;
using NodaTime;

namespace InstanceScheduler.Aws.Tests.StateTable;

public sealed class RestartNoteTests : StateTest
{
    private const string Id = "orders";

    private static readonly Instant Restart = Instant.FromUtc(2026, 11, 30, 1, 0);

    [Fact]
    public async Task A_note_takes_the_place_of_a_settled_intent()
    {
        await (await LoadAsync("01:00")).DeclareAsync(Starting(Id), Deadline);
        var run = await LoadAsync("01:05");
        run.NoteRestart(Id, Restart);
        await run.SaveAsync(Deadline);

        var next = await LoadAsync("01:10");
        Assert.Null(next.IntentOf(Id));
        Assert.Equal(Restart, next.RestartOf(Id));
        Assert.False(next.HasUnreadableIntent(Id));
        Assert.False(next.IsTakenByAnotherRun(Id));
    }

    [Fact]
    public async Task A_note_that_stands_already_is_not_written_again()
    {
        await NoteAsync("01:00");
        var writes = Writes;
        await NoteAsync("01:05");
        Assert.Equal(writes, Writes);
    }

    [Fact]
    public async Task An_intent_takes_the_place_of_a_note()
    {
        await NoteAsync("01:00");

        var run = await LoadAsync("01:05");
        Assert.Contains(Id, await run.DeclareAsync(Starting(Id), Deadline));

        var next = await LoadAsync("01:10");
        Assert.Null(next.RestartOf(Id));
        Assert.NotNull(next.IntentOf(Id));
    }

    [Fact]
    public async Task What_another_run_wrote_meanwhile_stays()
    {
        var late = await LoadAsync("01:05");
        late.NoteRestart(Id, Restart);
        await (await LoadAsync("01:05", "run2")).DeclareAsync(Starting(Id), Deadline);

        await late.SaveAsync(Deadline);

        Assert.NotNull((await LoadAsync("01:10")).IntentOf(Id));
    }

    [Theory]
    [InlineData("restarts 2026-11-30T01:00:00Z", true)]
    [InlineData("restarts 2026-11-30T01:00:00.123Z", true)]
    [InlineData("restarts tomorrow", false)]
    [InlineData("restarts ", false)]
    [InlineData("start 2026-11-30T01:00:00Z 00000000", false)]
    [InlineData(null, false)]
    public void Only_a_note_is_read_as_one(string? text, bool isNote) => Assert.Equal(isNote, RestartNote.TryParse(text) is not null);

    [Fact]
    public void A_note_is_read_as_it_was_written()
    {
        var time = Restart + Duration.FromMilliseconds(123);
        Assert.Equal(time, RestartNote.TryParse(RestartNote.Of(time)));
    }

    private async Task NoteAsync(string time)
    {
        var run = await LoadAsync(time);
        run.NoteRestart(Id, Restart);
        await run.SaveAsync(Deadline);
    }
}
