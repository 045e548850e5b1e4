using System.Text;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Sns;

/// <summary>Publish, to a topic.</summary>
internal sealed class PublishCall(LocalTopics topics)
{
    private const int LongestSubject = 100;
    private const int LongestMessage = 262_144;
    private const int ArnElements = 6;

    // SNS spells its own name in capitals when it refuses.
    private const string Action = "SNS:Publish";
    private const string DeniedAction = "sns:Publish";

    public int Publish(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var arn = TopicOf(input) ?? throw Invalid("TopicArn or TargetArn Reason: no value for required parameter");
        var message = input["Message"] ?? throw new AwsException(
            "ValidationError",
            "1 validation error detected: Value null at 'message' failed to satisfy constraint: Member must not be null");
        EnsureSubject(input["Subject"]);
        EnsureMessage(message);
        EnsureTopic(scope, arn);
        output.Element("MessageId"u8, topics.Record(arn, input["Subject"], message).Id);
        return 1;
    }

    public static string? TopicOf(QueryParameters input) => input["TopicArn"] ?? input["TargetArn"];

    private static void EnsureSubject(string? subject)
    {
        // The first character is a letter, a digit or a punctuation mark, so no blank.
        if (subject is not null
            && (subject.Length is 0 or > LongestSubject || subject[0] == ' ' || subject.Any(c => !char.IsAscii(c) || char.IsControl(c))))
        {
            throw Invalid("Subject");
        }
    }

    private static void EnsureMessage(string message)
    {
        if (message.Length == 0)
        {
            throw Invalid("Empty message");
        }

        if (Encoding.UTF8.GetByteCount(message) > LongestMessage)
        {
            throw Invalid("Message too long");
        }
    }

    private void EnsureTopic(CallScope scope, string arn)
    {
        var elements = arn.Split(':');
        if (elements.Length < ArnElements)
        {
            throw Invalid($"TopicArn Reason: An ARN must have at least {ArnElements} elements, not {elements.Length}");
        }

        if (elements[0] != "arn" || elements[1] != scope.Partition || elements[2] != "sns" || elements[3] != scope.Region)
        {
            throw Invalid("TopicArn");
        }

        if (topics.Denied.Denies(scope, DeniedAction))
        {
            throw new AwsException("AuthorizationError", DeniedActions.Sentence(scope, Action, arn), 403);
        }

        // Whoever is not the owner learns nothing of the topic, not even that it is not there.
        if (elements[4] != scope.Account)
        {
            throw new AwsException(
                "AuthorizationError",
                $"User: {scope.Caller} is not authorized to perform: {Action} on resource: {arn} " +
                $"because no resource-based policy allows the {Action} action",
                403);
        }

        if (!topics.Contains(arn))
        {
            throw new AwsException("NotFound", "Topic does not exist", 404);
        }
    }

    private static AwsException Invalid(string what) => new("InvalidParameter", $"Invalid parameter: {what}");
}
