namespace Amazon.SimpleNotificationService.Model;

public class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    public string? Message { get; set; }
    public string? MessageStructure { get; set; }
    public string? Subject { get; set; }
    public string? TargetArn { get; set; }
    public string? TopicArn { get; set; }
}
