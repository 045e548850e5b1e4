using System.Net;
using Amazon.EC2.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Where the SDK hands over a page; what is an error is read as the SDK reads it.</summary>
internal sealed class InstancePageUnmarshaller(PageReader reader) : EC2ResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input) => reader.Read(input.Stream);

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        DescribeInstancesResponseUnmarshaller.Instance.UnmarshallException(input, innerException, statusCode);
}
