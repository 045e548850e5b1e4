using System.Security.Cryptography;
using System.Text;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Aws.Retry;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Carries out a request for the scheduler's own configuration.</summary>
/// <param name="request">The request.</param>
/// <param name="table">The configuration table.</param>
/// <param name="homeRegion">What blank regions become.</param>
/// <param name="logger">Logger with the invocation's fields.</param>
/// <param name="time">Clock of waits.</param>
/// <param name="realClock">Clock of deadlines; null: the system's.</param>
internal sealed partial class SetupResource(
    ResourceRequest request, SetupTable table, string homeRegion, ILogger logger, TimeProvider time, TimeProvider? realClock)
{
    private const int IdDigits = 14;

    private static readonly TimeSpan LongestSampling = TimeSpan.FromSeconds(30);

    /// <summary>The id of a setup that has none yet, in the form of v1.x; the same for a request that is delivered twice.</summary>
    public static string NewId(ResourceRequest request)
    {
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.RequestId)));
        return $"schedulersetuphandler-{request.StackName}-{digits[..IdDigits]}".ToLowerInvariant();
    }

    public async Task<ResourceResult> DoAsync(RunDeadline deadline)
    {
        switch (request.RequestType)
        {
            case ResourceFields.Create:
                await table.ReplaceAsync(DeclaredSettingsReader.Read(request, homeRegion), deadline);
                await AddSamplesAsync(deadline);
                break;
            case ResourceFields.Update:
                await table.ReplaceAsync(DeclaredSettingsReader.Read(request, homeRegion), deadline);
                break;
            case ResourceFields.Delete:
                break;
            default:
                throw new ResourceRefusedException($"{ResourceFields.RequestType} \"{request.RequestType}\" is not known");
        }

        return new ResourceResult(request.PhysicalId ?? NewId(request));
    }

    // Nobody's stack fails for want of an example: the configuration is written, and that is what counts.
    private async Task AddSamplesAsync(RunDeadline deadline)
    {
        var half = deadline.Left / 2;
        using var brief = new RunDeadline(half < LongestSampling ? half : LongestSampling, time, deadline.Token, realClock);
        foreach (var sample in SampleItems.All)
        {
            try
            {
                if (!await table.TryAddAsync(sample, brief))
                    LogKept(logger, sample.ToString());
            }
            catch (Exception failure)
            {
                LogMissing(logger, sample.ToString(), failure.Message);
            }
        }
    }

    [LoggerMessage(EventName = "SampleKept", Level = LogLevel.Information, Message = "The sample {Item} exists already and is left as it is")]
    private static partial void LogKept(ILogger logger, string item);

    [LoggerMessage(EventName = "SampleMissing", Level = LogLevel.Warning, Message = "The sample {Item} could not be written: {Cause}")]
    private static partial void LogMissing(ILogger logger, string item, string cause);
}
