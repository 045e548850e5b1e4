using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

/// <summary>Plain forms in, XML out: no SDK stands between a test and the wire.</summary>
public abstract class RdsTest(Transport transport = Transport.InProcess) : LocalAwsTest(transport)
{
    protected const string Other = "210987654321";

    internal RdsFleet Rds => Aws.Rds;

    protected static string Arn(string resource) => $"arn:aws-cn:rds:{Beijing}:{Hub}:{resource}";

    protected Task<RdsAnswer> Call(string action, params (string Name, string Value)[] parameters) =>
        Send([("Action", action), ("Version", "2014-10-31"), .. parameters]);

    protected Task<RdsAnswer> StartDb(string id) => Call("StartDBInstance", ("DBInstanceIdentifier", id));

    protected Task<RdsAnswer> StopDb(string id, string? snapshot = null) => snapshot is null
        ? Call("StopDBInstance", ("DBInstanceIdentifier", id))
        : Call("StopDBInstance", ("DBInstanceIdentifier", id), ("DBSnapshotIdentifier", snapshot));

    protected async Task<RdsAnswer> Send(IEnumerable<(string Name, string Value)> form, string key = "AKIDHUB", string region = Beijing)
    {
        using var http = Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={key}/20261123/{region}/rds/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        return new RdsAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    internal LocalDatabase Add(string id, string status = "available", params (string Key, string Value)[] tags) =>
        Rds.Add(new LocalDatabase { Id = id, InitialStatus = status, Tags = tags.ToDictionary(t => t.Key, t => t.Value) });

    internal string HistoryOf(RdsResource resource) => string.Join(
        ", ",
        Rds.History.Where(t => t.Resource == resource).Select(t => $"{(t.Time - Start).TotalMinutes} {t.Status} {t.Cause}"));
}
