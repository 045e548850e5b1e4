using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudFormation.Internal;

internal static class DescribeStackResourceOperation
{
    public static InvokeOptions Options { get; } = QueryOperation.Of<DescribeStackResourceRequest, DescribeStackResourceResponse>(
        CloudFormationService.Description, CloudFormationService.Error, "DescribeStackResource", Write, Read);

    private static void Write(QueryForm form, DescribeStackResourceRequest request)
    {
        form.Add("LogicalResourceId", request.LogicalResourceId);
        form.Add("StackName", request.StackName);
    }

    private static void Read(XmlAnswer answer, string member, DescribeStackResourceResponse response)
    {
        if (member is "StackResourceDetail")
            response.StackResourceDetail = StackResourceDetailReader.Read(answer);
    }
}
