namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>The explorer itself, on runs whose orders can be counted by hand.</summary>
public sealed class ExplorerTests
{
    [Theory]
    // Without preemptions either is first; with one, each also stops after any of its calls but the last.
    [InlineData(3, 3, 0, 2)]
    [InlineData(3, 3, 1, 2 + 2 + 2)]
    [InlineData(3, 4, 1, 2 + 2 + 3)]
    // With two, the other stops as well: 2 x 2 and 2 x 3 places, for either who begins.
    [InlineData(3, 3, 2, 6 + 2 * 4)]
    [InlineData(3, 4, 2, 7 + 2 * 6)]
    // With enough of them there are all ways to lay two rows of calls into one: 6 over 3, 7 over 3.
    [InlineData(3, 3, 9, 20)]
    [InlineData(3, 4, 9, 35)]
    public void Orders_are_all_there_and_none_twice(int first, int second, int preemptions, int expected)
    {
        var orders = new List<string>();
        string order = "";

        var count = new Explorer(preemptions).Explore(
            () => order = "", _ => [new Toy("A", first, Note), new Toy("B", second, Note)], _ => orders.Add(order));

        Assert.Equal(expected, count);
        Assert.Equal(expected, orders.Distinct(StringComparer.Ordinal).Count());
        Assert.All(orders, played => Assert.Equal(first, played.Count(letter => letter == 'A')));

        void Note(string name) => order += name;
    }

    [Theory]
    // Both read before either writes: one preemption is enough to lose one of two sums.
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_lost_update_is_found_and_its_order_told(int preemptions, bool isFound)
    {
        var failure = Record.Exception(() => new Explorer(preemptions).Explore(
            () => new int[1], sum => [new Adder(sum), new Adder(sum)], sum => Assert.Equal(2, sum[0])));

        Assert.Equal(isFound, failure is not null);
        if (isFound)
            Assert.Matches("in order (A: read \\| B: read write \\| A: write|B: read \\| A: read write \\| B: write)", failure!.Message);
    }

    [Fact]
    public void A_play_that_depends_on_something_else_is_no_proof()
    {
        var plays = 0;
        var failure = Record.Exception(() => new Explorer(1).Explore(
            () => plays++, play => [new Toy("A", 3, _ => { }, $"{play}"), new Toy("B", 3, _ => { })], _ => { }));

        Assert.Contains("in the order before", failure!.Message, StringComparison.Ordinal);
    }

    /// <summary>Makes so many calls.</summary>
    private sealed class Toy(string name, int calls, Action<string> note, string body = "") : IStepped
    {
        private int _made;

        public bool IsDone => _made == calls;

        public PortCall Step()
        {
            note(name);
            return new PortCall($"{_made++}", body);
        }
    }

    /// <summary>Adds one, in two calls.</summary>
    private sealed class Adder(int[] sum) : IStepped
    {
        private int? _read;

        public bool IsDone { get; private set; }

        public PortCall Step()
        {
            if (_read is not { } read)
            {
                _read = sum[0];
                return new PortCall("read", "");
            }

            sum[0] = read + 1;
            IsDone = true;
            return new PortCall("write", "");
        }
    }
}
