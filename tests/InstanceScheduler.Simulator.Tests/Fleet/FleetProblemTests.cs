using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Tests.Fleet;

/// <summary>One bad instance never spoils the others: a good one stands on either side of each.</summary>
public sealed class FleetProblemTests
{
    private const string Here = "fleet.json: i-00000bad (Reservations[1].Instances[0]): ";
    private const string LeftOut = ". The instance is left out; write ";

    [Theory]
    [InlineData("null", "missing")]
    [InlineData("' '", "\" \"")]
    [InlineData("7", "7")]
    [InlineData("'mi-1'", "\"mi-1\"")]
    [InlineData("'i-0aa'", "\"i-0aa\"")]
    [InlineData("'i-0123456789abcdef'", "\"i-0123456789abcdef\"")] // sixteen digits
    [InlineData("'i-0123456789ABCDEF0'", "\"i-0123456789ABCDEF0\"")]
    [InlineData("'i-0123456789abcdefg'", "\"i-0123456789abcdefg\"")]
    [InlineData("'i-01234567\\n'", "\"i-01234567[U+000A]\"")]
    public void Without_an_id(string id, string shown)
    {
        var problem = Problem(Json.Instance(id: id));

        Assert.Contains($": InstanceId is {shown}{LeftOut}i- and 8 or 17 hexadecimal digits in lower case", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "missing")]
    [InlineData("'12345'", "\"12345\"")]
    [InlineData("123456789012", "123456789012")]
    public void Without_an_account(string owner, string shown) =>
        Assert.Equal($"{Here}the reservation's OwnerId is {shown}{LeftOut}the account, twelve digits", Problem(Json.Instance("'i-00000bad'", owner: owner)));

    [Theory]
    [InlineData("null", "missing")]
    [InlineData("'cn-north-1'", "\"cn-north-1\"")]
    [InlineData("'\\u001b[2J'", "\"[U+001B][2J\"")]
    public void Without_a_zone(string zone, string shown) => Assert.Equal(
        $"{Here}Placement.AvailabilityZone is {shown}{LeftOut}a zone such as cn-northwest-1a", Problem(Json.Instance("'i-00000bad'", zone: zone)));

    [Fact]
    public void Without_a_type() =>
        Assert.Equal($"{Here}InstanceType is []{LeftOut}a type such as t3.medium", Problem(Json.Instance("'i-00000bad'", type: "[]")));

    [Theory]
    [InlineData("'melted'", "\"melted\"")]
    [InlineData("{'Code': 16}", "{\"Code\": 16}")]
    public void Without_a_state_of_ec2(string state, string shown) => Assert.Equal(
        $"{Here}State.Name is {shown}{LeftOut}one of pending, running, shutting-down, terminated, stopping, stopped",
        Problem(Json.Instance("'i-00000bad'", state: state)));

    [Fact]
    public void Listed_twice() =>
        Assert.Equal("fleet.json: i-00000002 (Reservations[1].Instances[0]): the instance is listed before already. The first listing counts", Problem(Json.Instance("'i-00000002'")));

    [Theory]
    [InlineData("{'OwnerId': '123456789012'}", "Instances is missing")]
    [InlineData("'i-00000001'", "Instances is missing")]
    [InlineData("{'Instances': {}}", "Instances is {}")]
    public void A_reservation_without_a_list(string reservation, string shown) =>
        Assert.Equal($"fleet.json: Reservations[1]: {shown}. Write a list of instances", Problem(reservation));

    [Theory]
    [InlineData("[{'Key': 'Name', 'Value': 'a'}, {'Value': 'b'}]", "Tags holds {\"Value\": \"b\"}. The tag is left out; write {\"Key\": …, \"Value\": …}")]
    [InlineData("[{'Key': 'Name', 'Value': 'a'}, {'Key': 'n', 'Value': 1}]", "Tags holds {\"Key\": \"n\", \"Value\": 1}. The tag is left out; write {\"Key\": …, \"Value\": …}")]
    [InlineData("[{'Key': 'Name', 'Value': 'a'}, {'Key': 'Name', 'Value': 'b'}]", "Tags holds the key \"Name\" again, with \"b\". The first one counts")]
    public void A_bad_tag_costs_itself_only(string tags, string shown)
    {
        var reading = FleetFileTests.Read(Json.Listing(Json.Instance("'i-00000bad'", tags: tags)));

        Assert.Equal([new FleetTag("Name", "a")], Assert.Single(reading.Instances).Tags);
        Assert.Equal($"fleet.json: i-00000bad (Reservations[0].Instances[0]): {shown}", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void Tag_keys_differ_by_case()
    {
        var reading = FleetFileTests.Read(Json.Listing(Json.Instance(tags: "[{'Key': 'Name', 'Value': 'a'}, {'Key': 'name', 'Value': 'b'}]")));

        Assert.Equal(["a", "b"], Assert.Single(reading.Instances).Tags.Select(tag => tag.Value), StringComparer.Ordinal);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Tags_that_are_no_list_leave_the_instance_untagged()
    {
        var reading = FleetFileTests.Read(Json.Listing(Json.Instance("'i-00000bad'", tags: "{'Name': 'a'}")));

        Assert.Empty(Assert.Single(reading.Instances).Tags);
        Assert.Equal(
            "fleet.json: i-00000bad (Reservations[0].Instances[0]): Tags is {\"Name\": \"a\"}. The instance counts as untagged; write a list of {Key, Value}",
            Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void Half_a_character_in_a_tag_becomes_a_replacement_mark()
    {
        var reading = FleetFileTests.Read(Json.Listing(Json.Instance(tags: @"[{'Key': 'Name', 'Value': '\ud83d\ude00 \ud83d \\ud83d'}]")));

        Assert.Equal("\U0001F600 \uFFFD \\ud83d", Assert.Single(reading.Instances).Name);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void A_listing_cut_short_is_used_with_a_warning()
    {
        var reading = FleetFileTests.Read($"{{'Reservations': [{Json.Instance()}], 'NextToken': 'eyJ'}}");

        Assert.Single(reading.Instances);
        Assert.Equal(
            "fleet.json: NextToken: the listing was cut short, further items are missing. List again without --max-items and --no-paginate",
            Assert.Single(reading.Problems).ToString());
    }

    private static string Problem(string reservation)
    {
        var reading = FleetFileTests.Read(Json.Listing(Json.Instance("'i-00000002'"), reservation, Json.Instance("'i-00000003'")));
        Assert.Equal(["i-00000002", "i-00000003"], reading.Instances.Select(instance => instance.Id), StringComparer.Ordinal);
        return Assert.Single(reading.Problems).ToString();
    }
}
