using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class StartDBInstanceResponse : AmazonWebServiceResponse
{
    public DBInstance? DBInstance { get; set; }
}
