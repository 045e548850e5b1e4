using Amazon.Runtime;

namespace Amazon.RDS;

public class WriteForwardingStatus(string value) : ConstantClass(value)
{
    public static readonly WriteForwardingStatus Disabled = new("disabled");
    public static readonly WriteForwardingStatus Disabling = new("disabling");
    public static readonly WriteForwardingStatus Enabled = new("enabled");
    public static readonly WriteForwardingStatus Enabling = new("enabling");
    public static readonly WriteForwardingStatus Unknown = new("unknown");

    public static WriteForwardingStatus FindValue(string value) => FindValue<WriteForwardingStatus>(value);

    public static implicit operator WriteForwardingStatus(string value) => FindValue(value);
}
