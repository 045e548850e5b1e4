using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

internal static class PublishOperation
{
    public static InvokeOptions Options { get; } =
        QueryOperation.Of<PublishRequest, PublishResponse>(SnsService.Description, SnsService.Error, "Publish", Write, Read);

    private static void Write(QueryForm form, PublishRequest request)
    {
        form.Add("Message", request.Message);
        form.Add("MessageStructure", request.MessageStructure);
        form.Add("Subject", request.Subject);
        form.Add("TargetArn", request.TargetArn);
        form.Add("TopicArn", request.TopicArn);
    }

    private static void Read(XmlAnswer answer, string member, PublishResponse response)
    {
        if (member is "MessageId")
            response.MessageId = answer.Text();
        else if (member is "SequenceNumber")
            response.SequenceNumber = answer.Text();
    }
}
