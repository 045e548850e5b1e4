namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Names and values of CloudFormation's protocol for custom resources.</summary>
internal static class ResourceFields
{
    public const string RequestType = "RequestType";
    public const string RequestId = "RequestId";
    public const string StackId = "StackId";
    public const string ResponseUrl = "ResponseURL";
    public const string ResourceType = "ResourceType";
    public const string LogicalResourceId = "LogicalResourceId";
    public const string PhysicalResourceId = "PhysicalResourceId";
    public const string ResourceProperties = "ResourceProperties";
    public const string OldResourceProperties = "OldResourceProperties";

    /// <summary>The function; among the properties, and of no meaning there.</summary>
    public const string ServiceToken = "ServiceToken";

    /// <summary>How long CloudFormation waits; among the properties, and of no meaning there.</summary>
    public const string ServiceTimeout = "ServiceTimeout";

    public const string Status = "Status";
    public const string Reason = "Reason";
    public const string Data = "Data";

    public const string Create = "Create";
    public const string Update = "Update";
    public const string Delete = "Delete";

    public const string Success = "SUCCESS";
    public const string Failed = "FAILED";

    /// <summary>Type of the scheduler's own configuration, in the scheduler's template.</summary>
    public const string SetupType = "Custom::ServiceSetup";

    /// <summary>Type of a schedule in a template of whoever needs one.</summary>
    public const string ScheduleType = "Custom::ServiceInstanceSchedule";
}
