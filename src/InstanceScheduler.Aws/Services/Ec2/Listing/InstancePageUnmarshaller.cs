using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Where the SDK hands over a page; what is an error becomes the SDK's exception with AWS's code.</summary>
/// <remarks>Without the SDK's own unmarshaller for listings, which would keep its whole model of an instance in the binary.</remarks>
internal sealed class InstancePageUnmarshaller(PageReader reader) : EC2ResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input) => reader.Read(input.Stream);

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        return new AmazonEC2Exception(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
