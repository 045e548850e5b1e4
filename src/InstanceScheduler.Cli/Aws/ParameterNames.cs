namespace InstanceScheduler.Cli.Aws;

/// <summary>Parameters of actions that are not attributes of an item.</summary>
internal static class ParameterNames
{
    public const string Patch = "patch";
    public const string IfVersion = "if_version";
    public const string Versions = "versions";
    public const string StartDate = "startdate";
    public const string EndDate = "enddate";
    public const string Year = "year";
    public const string All = "all";
    public const string For = "for";
    public const string Next = "next";
    public const string Item = "item";
    public const string Type = "type";
    public const string Name = "name";
    public const string Version = "version";
    public const string AllowConfig = "allow_config";
    public const string Service = "service";
    public const string Account = "account";
    public const string Region = "region";
    public const string From = "from";
    public const string To = "to";
    public const string Spans = "spans";
    public const string Language = "lang";
}
