using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

public class DescribeStackResourceResponse : AmazonWebServiceResponse
{
    public StackResourceDetail? StackResourceDetail { get; set; }
}
