using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Sets the types of stopped instances during one run, one call for each.</summary>
/// <remarks>
/// The first throttle or fault that outlives the retries ends it for the run. So do twenty denials before anything was let
/// through: fewer could be unlucky ones, since policies can forbid single instances and types.
/// </remarks>
internal sealed class InstanceTypes(IAmazonEC2 client, AwsRetry retry)
{
    public const string Operation = "ModifyInstanceAttribute";
    public const int DenialsThatTell = 20;

    private int _denials;
    private volatile bool _wasLet;
    private volatile Problem? _end;

    /// <summary>What ended it, without ids; null: nothing did.</summary>
    public Problem? End => _end;

    /// <summary>Ends it for a cause that lies elsewhere.</summary>
    public void EndBy(Problem cause) => _end ??= cause with { Ids = [] };

    /// <summary>Null when the type is set. After a temporary failure nobody knows whether it is.</summary>
    public async Task<Exception?> TrySetAsync(string id, string type, RunDeadline deadline)
    {
        try
        {
            await retry.ExecuteAsync(Operation, token => client.ModifyInstanceAttributeAsync(
                new ModifyInstanceAttributeRequest { InstanceId = id, InstanceType = type }, token), deadline);
            _wasLet = true;
            return null;
        }
        catch (Exception failure)
        {
            if (AwsFailure.IsTemporary(failure) || IsDeniedAltogether(failure))
                EndBy(AwsProblem.Of($"{Operation} to {type}", failure, []));
            return failure;
        }
    }

    private bool IsDeniedAltogether(Exception failure) =>
        RefusalCodes.IsDenial(AwsFailure.CodeOf(failure)) && Interlocked.Increment(ref _denials) >= DenialsThatTell && !_wasLet;
}
