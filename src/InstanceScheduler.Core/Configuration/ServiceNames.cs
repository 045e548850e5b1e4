using System.Collections.Immutable;

namespace InstanceScheduler.Core.Configuration;

/// <summary>What may stand in <c>scheduled_services</c>, and what runs and lint say of anything else.</summary>
public static class ServiceNames
{
    /// <summary>EC2 instances.</summary>
    public const string Ec2 = "ec2";

    /// <summary>RDS databases and clusters.</summary>
    public const string Rds = "rds";

    /// <summary>Said where no service is named.</summary>
    public const string NothingScheduled = "scheduled_services is empty, or the item does not exist: nothing is scheduled";

    /// <summary>Services that can be scheduled.</summary>
    public static readonly ImmutableArray<string> All = [Ec2, Rds];

    /// <summary>The services, for remedies.</summary>
    public static string Listed => string.Join(", ", All);

    /// <summary>Said of a service that is none of them.</summary>
    public static string Unknown(string service) => $"\"{service}\" is not known";
}
