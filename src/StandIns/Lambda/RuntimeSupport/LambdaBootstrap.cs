using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

public class LambdaBootstrap : IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly bool _ownsHttpClient;
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly RuntimeApi _runtimeApi;

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(httpClient, ownsHttpClient: false, handler, options: null, initializer)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(ConstructHttpClient(), ownsHttpClient: true, handler, options: null, initializer)
    {
    }

    public LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer? initializer = null)
        : this(ConstructHttpClient(), ownsHttpClient: true, handler, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this(ConstructHttpClient(), ownsHttpClient: true, handlerWrapper.Handler, options: null, initializer)
    {
    }

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer? initializer = null)
        : this(ConstructHttpClient(), ownsHttpClient: true, handlerWrapper.Handler, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this(httpClient, ownsHttpClient: false, handlerWrapper.Handler, options: null, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient,
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer? initializer = null)
        : this(httpClient, ownsHttpClient: false, handlerWrapper.Handler, lambdaBootstrapOptions, initializer)
    {
    }

    private LambdaBootstrap(
        HttpClient httpClient,
        bool ownsHttpClient,
        LambdaBootstrapHandler handler,
        LambdaBootstrapOptions? options,
        LambdaBootstrapInitializer? initializer)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(handler);
        // A sandbox may be frozen for hours while it waits for the next event.
        httpClient.Timeout = Timeout.InfiniteTimeSpan;
        _httpClient = httpClient;
        _ownsHttpClient = ownsHttpClient;
        _handler = handler;
        _initializer = initializer;
        _runtimeApi = new RuntimeApi(httpClient, FunctionEnvironment.Read(options?.RuntimeApiEndpoint));
    }

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_initializer is not null && !await InitializeAsync(_initializer))
            return;

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException)
            {
                continue; // nobody asked to stop: the transport gave up waiting, so poll again
            }
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttpClient)
            _httpClient.Dispose();
    }

    // The endpoint is on this host: no proxy lookup, which would only slow the cold start.
    private static HttpClient ConstructHttpClient() => new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    private async Task<bool> InitializeAsync(LambdaBootstrapInitializer initializer)
    {
        try
        {
            return await initializer();
        }
        catch (Exception e)
        {
            LambdaConsoleLogger.WriteUnhandled(e, requestId: null);
            await _runtimeApi.ReportInitializationErrorAsync(e);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _runtimeApi.NextInvocationAsync(cancellationToken);
        var context = invocation.LambdaContext;
        Environment.SetEnvironmentVariable(FunctionEnvironment.TraceIdVariable, context.TraceId);

        InvocationResponse response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception e)
        {
            LambdaConsoleLogger.WriteUnhandled(e, context.AwsRequestId);
            await _runtimeApi.ReportInvocationErrorAsync(context.AwsRequestId, e, cancellationToken);
            return;
        }

        try
        {
            await _runtimeApi.SendResponseAsync(context.AwsRequestId, response.OutputStream, cancellationToken);
        }
        finally
        {
            if (response.DisposeOutputStream)
                await response.OutputStream.DisposeAsync();
        }
    }
}
