using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using InstanceScheduler.Aws.Services;
using Xunit.Abstractions;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

/// <summary>What the scheduler relies on in a service, asserted alike over the local AWS and over AWS mocks that others wrote.</summary>
public abstract class ServiceContract(ITestOutputHelper output) : AwsTest
{
    private static int _last;

    /// <summary>Of this test alone.</summary>
    internal string TagName { get; } = $"Schedule{Interlocked.Increment(ref _last)}";

    internal abstract IInstanceService Service { get; }

    /// <summary>One that is in no fleet.</summary>
    internal abstract ManagedInstance Stranger { get; }

    /// <summary>Why none of the tests can run here; null where they can.</summary>
    protected virtual string? Missing => null;

    /// <summary>Tests whose assertions this AWS is known not to meet, by name, with what it does instead.</summary>
    protected virtual ImmutableDictionary<string, string> Gaps => ImmutableDictionary<string, string>.Empty;

    [SkippableFact]
    public async Task It_lists_what_carries_the_tag_and_nothing_else()
    {
        Begin();
        var id = await AddAsync((TagName, " 办公 "), ("Other", "1"));
        await AddAsync((TagName.ToLowerInvariant(), "office"));
        await AddAsync((TagName + "s", "office"));
        await AddAsync(("Team", TagName));

        var instance = Assert.Single(await ListAsync());

        Assert.Equal((id, "办公", PowerState.Running), (instance.Id, instance.Schedule, instance.State));
        Assert.Null(instance.Untouchable);
        Assert.Null(instance.Trouble);
    }

    [SkippableFact]
    public async Task An_empty_value_is_no_schedule()
    {
        Begin();
        await AddAsync((TagName, ""));

        Assert.Null(Assert.Single(await ListAsync()).Schedule);
    }

    [SkippableFact]
    public async Task What_is_stopped_stops_and_starts_again()
    {
        Begin();
        var id = await AddAsync((TagName, "office"));

        Assert.Equal(id, Assert.Single((await StopAsync(await ListAsync())).Accepted));
        await SettleAsync();
        Assert.Equal(PowerState.Stopped, Assert.Single(await ListAsync()).State);

        Assert.Equal(id, Assert.Single((await StartAsync(await ListAsync())).Accepted));
        await SettleAsync();
        Assert.Equal(PowerState.Running, Assert.Single(await ListAsync()).State);
    }

    [SkippableFact]
    public async Task A_stranger_is_a_harmless_problem_and_keeps_no_other_from_its_turn()
    {
        Begin();
        var id = await AddAsync((TagName, "office"));

        var stopped = await StopAsync([Stranger, .. await ListAsync()]);
        await SettleAsync();
        var started = await StartAsync([.. await ListAsync(), Stranger]);

        Assert.All([stopped, started], outcome =>
        {
            Assert.Equal(id, Assert.Single(outcome.Accepted));
            Assert.Empty(outcome.Unknown);
            var problem = Assert.Single(outcome.Problems);
            Assert.Equal(Stranger.Id, Assert.Single(problem.Ids));
            Assert.Contains("nothing to do", problem.Remedy, StringComparison.Ordinal);
        });
    }

    [SkippableFact]
    public async Task Tags_are_set_replaced_and_removed()
    {
        Begin();
        await AddAsync((TagName, "office"), (InformationalTags.ErrorKey, "Old"), (InformationalTags.ErrorMessageKey, "Older"));
        var instance = Assert.Single(await ListAsync());
        Assert.Equal(new InformationalTags(null, "Old", "Older"), instance.Information);

        Assert.Empty(await Service.TagAsync(
            [new TagChange(instance, [KeyValuePair.Create(InformationalTags.LastActionKey, "由 Hub 启动"), KeyValuePair.Create(InformationalTags.ErrorKey, "New")],
                [InformationalTags.ErrorMessageKey, "never-there"])], Deadline));

        instance = Assert.Single(await ListAsync());
        Assert.Equal(new InformationalTags("由 Hub 启动", "New", null), instance.Information);
        Assert.Equal("office", instance.Schedule);
    }

    [SkippableFact]
    public async Task What_is_on_its_way_is_seen_so()
    {
        Begin();
        await AddAsync((TagName, "office"));

        await StopAsync(await ListAsync());
        Assert.Equal(PowerState.Stopping, Assert.Single(await ListAsync()).State);
        await SettleAsync();
        await StartAsync(await ListAsync());
        Assert.Equal(PowerState.Pending, Assert.Single(await ListAsync()).State);
    }

    /// <summary>Adds one that runs; gives its id.</summary>
    protected abstract Task<string> AddAsync(params (string Key, string Value)[] tags);

    /// <summary>Lets what is on its way arrive.</summary>
    protected abstract Task SettleAsync();

    /// <summary>Skips the test, loudly, where it cannot be asked.</summary>
    protected void Begin([CallerMemberName] string test = "")
    {
        var why = Missing ?? Gaps.GetValueOrDefault(test);
        if (why is not null)
            output.WriteLine($"SKIPPED: {why}");
        Skip.If(why is not null, why);
    }

    internal async Task<ImmutableArray<ManagedInstance>> ListAsync() => (await Service.ListAsync(TagName, Deadline)).Instances;

    internal Task<ActionOutcome> StartAsync(ImmutableArray<ManagedInstance> instances) =>
        Service.StartAsync([.. instances.Select(instance => new StartOrder(instance))], Deadline);

    internal Task<ActionOutcome> StopAsync(ImmutableArray<ManagedInstance> instances) =>
        Service.StopAsync([.. instances.Select(instance => new StopOrder(instance))], Deadline);
}
