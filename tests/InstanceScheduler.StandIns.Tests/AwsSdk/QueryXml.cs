using System.Text;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

/// <summary>Answers as services of the Query protocol write them.</summary>
internal static class QueryXml
{
    public static byte[] Answer(string action, string result) => Encoding.UTF8.GetBytes(
        $"""
         <{action}Response xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
           <{action}Result>
             {result}
           </{action}Result>
           <ResponseMetadata>
             <RequestId>q-1</RequestId>
           </ResponseMetadata>
         </{action}Response>
         """);

    public static byte[] Error(string code, string message = "why", string type = "Sender") => Encoding.UTF8.GetBytes(
        $"""
         <ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
           <Error>
             <Type>{type}</Type>
             <Code>{code}</Code>
             <Message>{message}</Message>
           </Error>
           <RequestId>q-1</RequestId>
         </ErrorResponse>
         """);
}
