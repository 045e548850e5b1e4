using System.Globalization;
using Amazon.SimpleSystemsManagement;
using InstanceScheduler.Aws.ParameterStore;
using InstanceScheduler.Aws.Retry;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.Settings;

/// <summary>Finds and keeps the function's settings: read once per process and again after ten minutes.</summary>
internal sealed partial class SettingsSource(
    FunctionEnvironment environment, Func<IAmazonSimpleSystemsManagement> client, TimeProvider time, AwsRetry retry, ILogger logger)
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestRefresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimeBetweenTries = TimeSpan.FromMinutes(1);

    private SsmParamStore? _store;
    private FunctionSettings? _last;
    private long _keptSince;

    /// <summary>Null when there are no parameters at all, as while the stack is still being made.</summary>
    /// <exception cref="SettingsException">There are some, but a required one is missing.</exception>
    public async Task<FunctionSettings?> GetAsync(RunDeadline deadline)
    {
        if (_last is null)
            return _last = await ReadAsync(deadline);
        if (time.GetElapsedTime(_keptSince) < TimeBetweenTries && _keptSince != 0)
            return _last;
        // A tick on known settings must not wait for Parameter Store to come back.
        using var brief = new RunDeadline(deadline.Left < LongestRefresh ? deadline.Left : LongestRefresh, time, deadline.Token);
        try
        {
            _last = await ReadAsync(brief);
            _keptSince = 0;
        }
        catch (Exception failure) when (failure is ParameterStoreException or OperationCanceledException)
        {
            _keptSince = time.GetTimestamp();
            LogKept(failure.Message);
        }

        return _last;
    }

    private async Task<FunctionSettings?> ReadAsync(RunDeadline deadline)
    {
        _store ??= await FindAsync(deadline);
        if (_store is not null && !(await _store.KeysAsync(deadline)).IsEmpty)
            return await ReadAsync(_store, deadline);
        // Those of the older port go when its stack has been updated: the next look is a fresh one, at both places.
        _store = null;
        return null;
    }

    private async Task<SsmParamStore?> FindAsync(RunDeadline deadline)
    {
        var own = Store(environment.SettingsPrefix ?? SettingNames.PrefixRoot + environment.FunctionName);
        if (!(await own.KeysAsync(deadline)).IsEmpty)
            return own;
        if (environment.SettingsPrefix is not null)
            return null;

        // The older port kept them under a fixed path: take them only when they are those of this stack.
        var legacy = Store(SettingNames.PrefixRoot + SettingNames.LegacyFunction);
        var stack = await legacy.GetAsync(SettingNames.StackName, null, deadline);
        if ($"{stack}-{SettingNames.LegacyFunction}" != environment.FunctionName)
            return null;
        LogLegacy(legacy.Prefix);
        return legacy;
    }

    private SsmParamStore Store(string prefix) => new(prefix, client(), retry, time, TimeToLive);

    private async Task<FunctionSettings> ReadAsync(SsmParamStore store, RunDeadline deadline)
    {
        var retryText = await store.GetAsync(SettingNames.BotoRetry, null, deadline);
        var retrySettings = retryText is null ? RetrySettings.Default : RetrySettings.TryParse(retryText);
        if (retrySettings is null)
            LogUnreadable($"{store.Prefix}/{SettingNames.BotoRetry}", "first wait,increment,maximum,random factor, such as 5,5,20,0.4", "the default");
        return new FunctionSettings
        {
            ConfigTable = await RequiredAsync(SettingNames.ConfigTable),
            StateTable = await RequiredAsync(SettingNames.StateTable),
            Account = await RequiredAsync(SettingNames.Account),
            StackName = await store.GetAsync(SettingNames.StackName, "", deadline) ?? "",
            ExternalId = await TextAsync(SettingNames.ExternalId),
            SchedulerRule = await store.GetAsync(SettingNames.SchedulerRule, null, deadline),
            FrequencyMinutes = await MinutesAsync(SettingNames.SchedulerFrequency),
            IssuesTopicArn = await TextAsync(SettingNames.IssuesTopicArn),
            LogGroup = await TextAsync(SettingNames.LogGroup),
            InformationalTags = await FlagAsync(SettingNames.InformationalTags, whenUnreadable: false),
            Trace = await FlagAsync(SettingNames.Trace, whenUnreadable: false),
            // Whoever set it to anything at all does not want instances stopped by a slip of the pen.
            DryRun = await FlagAsync(SettingNames.DryRun, whenUnreadable: true),
            Retry = retrySettings ?? RetrySettings.Default,
        };

        async Task<string?> TextAsync(string name) =>
            await store.GetAsync(name, null, deadline) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

        async Task<int> MinutesAsync(string name)
        {
            if (await TextAsync(name) is not { } text)
                return FunctionSettings.DefaultFrequencyMinutes;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes > 0)
                return minutes;
            LogUnreadable($"{store.Prefix}/{name}", "minutes, such as 5", FunctionSettings.DefaultFrequencyMinutes.ToString(CultureInfo.InvariantCulture));
            return FunctionSettings.DefaultFrequencyMinutes;
        }

        async Task<bool> FlagAsync(string name, bool whenUnreadable)
        {
            var text = await store.GetAsync(name, null, deadline);
            if (string.IsNullOrWhiteSpace(text))
                return false;
            if (bool.TryParse(text.Trim(), out var flag))
                return flag;
            LogUnreadable($"{store.Prefix}/{name}", "True or False", whenUnreadable ? "True" : "False");
            return whenUnreadable;
        }

        async Task<string> RequiredAsync(string name) =>
            await store.GetAsync(name, null, deadline) is { Length: > 0 } value ? value : throw new SettingsException(store.Prefix, name);
    }

    [LoggerMessage(EventName = "LegacySettings", Level = LogLevel.Information, Message = "Settings are read from the older path {Path}")]
    private partial void LogLegacy(string path);

    [LoggerMessage(EventName = "SettingUnreadable", Level = LogLevel.Warning,
        Message = "Setting \"{Parameter}\" cannot be read; expected {Expected}; taken as {Taken}")]
    private partial void LogUnreadable(string parameter, string expected, string taken);

    [LoggerMessage(EventName = "SettingsKept", Level = LogLevel.Warning, Message = "The settings could not be read again, the last ones are used: {Cause}")]
    private partial void LogKept(string cause);
}
