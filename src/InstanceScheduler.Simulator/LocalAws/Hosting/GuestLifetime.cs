using Microsoft.Extensions.Hosting;

namespace InstanceScheduler.Simulator.LocalAws.Hosting;

/// <summary>A server that is a guest in its process: signals are its host's, and end the process as if it were not there.</summary>
/// <remarks>The usual one takes SIGTERM for itself: the server stops, and the process goes on for ever.</remarks>
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
