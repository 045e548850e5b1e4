using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

public class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest
{
}
