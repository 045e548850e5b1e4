using System.Net;
using System.Xml.Linq;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

/// <summary>A call of the query protocol without an SDK client: a form under a signature that nobody verifies.</summary>
internal sealed record SignedForm(
    string Service, string Version, string Region = "cn-north-1", string AccessKey = "AKIDHUB", string? SessionToken = null)
{
    public async Task<(HttpStatusCode Status, XElement Answer)> PostAsync(
        HttpClient http, string action, params (string Name, string? Value)[] members)
    {
        var form = members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Name, m.Value!))
            .Prepend(KeyValuePair.Create("Version", Version)).Prepend(KeyValuePair.Create("Action", action));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent(form) };
        var scope = $"{AccessKey}/20261123/{Region}/{Service}/aws4_request";
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-amz-date, Signature=0");
        if (SessionToken is not null)
        {
            request.Headers.Add("X-Amz-Security-Token", SessionToken);
        }

        using var response = await http.SendAsync(request);
        return (response.StatusCode, XElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>The text of the first element of that name, wherever it is; null where there is none.</summary>
    public static string? Text(XElement answer, string name) =>
        answer.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}
