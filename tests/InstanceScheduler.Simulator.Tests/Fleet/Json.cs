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

    /// <summary>One database; every part can be replaced by something worse.</summary>
    public static string Database(
        string arn = "'arn:aws-cn:rds:cn-north-1:123456789012:db:orders'",
        string type = "'db.t3.medium'",
        string engine = "'mysql'",
        string status = "'available'",
        string more = "'TagList': []") =>
        $"{{'DBInstanceIdentifier': 'orders', 'DBInstanceArn': {arn}, 'DBInstanceClass': {type}, 'Engine': {engine}, 'DBInstanceStatus': {status}, {more}}}";

    /// <summary>One cluster; every part can be replaced by something worse.</summary>
    public static string Cluster(
        string arn = "'arn:aws-cn:rds:cn-north-1:123456789012:cluster:shop'",
        string engine = "'aurora-mysql'",
        string status = "'available'",
        string more = "'TagList': []") =>
        $"{{'DBClusterIdentifier': 'shop', 'DBClusterArn': {arn}, 'Engine': {engine}, 'Status': {status}, {more}}}";

    /// <summary>One maintenance window; every part can be replaced by something worse.</summary>
    public static string Window(
        string id = "'mw-0123456789abcdef0'",
        string name = "'patches'",
        string schedule = "'cron(0 2 ? * SAT *)'",
        string hours = "3",
        string more = "'Enabled': true") =>
        $"{{'WindowId': {id}, 'Name': {name}, 'Schedule': {schedule}, 'Duration': {hours}, 'Cutoff': 1, {more}}}";

    public static string Databases(params string[] databases) => $"{{'DBInstances': [{string.Join(", ", databases)}]}}";

    public static string Clusters(params string[] clusters) => $"{{'DBClusters': [{string.Join(", ", clusters)}]}}";

    public static string Windows(params string[] windows) => $"{{'WindowIdentities': [{string.Join(", ", windows)}]}}";

    public static string Listing(params string[] reservations) => $"{{'Reservations': [{string.Join(", ", reservations)}]}}";
}
