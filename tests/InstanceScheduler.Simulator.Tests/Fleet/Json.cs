using System.Text;

namespace InstanceScheduler.Simulator.Tests.Fleet;

/// <summary>Input files as text: rows write single quotes, which read better here than escaped double ones.</summary>
internal static class Json
{
    public static Stream Stream(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text.Replace('\'', '"')));

    /// <summary>One reservation with one instance; every part can be replaced by something worse.</summary>
    public static string Instance(
        string id = "'i-00000001'",
        string owner = "'123456789012'",
        string zone = "'cn-north-1a'",
        string type = "'t3.medium'",
        string state = "'running'",
        string tags = "[]") =>
        $"{{'OwnerId': {owner}, 'Instances': [{{'InstanceId': {id}, 'InstanceType': {type}, 'Placement': {{'AvailabilityZone': {zone}}}, "
        + $"'State': {{'Name': {state}}}, 'Tags': {tags}}}]}}";

    public static string Listing(params string[] reservations) => $"{{'Reservations': [{string.Join(", ", reservations)}]}}";
}
