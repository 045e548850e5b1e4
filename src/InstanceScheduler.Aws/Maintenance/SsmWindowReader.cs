using System.Collections.Immutable;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Maintenance;

namespace InstanceScheduler.Aws.Maintenance;

/// <summary>Reads the maintenance windows of one account and region.</summary>
internal sealed class SsmWindowReader(IAmazonSimpleSystemsManagement client, AwsRetry retry)
{
    private const int PageSize = 100;

    public async Task<ImmutableArray<SsmWindow>> ListAsync(RunDeadline deadline)
    {
        var windows = ImmutableArray.CreateBuilder<SsmWindow>();
        var request = new DescribeMaintenanceWindowsRequest { MaxResults = PageSize };
        do
        {
            var page = await retry.ExecuteAsync("DescribeMaintenanceWindows", token => client.DescribeMaintenanceWindowsAsync(request, token), deadline);
            windows.AddRange((page.WindowIdentities ?? []).Select(ToWindow));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return windows.ToImmutable();
    }

    private static SsmWindow ToWindow(MaintenanceWindowIdentity window)
    {
        var isEnabled = window.Enabled ?? false;
        if (window is not { NextExecutionTime: { Length: > 0 } next, Duration: { } hours })
            return new SsmWindow(window.WindowId, window.Name, isEnabled, Next: null);
        try
        {
            return new SsmWindow(window.WindowId, window.Name, isEnabled, DatedWindow.Next(window.Name, window.WindowId, next, window.ScheduleTimezone, hours));
        }
        catch (MaintenanceWindowFormatException unreadable)
        {
            return new SsmWindow(window.WindowId, window.Name, isEnabled, Next: null, unreadable.Message);
        }
    }
}
