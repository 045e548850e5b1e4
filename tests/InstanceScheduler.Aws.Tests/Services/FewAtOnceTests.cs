using CsCheck;
using InstanceScheduler.Aws.Services;

namespace InstanceScheduler.Aws.Tests.Services;

public sealed class FewAtOnceTests
{
    [Fact]
    public async Task Everything_is_done_once_and_never_too_much_at_a_time() =>
        await Gen.Select(Gen.Int[0, 20], Gen.Int[1, 9], Gen.Int[0, 1000]).SampleAsync(async (count, most, seed) =>
        {
            var open = new List<TaskCompletionSource>();
            var begun = new List<int>();
            var all = FewAtOnce.ForEachAsync([.. Enumerable.Range(0, count)], most, async (item, place) =>
            {
                Assert.Equal(item, place);
                begun.Add(place);
                var work = new TaskCompletionSource();
                open.Add(work);
                await work.Task;
            });

            // As many as may be are at work as long as any are left; whichever is done makes room for the next.
            for (var done = 0; done < count; done++)
            {
                Assert.Equal(Math.Min(most, count - done), open.Count);
                var work = open[(seed + done) % open.Count];
                open.Remove(work);
                work.SetResult();
            }

            await all;
            Assert.Equal(Enumerable.Range(0, count), begun);
        }, iter: 200);

    [Fact]
    public async Task A_failure_comes_out_and_keeps_the_others_from_nothing()
    {
        var done = new List<int>();
        var failure = await Record.ExceptionAsync(() => FewAtOnce.ForEachAsync([0, 1, 2, 3, 4], 2, async (_, place) =>
        {
            await Task.CompletedTask;
            if (place == 1)
                throw new InvalidOperationException("one");
            done.Add(place);
        }));

        Assert.Equal("one", failure!.Message);
        Assert.Equal([0, 2, 3, 4], done);
    }
}
