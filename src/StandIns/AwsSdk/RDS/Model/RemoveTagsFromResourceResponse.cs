using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class RemoveTagsFromResourceResponse : AmazonWebServiceResponse
{
}
