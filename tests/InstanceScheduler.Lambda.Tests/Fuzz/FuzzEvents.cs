using System.Text;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Lambda.Tests.Fuzz;

/// <summary>Events of every kind with anything in any place: fields of other types, gone, twice, misspelt; now and then not even JSON.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="answers">Address at which CloudFormation waits for answers.</param>
internal sealed class FuzzEvents(Random random, string answers)
{
    private const string AnswerMark = "https://ANSWERS";

    private static readonly string[] Good =
    [
        """{"action":"scheduler:run","account":"123456789012","configuration":{"tag_name":"Schedule","default_timezone":"Asia/Shanghai","trace":false,"use_metrics":true,"schedule_clusters":true,"create_rds_snapshot":true,"schedule_lambda_account":true,"dry_run":false,"started_tags":"state=started","stopped_tags":"a=1,b=2","regions":["cn-north-1"],"cross_account_roles":["arn:aws-cn:iam::222222222222:role/r"],"scheduled_services":["ec2","rds"],"schedules":{"cn-office-hours":{"name":"cn-office-hours","periods":["office@m5.large"],"enforced":true}},"periods":{"office":{"begintime":"09:00","endtime":"18:00","weekdays":["0-4"],"months":[1,2,3],"monthdays":["1-31"]}}},"dispatch_time":"2026-11-23T01:00:00Z"}""",
        """{"version":"0","id":"1","detail-type":"Scheduled Event","source":"aws.events","account":"123456789012","time":"2026-11-23T01:00:00Z","region":"cn-north-1","resources":["arn:aws-cn:events:cn-north-1:123456789012:rule/InstanceScheduler-SchedulerRule"],"detail":{},"no_lambda":true,"dry_run":true}""",
        """{"detail-type":"Scheduled Event","time":"2026-11-23T01:00:00Z","resources":["arn:aws-cn:events:cn-north-1:123456789012:rule/InstanceScheduler-SchedulerRule"]}""",
        """{"RequestType":"Create","StackId":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/x/y","RequestId":"1","ResponseURL":"https://ANSWERS","ResourceType":"Custom::ServiceSetup","LogicalResourceId":"L","ResourceProperties":{"timeout":"120","config_table":"x","tagname":"Schedule"}}""",
        """{"RequestType":"Delete","StackId":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/x/y","RequestId":"2","ResponseURL":"https://ANSWERS","ResourceType":"Custom::ServiceInstanceSchedule","LogicalResourceId":"L","PhysicalResourceId":"p","ResourceProperties":{"Name":"s","Periods":[{"Description":"d","BeginTime":"09:00"}]}}""",
        """{"RequestType":"Create","StackId":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/x/y","RequestId":"3","ResponseURL":"https://ANSWERS","ResourceType":"Custom::ServiceInstanceSchedule","LogicalResourceId":"L","ResourceProperties":{"ServiceToken":"t","NoStackPrefix":"true","Name":"new","Timezone":"PRC","Enforced":"true","Metrics":"False","SsmMaintenanceWindow":["w"],"Timeout":"60","Periods":[{"Description":"office","BeginTime":"09:00","EndTime":"17:00","WeekDays":"mon-fri","InstanceType":"m5.large"},{"MonthDays":["1"],"Months":["jan"]}]}}""",
        """{"RequestType":"Update","StackId":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/x/y","RequestId":"4","ResponseURL":"https://ANSWERS","ResourceType":"Custom::ServiceInstanceSchedule","LogicalResourceId":"L","PhysicalResourceId":"x-s","ResourceProperties":{"Name":"s","OverrideStatus":"running"},"OldResourceProperties":{"Name":"office","Periods":[{"BeginTime":"09:00"}]}}""",
        """{"RequestType":"Update","StackId":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/x/y","RequestId":"5","ResponseURL":"https://ANSWERS","ResourceType":"Custom::ServiceSetup","LogicalResourceId":"L","PhysicalResourceId":"p","ResourceProperties":{"tagname":"Schedule","scheduled_services":["ec2","rds"],"regions":["cn-north-1"],"default_timezone":"PRC"}}""",
        """{"RequestType":"Create","StackId":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/x/y","RequestId":"6","ResponseURL":"https://ANSWERS","ResourceType":"Custom::Other","LogicalResourceId":"L","ResourceProperties":{}}""",
        Action("create-period", """{"name":"new","begintime":"9:00","endtime":"17:00","weekdays":"mon-fri","monthdays":["1-7"],"months":"jan","description":"d"}"""),
        Action("update-period", """{"name":"office","begintime":"9:00","endtime":"18:00","patch":true,"if_version":""}"""),
        Action("delete-period", """{"name":"new"}"""),
        Action("create-schedule", """{"name":"new","periods":"office","timezone":"PRC","enforced":true,"stop-new-instances":"False","metrics":"true"}"""),
        Action("update-schedule", """{"name":"new","periods":["office"],"override-status":"running","hibernate":true,"patch":"true"}"""),
        Action("delete-schedule", """{"name":"new"}"""),
        Action("describe-periods", """{"name":"office","versions":true}"""),
        Action("describe-schedules", "{}"),
        Action("describe-schedule-usage", """{"name":"cn-office-hours","startdate":"20261123","enddate":"20261130"}"""),
        Action("describe-configuration", """{"next":""}"""),
        Action("put-configuration-item", """{"item":{"type":{"S":"period"},"name":{"S":"new"},"begintime":{"S":"09:00"},"weekdays":{"SS":["mon"]},"x":{"L":[{"M":{"y":{"N":"1"}}}]}},"version":"","allow_config":true}"""),
        Action("delete-configuration-item", """{"type":"period","name":"new","version":"0123456789abcdef"}"""),
        Action("describe-status", "{}"),
        Action("describe-instances", """{"service":"ec2","account":"123456789012","region":"cn-north-1","next":""}"""),
        Action("preview", """{"schedule":"cn-office-hours","from":"2026-11-23","to":"2026-11-30","spans":true}"""),
        Action("preview", """{"instance":"i-00000000000000001","region":"cn-north-1","to":"2026-11-23T01:00:00Z"}"""),
        Action("explain", """{"instance":"i-00000000000000001","lang":"zh","service":"ec2"}"""),
    ];

    private static readonly string[] Texts =
    [
        "", " ", "new", "office", "nope", "a@b", "true", "False", "09:00", "25:00", "mon-fri", "monkey", "running", "stopped", "2026-11-23T01:00:00Z", "yesterday",
        "2026-02-30T25:00", "9999-12-31T23:59:59Z", "-9998-01-01T00:00:00Z", "20261123", "99991231", "ec2", "rds", "s3", "cn-north-1", "mars-1", "000000000000",
        "123456789012", "scheduler:run", "scheduler.cli", "Scheduled Event", "Custom::ServiceSetup", "Custom::ServiceInstanceSchedule", "Create", "Update", "Delete", "x-s", "\u0000", "😀", "{param:x}", "arn:aws-cn:iam::222222222222:role/r",
        "office@", "k=v", "aws:x=y", "0123456789abcdef", "UTC", "PRC", "Nowhere", "config", "period", "schedule", "scheduler",
    ];

    // What tells whose event it is: without it, nothing else of the event is tried.
    private static readonly string[] Marks = ["source", "action", "detail-type", "resources", "StackId", "ResourceType"];

    public byte[] Next()
    {
        var node = JsonNode.Parse(Good[random.Next(Good.Length)].Replace(AnswerMark, answers, StringComparison.Ordinal))!;
        for (var i = random.Next(5); i > 0; i--)
            node = Mutate(node);
        var bytes = Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "null");
        // Half a surrogate is JSON, and no text.
        if (random.Next(50) == 0)
            bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("office", "\\ud800", StringComparison.Ordinal));
        if (random.Next(20) == 0)
            for (var i = random.Next(1, 4); i > 0 && bytes.Length > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(50) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }

    private static string Action(string name, string parameters) => $$"""{"source":"scheduler.cli","action":"{{name}}","parameters":{{parameters}}}""";

    private JsonNode? Mutate(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members when members.Count > 0 && random.Next(8) > 0:
                var key = members.ElementAt(random.Next(members.Count)).Key;
                if (Marks.Contains(key) && random.Next(8) > 0)
                    return members;
                var value = members[key];
                members.Remove(key);
                switch (random.Next(8))
                {
                    case 0:
                        break;
                    case 1:
                        members[key + Text()] = value;
                        break;
                    case 2:
                        members[key] = value;
                        members[Text()] = Any(depth: 3);
                        break;
                    default:
                        members[key] = Mutate(value);
                        break;
                }

                return members;
            case JsonArray elements when elements.Count > 0 && random.Next(4) > 0:
                var at = random.Next(elements.Count);
                var element = elements[at];
                elements.RemoveAt(at);
                elements.Insert(at, Mutate(element));
                return elements;
            default:
                return Any(depth: 3);
        }
    }

    private JsonNode? Any(int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-5, 100_000),
        3 => random.NextDouble() * 1e30,
        4 or 5 => Text(),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Any(depth - 1))]),
        7 => new JsonObject { ["S"] = Text() },
        _ => new JsonObject([.. Enumerable.Range(0, random.Next(3)).Select(number => KeyValuePair.Create(Text() + number, Any(depth - 1)))]),
    };

    private string Text() => Texts[random.Next(Texts.Length)];
}
