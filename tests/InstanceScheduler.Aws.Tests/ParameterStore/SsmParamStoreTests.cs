using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using InstanceScheduler.Aws.ParameterStore;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Simulator.LocalAws.Faults;
using Moq;
using ParameterType = InstanceScheduler.Simulator.LocalAws.Ssm.ParameterType;

namespace InstanceScheduler.Aws.Tests.ParameterStore;

public sealed class SsmParamStoreTests : AwsTest
{
    private const string Prefix = "/lambdaEnvConfig/Main";
    private const string Secret = "hunter2-very-secret";

    private long Listings => Aws.Calls.Count("ssm", "GetParametersByPath");

    [Theory]
    [InlineData("/a/b", "/a/b")]
    [InlineData("/a/b/", "/a/b")]
    [InlineData("/a/b///", "/a/b")]
    public async Task A_slash_at_the_end_of_the_prefix_changes_nothing(string prefix, string expected)
    {
        Aws.Parameters.Put("/a/b/NAME", "value");
        var store = Store(prefix: prefix);

        Assert.Equal(expected, store.Prefix);
        Assert.Equal("value", await store.GetAsync("NAME", null, Deadline));
    }

    [Fact]
    public async Task The_root_is_a_prefix_too()
    {
        Aws.Parameters.Put("/NAME", "value");
        Aws.Parameters.Put("BARE", "without a slash");
        var store = Store(prefix: "/");

        Assert.Equal(["BARE", "NAME"], await store.KeysAsync(Deadline), StringComparer.Ordinal);
        Assert.Equal("value", await store.GetAsync("NAME", null, Deadline));
        Assert.Equal(1, await store.PutAsync("NEW", "x", Deadline));
        Assert.Equal("x", Aws.Parameters.Find("/NEW")!.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_store_without_a_prefix_is_refused(string? prefix) => Assert.ThrowsAny<ArgumentException>(() => Store(prefix: prefix!));

    [Fact]
    public async Task A_value_that_is_there_beats_the_fallback()
    {
        Put("A", "1");
        var store = Store();

        Assert.Equal("1", await store.GetAsync("A", "other", Deadline));
        Assert.Equal("other", await store.GetAsync("B", "other", Deadline));
        Assert.Null(await store.GetAsync("B", null, Deadline));
        // Names are case-sensitive, as those of AWS are.
        Assert.Null(await store.GetAsync("a", null, Deadline));
    }

    [Theory]
    [InlineData("one", new[] { "one" })]
    [InlineData("one,two", new[] { "one", "two" })]
    [InlineData(" one , two ", new[] { "one", "two" })]
    public async Task A_string_list_has_items(string value, string[] expected)
    {
        Aws.Parameters.Put($"{Prefix}/LIST", value, ParameterType.StringList);

        Assert.Equal(expected, await Store().GetListAsync("LIST", Deadline), StringComparer.Ordinal);
        Assert.Empty(await Store().GetListAsync("NONE", Deadline));
    }

    [Fact]
    public async Task A_nested_store_has_what_is_below_and_the_outer_one_does_not()
    {
        Put("A", "outer");
        Put("sub/A", "inner");
        Put("sub/deeper/A", "innermost");
        var store = Store();

        Assert.Equal(["A"], await store.KeysAsync(Deadline), StringComparer.Ordinal);
        Assert.Equal("inner", await store.GetStore("sub").GetAsync("A", null, Deadline));
        Assert.Equal("innermost", await store.GetStore("sub/").GetStore("deeper").GetAsync("A", null, Deadline));
        Assert.Equal($"{Prefix}/sub", store.GetStore("sub/").Prefix);
    }

    [Fact]
    public async Task The_indexer_reads_the_last_listing()
    {
        Put("A", "1");
        var store = Store();

        Assert.Throws<KeyNotFoundException>(() => store["A"]);
        await store.RefreshAsync(Deadline);
        Assert.Equal("1", store["A"]);
        var missing = Assert.Throws<KeyNotFoundException>(() => store["B"]);
        Assert.Contains($"{Prefix}/B", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contains_tells_the_truth()
    {
        Put("A", "1");
        var store = Store();

        Assert.True(await store.ContainsAsync("A", Deadline));
        Assert.False(await store.ContainsAsync("B", Deadline));
        await store.PutAsync("B", "2", Deadline);
        Assert.True(await store.ContainsAsync("B", Deadline));
        await store.DeleteAsync("A", Deadline);
        Assert.False(await store.ContainsAsync("A", Deadline));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(25, 3)]
    public async Task All_pages_are_listed(int parameters, int pages)
    {
        var names = Enumerable.Range(0, parameters).Select(number => $"P{number:000}").ToArray();
        foreach (var name in names)
            Put(name, name);

        Assert.Equal(names, await Store().KeysAsync(Deadline), StringComparer.Ordinal);
        Assert.Equal(pages, Listings);
    }

    [Fact]
    public async Task Writing_overwrites_and_returns_versions()
    {
        var store = Store();

        Assert.Equal(1, await store.PutAsync("A", "1", Deadline));
        Assert.Equal(2, await store.PutAsync("A", "2", Deadline));
        Assert.Equal("2", await store.GetAsync("A", null, Deadline));
        Assert.Equal(ParameterType.String, Aws.Parameters.Find($"{Prefix}/A")!.Type);
    }

    [Theory]
    [InlineData(null, "alias/aws/ssm")]
    [InlineData("alias/ours", "alias/ours")]
    public async Task A_secure_value_is_stored_under_its_key_and_comes_back_decrypted(string? key, string expected)
    {
        var store = Store();

        Assert.Equal(1, await store.PutSecureAsync("S", Secret, key, Deadline));
        Assert.Equal(2, await store.PutSecureAsync("S", Secret, key, Deadline));
        var stored = Aws.Parameters.Find($"{Prefix}/S")!;
        Assert.Equal((ParameterType.SecureString, expected), (stored.Type, stored.KeyId));
        Assert.Equal(Secret, await store.GetAsync("S", null, Deadline));
    }

    [Fact]
    public async Task Deleting_says_whether_there_was_something()
    {
        Put("A", "1");
        var store = Store();

        Assert.True(await store.DeleteAsync("A", Deadline));
        Assert.False(await store.DeleteAsync("A", Deadline));
        Assert.False(await store.ContainsAsync("A", Deadline));
    }

    [Fact]
    public async Task After_a_deletion_whose_answer_was_lost_the_value_is_gone()
    {
        Put("A", "1");
        var store = Store();
        Assert.True(await store.ContainsAsync("A", Deadline));
        Aws.Faults.Add("ssm", "DeleteParameter", LocalFault.LoseAnswer);

        await store.DeleteAsync("A", Deadline);

        Assert.False(await store.ContainsAsync("A", Deadline));
    }

    [Fact]
    public async Task Refreshing_lists_again()
    {
        Put("A", "1");
        var store = Store();
        Assert.Equal("1", await store.GetAsync("A", null, Deadline));
        Put("A", "2");
        Put("B", "new");

        Assert.Equal("1", await store.GetAsync("A", null, Deadline));
        await store.RefreshAsync(Deadline);
        Assert.Equal("2", await store.GetAsync("A", null, Deadline));
        Assert.Equal(["A", "B"], await store.KeysAsync(Deadline), StringComparer.Ordinal);
        Assert.Equal(2, Listings);
    }

    [Fact]
    public async Task Without_a_time_to_live_one_listing_lasts()
    {
        var store = Store();
        await store.GetAsync("A", null, Deadline);
        Time.AdvanceBy(TimeSpan.FromDays(400));
        await store.GetAsync("A", null, Deadline);
        await store.KeysAsync(Deadline);

        Assert.Equal(1, Listings);
    }

    [Fact]
    public async Task With_a_time_to_live_of_zero_every_access_lists()
    {
        var store = Store(TimeSpan.Zero);
        await store.GetAsync("A", null, Deadline);
        await store.GetAsync("A", null, Deadline);
        await store.ContainsAsync("A", Deadline);

        Assert.Equal(3, Listings);
    }

    [Fact]
    public async Task A_listing_of_ten_minutes_ago_is_too_old_and_a_younger_one_is_not()
    {
        var store = Store(TimeSpan.FromMinutes(10));
        await store.GetAsync("A", null, Deadline);
        Time.AdvanceBy(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        await store.GetAsync("A", null, Deadline);
        Assert.Equal(1, Listings);

        Time.AdvanceBy(TimeSpan.FromTicks(1));
        await store.GetAsync("A", null, Deadline);
        Assert.Equal(2, Listings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task An_empty_key_is_an_argument_error(string? key)
    {
        var store = Store();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.GetAsync(key!, "fallback", Deadline));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.GetListAsync(key!, Deadline));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.ContainsAsync(key!, Deadline));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.PutAsync(key!, "v", Deadline));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.PutSecureAsync(key!, "v", null, Deadline));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.DeleteAsync(key!, Deadline));
        Assert.ThrowsAny<ArgumentException>(() => store.GetStore(key!));
        Assert.ThrowsAny<ArgumentException>(() => store[key!]);
        await store.RefreshAsync(Deadline);
        Assert.ThrowsAny<ArgumentException>(() => store[key!]);
    }

    [Fact]
    public async Task A_failure_names_the_parameter_and_the_cause()
    {
        var store = Store();
        Aws.Faults.Add("ssm", "GetParametersByPath", LocalFault.Answer("AccessDeniedException", message: "no such right"));
        Aws.Faults.Add("ssm", "PutParameter", LocalFault.Answer("ParameterLimitExceeded", message: "too many"));

        var listing = await Assert.ThrowsAsync<ParameterStoreException>(() => store.GetAsync("A", "fallback", Deadline));
        Assert.Equal(Prefix, listing.Parameter);
        Assert.Contains(Prefix, listing.Message, StringComparison.Ordinal);
        Assert.Contains("no such right", listing.Message, StringComparison.Ordinal);
        var writing = await Assert.ThrowsAsync<ParameterStoreException>(() => store.PutAsync("A", "v", Deadline));
        Assert.Equal($"{Prefix}/A", writing.Parameter);
        Assert.Contains("too many", writing.Message, StringComparison.Ordinal);
        Assert.IsType<ParameterLimitExceededException>(writing.InnerException);
    }

    [Fact]
    public async Task A_failed_listing_is_not_kept()
    {
        Put("A", "1");
        Aws.Faults.Add("ssm", "GetParametersByPath", LocalFault.Answer("AccessDeniedException"));
        var store = Store();

        await Assert.ThrowsAsync<ParameterStoreException>(() => store.GetAsync("A", null, Deadline));
        Assert.Equal("1", await store.GetAsync("A", null, Deadline));
    }

    [Fact]
    public async Task A_write_during_a_listing_is_not_forgotten()
    {
        Put("A", "old");
        var store = Store();
        var written = false;
        Aws.Faults.AfterCall = async call =>
        {
            if (call.Operation == "GetParametersByPath" && !written)
            {
                written = true;
                await store.PutAsync("A", "new", Deadline);
            }
        };

        await store.GetAsync("A", null, Deadline);

        Assert.Equal("new", await store.GetAsync("A", null, Deadline));
    }

    [Fact]
    public async Task A_deadline_that_passes_is_a_cancellation_and_no_failure()
    {
        using var stop = new CancellationTokenSource();
        using var deadline = new RunDeadline(TimeSpan.FromDays(2), Time, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store().GetAsync("A", null, deadline));
    }

    [Fact]
    public async Task A_secure_value_shows_itself_nowhere()
    {
        var logger = new RecordingLogger();
        var store = new SsmParamStore(Prefix, Clients.Ssm, new AwsRetry(RetrySettings.Default, Time, () => 0.5, logger), Time);
        Aws.Faults.Add("ssm", "PutParameter", LocalFault.Answer("ThrottlingException", 400, $"slow down with {Secret}"));
        Aws.Faults.Add("ssm", "PutParameter", LocalFault.Answer("ValidationException", 400, $"Value '{Secret}' at 'value' failed to satisfy constraint"));

        var failure = await Assert.ThrowsAsync<ParameterStoreException>(() => store.PutSecureAsync("S", Secret, null, Deadline));
        Assert.Contains($"{Prefix}/S", failure.Message, StringComparison.Ordinal);
        Assert.Contains("failed to satisfy constraint", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);

        await store.PutSecureAsync("S", Secret, null, Deadline);
        await store.RefreshAsync(Deadline);
        Assert.DoesNotContain(Secret, store.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, new ParameterValue(Secret, IsSecure: true).ToString(), StringComparison.Ordinal);
        Assert.Equal("open", new ParameterValue("open", IsSecure: false).ToString());
        Assert.NotEmpty(logger.Lines);
        Assert.DoesNotContain(logger.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_shows_no_secure_value_either()
    {
        var body = $$"""{"Parameters":[{"Name":"{{Prefix}}/S","Type":"SecureString","Value":"{{Secret}}","Version":1},""";
        var ssm = ClientsAnswered(System.Net.HttpStatusCode.OK, "application/x-amz-json-1.1", System.Text.Encoding.UTF8.GetBytes(body)).Ssm;
        using var deadline = new RunDeadline(TimeSpan.FromSeconds(30), Time, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<ParameterStoreException>(() => new SsmParamStore(Prefix, ssm, Retry, Time).KeysAsync(deadline));

        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_lists_or_version_is_understood()
    {
        var ssm = new Mock<IAmazonSimpleSystemsManagement>();
        ssm.Setup(client => client.GetParametersByPathAsync(It.IsAny<GetParametersByPathRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetParametersByPathResponse { Parameters = null, NextToken = "" });
        ssm.Setup(client => client.PutParameterAsync(It.IsAny<PutParameterRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new PutParameterResponse());
        var store = new SsmParamStore(Prefix, ssm.Object, Retry, Time);

        Assert.Empty(await store.KeysAsync(Deadline));
        Assert.Equal(0, await store.PutAsync("A", "v", Deadline));
    }

    private SsmParamStore Store(TimeSpan? timeToLive = null, string prefix = Prefix) => new(prefix, Clients.Ssm, Retry, Time, timeToLive);

    private void Put(string name, string value) => Aws.Parameters.Put($"{Prefix}/{name}", value);
}
