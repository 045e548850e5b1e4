using Amazon.CloudFormation.Model;
using Amazon.Runtime;

namespace Amazon.CloudFormation.Internal;

internal static class StackResourceDetailReader
{
    public static StackResourceDetail Read(XmlAnswer answer) => answer.Into(new StackResourceDetail(), ReadMember);

    private static void ReadMember(XmlAnswer answer, string name, StackResourceDetail detail)
    {
        switch (name)
        {
            case nameof(StackResourceDetail.Description):
                detail.Description = answer.Text();
                break;
            case nameof(StackResourceDetail.LastUpdatedTimestamp):
                detail.LastUpdatedTimestamp = answer.Timestamp();
                break;
            case nameof(StackResourceDetail.LogicalResourceId):
                detail.LogicalResourceId = answer.Text();
                break;
            case nameof(StackResourceDetail.Metadata):
                detail.Metadata = answer.Text();
                break;
            case nameof(StackResourceDetail.PhysicalResourceId):
                detail.PhysicalResourceId = answer.Text();
                break;
            case nameof(StackResourceDetail.ResourceStatus):
                detail.ResourceStatus = answer.Text();
                break;
            case nameof(StackResourceDetail.ResourceStatusReason):
                detail.ResourceStatusReason = answer.Text();
                break;
            case nameof(StackResourceDetail.ResourceType):
                detail.ResourceType = answer.Text();
                break;
            case nameof(StackResourceDetail.StackId):
                detail.StackId = answer.Text();
                break;
            case nameof(StackResourceDetail.StackName):
                detail.StackName = answer.Text();
                break;
        }
    }
}
