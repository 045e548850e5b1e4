using System.Text;
using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Tests.Fleet;

public sealed class FleetFileTests
{
    private const string Save =
        " Save the whole output of \"aws ec2 describe-instances --output json\", \"aws rds describe-db-instances\", \"aws rds describe-db-clusters\" or "
        + "\"aws ssm describe-maintenance-windows\"; several outputs, also of several regions and accounts, may follow one another";

    [Fact]
    public void An_instance_is_read_with_all_that_the_play_needs()
    {
        var text = """
            {"Reservations": [{"OwnerId": "123456789012", "Instances": [{
              "InstanceId": "i-0123456789abcdef0", "InstanceType": "c5.large", "InstanceLifecycle": "spot", "RootDeviceType": "instance-store", "HibernationOptions": {"Configured": true},
              "Placement": {"AvailabilityZone": "cn-northwest-1c"}, "State": {"Code": 80, "Name": "stopped"},
              "Tags": [{"Key": "Schedule", "Value": ""}, {"Key": "Name", "Value": "订单"}, {"Key": "aws:autoscaling:groupName", "Value": "shop"}]
            }]}]}
            """;

        var instance = Assert.Single(Read(text).Instances);

        Assert.Equal(("123456789012", "cn-northwest-1", "cn-northwest-1c"), (instance.Account, instance.Region, instance.AvailabilityZone));
        Assert.Equal(("i-0123456789abcdef0", "c5.large", "stopped"), (instance.Id, instance.Type, instance.State));
        Assert.Equal(("instance-store", "spot"), (instance.RootDeviceType, instance.InstanceLifecycle));
        Assert.True(instance.HibernationConfigured);
        Assert.Equal(["Schedule", "Name", "aws:autoscaling:groupName"], instance.Tags.Select(tag => tag.Key), StringComparer.Ordinal);
        Assert.Equal(("订单", "shop", string.Empty, null), (instance.Name, instance.AutoScalingGroup, instance.Tag("Schedule"), instance.Tag("schedule")));
    }

    [Fact]
    public void What_the_listing_leaves_out_has_the_defaults_of_ec2()
    {
        var instance = Assert.Single(Read(Json.Listing(Json.Instance(tags: "null"))).Instances);

        Assert.Equal(("ebs", null, null, null), (instance.RootDeviceType, instance.InstanceLifecycle, instance.Name, instance.AutoScalingGroup));
        Assert.Empty(instance.Tags);
    }

    [Fact]
    public void Listings_may_follow_one_another_or_stand_in_an_array()
    {
        var (one, two) = (Json.Listing(Json.Instance("'i-00000001'")), Json.Listing(Json.Instance("'i-00000002'", zone: "'cn-northwest-1b'")));

        foreach (var text in new[] { one + two, one + "\n\n" + two, $"[{one}, {two}]", $"[{one}]\n{two}" })
        {
            Assert.Equal(["cn-north-1", "cn-northwest-1"], Read(text).Instances.Select(instance => instance.Region), StringComparer.Ordinal);
        }
    }

    [Fact]
    public void A_redirection_on_Windows_writes_other_bytes()
    {
        var text = Json.Listing(Json.Instance(tags: "[{'Key': 'Name', 'Value': '订单'}]")).Replace('\'', '"');
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8 })
        {
            using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            Assert.Equal("订单", Assert.Single(FleetFile.Read(stream, "fleet.json").Instances).Name);
        }
    }

    [Fact]
    public void Bytes_of_another_encoding_are_refused_and_not_guessed()
    {
        const string Remedy = " Save it with UTF-8";
        var ascii = Json.Listing(Json.Instance(tags: "[\n{'Key': 'Name', 'Value': '##'}]")).Replace('\'', '"');

        // GBK of 订单, as an editor on a Chinese Windows saves it.
        Assert.Equal("fleet.json: line 2: the text is not UTF-8." + Remedy, Refused([], Encoding.UTF8, [0xB6, 0xA9, 0xB5, 0xA5]));
        Assert.Equal("fleet.json: line 2: the text is not UTF-8." + Remedy, Refused([0xEF, 0xBB, 0xBF], Encoding.UTF8, [0xB6, 0xA9, 0xB5, 0xA5]));
        Assert.Equal("fleet.json: line 2: the text is not UTF-16." + Remedy, Refused([0xFF, 0xFE], Encoding.Unicode, [0x3D, 0xD8]));

        string Refused(byte[] mark, Encoding encoding, byte[] name)
        {
            var parts = ascii.Split("##");
            using var stream = new MemoryStream([.. mark, .. encoding.GetBytes(parts[0]), .. name, .. encoding.GetBytes(parts[1])]);
            return Assert.Throws<InputFileException>(() => FleetFile.Read(stream, "fleet.json")).Message;
        }
    }

    [Theory]
    [InlineData("cn-north-1a", "cn-north-1")]
    [InlineData("us-gov-west-1b", "us-gov-west-1")]
    [InlineData("us-west-2-lax-1a", "us-west-2")] // local zone
    [InlineData("us-east-1-wl1-bos-wlz-1", "us-east-1")] // wavelength zone
    [InlineData("cn-north-1", null)] // a region
    [InlineData("cn-north-1A", null)]
    [InlineData("cnn1-az2", null)] // a zone's id
    [InlineData("cn-north-1a\n", null)]
    public void The_region_follows_from_the_zone(string zone, string? region) => Assert.Equal(region, AvailabilityZones.RegionOf(zone));

    [Theory]
    [InlineData("", "fleet.json: the file is empty.")]
    [InlineData("{'Reservations': [{'OwnerId': '1'", "fleet.json: line 1, column 34: the JSON is broken off or not JSON.")]
    [InlineData("{\n  '订单': x}", "fleet.json: line 2, column 9: the JSON is broken off or not JSON.")]
    [InlineData("RESERVATIONS\t123456789012", "fleet.json: line 1, column 1: the JSON is broken off or not JSON.")]
    [InlineData("{'Vpcs': [], 'NextToken': 'x'}", "fleet.json: this is an object with Vpcs, NextToken, not a listing with Reservations, DBInstances, DBClusters or WindowIdentities.")]
    [InlineData("{'Reservations': {}}", "fleet.json: this is an object with Reservations, not a listing with Reservations, DBInstances, DBClusters or WindowIdentities.")]
    [InlineData("{}", "fleet.json: this is an object without fields, not a listing with Reservations, DBInstances, DBClusters or WindowIdentities.")]
    [InlineData("['i-00000001', 'i-00000002']", "fleet.json: document 1: this is \"i-00000001\", not a listing with Reservations, DBInstances, DBClusters or WindowIdentities.")]
    public void A_file_of_another_kind_is_refused_with_the_command_that_makes_the_right_one(string text, string message) =>
        Assert.Equal(message + Save, Refusal(text));

    [Fact]
    public void A_fleet_without_instances_is_refused()
    {
        Assert.Equal(
            "fleet.json: the listing holds no instance. Check the region, the account and the filters of the command",
            Refusal("{'Reservations': []}"));
        Assert.Equal(
            "fleet.json: no instance is usable (1 problem: i-00000001 (Reservations[0].Instances[0]): State.Name is \"melted\")." + Save,
            Refusal(Json.Listing(Json.Instance(state: "'melted'"))));
        Assert.Equal(
            "fleet.json: no instance is usable (2 problems, the first: i-00000001 (Reservations[0].Instances[0]): State.Name is \"melted\")." + Save,
            Refusal(Json.Listing(Json.Instance(state: "'melted'"), Json.Instance(type: "null"))));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_refused_by_name()
    {
        var refusal = Assert.Throws<InputFileException>(() => FleetFile.Read(Path.Combine("no-such-folder", "fleet.json")));

        Assert.StartsWith(Path.Combine("no-such-folder", "fleet.json") + ": the file cannot be read (", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(Save, refusal.Message, StringComparison.Ordinal);
    }

    internal static FleetReading Read(params string[] documents)
    {
        using var stream = Json.Stream(string.Concat(documents));
        return FleetFile.Read(stream, "fleet.json");
    }

    private static string Refusal(string text) => Assert.Throws<InputFileException>(() => Read(text)).Message;
}
