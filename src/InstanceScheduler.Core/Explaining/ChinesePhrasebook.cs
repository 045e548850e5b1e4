using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Explaining;

/// <summary>Simplified Chinese, in the terms of the Chinese guides. What AWS and the configuration say stays as they say it.</summary>
internal sealed class ChinesePhrasebook : Phrasebook
{
    protected override string NothingNext => $"如果没有人动它，未来 {Projection.Horizon.Days} 天内都不会启动或停止它";

    protected override string DryRun => "目前是试运行，不会真的启动或停止任何实例";

    public override string Missing(MissingStory story) =>
        $"没有找到带标签“{story.TagName}”的 {story.Instance}{(story.Meant is { } meant ? $"（是不是“{meant}”？）" : "")}："
        + $"{(story.Searched.IsEmpty ? "没有可查找的地方" : $"已查找 {string.Join("、", story.Searched)}")}"
        + $"{(story.Missed.IsEmpty ? "" : $"；未能查找 {string.Join("、", story.Missed)}")}。";

    public override string LeftAlone(LeftAloneStory story) => $"{Subject(story)}{Word(story.State)}，调度器不会动它：{story.Why switch
    {
        WhyLeftAlone.TagIsEmpty => $"标签“{story.TagName}”的值是空的",
        WhyLeftAlone.TagSaysIgnore => $"标签“{story.TagName}”的值是“{story.Schedule}”",
        WhyLeftAlone.AutoScalingGroup => "它属于 Auto Scaling 组，停掉后会被该组替换；请改为调度该组",
        WhyLeftAlone.InstanceStore => "它的根卷是实例存储，无法停止",
        WhyLeftAlone.CannotStop => $"AWS 不允许单独启停它（{story.Detail}）",
        WhyLeftAlone.UnknownSchedule => $"标签指定的计划“{story.Schedule}”不存在{(story.Meant is { } meant ? $"（是不是“{meant}”？）" : "")}",
        _ => $"计划“{story.Schedule}”无法使用（{story.Detail}）",
    }}。";

    protected override string Join(IEnumerable<string> parts) => string.Join("；", parts) + "。";

    protected override string InTransition(ManagedStory story) => $"{Subject(story)}{Word(story.State)}，完成之前调度器不会动它：{Why(story)}";

    protected override string Pending(PendingWish pending, DateTimeZone zone) =>
        $"调度器已于 {Clock(pending.At, zone)}请求{(pending.Action == ScheduledAction.Start ? "启动" : "停止")}";

    protected override string Trouble(string trouble) => $"需要先由人修复（{trouble}）";

    protected override string Acts(ManagedStory story, Decision decision)
    {
        var from = decision.Action == ScheduledAction.StopForResize ? $"（类型 {story.InstanceType}）" : "";
        return $"{Subject(story)}{Word(story.State)}{from}，下一次运行会{Does(decision, story.Outcome.InstanceType)}：{decision.Reason switch
        {
            DecisionReason.MaxUptimeReached => $"它的连续运行时间已达到计划“{story.Schedule.Name}”的上限 {Length(story.Schedule)}（max_uptime）",
            DecisionReason.StopFallsDue => $"计划“{story.Schedule.Name}”的一个只管停止的时段到点了，手动启动的也一并停止",
            DecisionReason.Enforced => $"{Why(story)}，而且手动改动会被改回（enforced）",
            DecisionReason.NewInstance => $"{Why(story)}，而且这是第一次见到它",
            DecisionReason.RestartedByAws => $"{Why(story)}，而它是停满七天后被 AWS 自动启动的",
            _ => Why(story),
        }}";
    }

    protected override string AsWanted(ManagedStory story, Decision decision) => $"{Subject(story)}{Word(story.State)}，符合要求：{Why(story)}"
        + (decision.NextStored, story.Next?.Run) switch
        {
            (StoredState.RetainRunning, ActingRun.Second) => "，而它在时段开始前就开着（retain_running）",
            (StoredState.RetainRunning, _) => "，而它在时段开始前就开着，时段结束时不会停止（retain_running）",
            _ => "",
        };

    protected override string NoWish(ManagedStory story, Decision decision) => $"{Subject(story)}{Word(story.State)}，保持现状：{Why(story)}";

    protected override string Respected(ManagedStory story, Decision decision)
    {
        var (type, wanted) = story.Desired == DesiredState.StoppedForResize ? ($"（类型 {story.InstanceType}）", $"，要求的类型是 {story.Outcome.InstanceType}") : ("", "");
        return $"{Subject(story)}{Word(story.State)}{type}，尽管{Why(story)}{wanted}：{decision.Reason switch
        {
            DecisionReason.NewInstanceLeftRunning => "第一次见到它时它就开着，而 stop_new_instances 已关闭",
            DecisionReason.SparedAtPeriodEnd => "它在时段开始前就开着，这次不停（retain_running）",
            DecisionReason.KeptStopped => "有人手动停了它，在有人手动启动之前一直停着（respect_manual_stop）",
            _ when story.State == ActualState.Running => "它是手动启动的，在计划的要求改变之前予以尊重",
            _ when story.Schedule.MaxUptime is not null => $"它被手动停止，或达到了 max_uptime（{Length(story.Schedule)}），在计划的要求改变之前保持停止",
            _ when !story.IsStoppedByPerson => "它不是由调度器停止的，在计划的要求改变之前予以尊重",
            _ => "它是手动停止的，在计划的要求改变之前予以尊重",
        }}";
    }

    protected override string Next(NextAction next, Schedule schedule)
    {
        var act = next.Decision switch
        {
            { Action: ScheduledAction.StopForResize } => $"先停止再以 {next.Entry.Outcome.InstanceType} 启动",
            { Action: ScheduledAction.Stop } => "停止",
            { ResizeTo: { } type } => $"以 {type} 启动",
            _ => "启动",
        };
        return $"接下来在 {Clock(next.At, schedule.Zone)}{act}，因为届时{When(next, schedule)}"
            + (next.Run == ActingRun.Second ? $"，由此后的第二次运行执行：第一次仍不停它{Undone(next.Decision, "，而")}" : "");
    }

    protected override string Arrives(NextAction next, DateTimeZone zone) =>
        $"第一次发现它{Found(next.Decision)}的运行会{Does(next.Decision, next.Entry.Outcome.InstanceType)}{(next.Until is { } until ? $"，前提是早于 {Clock(until, zone)}" : "")}";

    protected override string Follows(NextAction next, bool isOnItsWay) =>
        $"{(isOnItsWay ? $"第二次发现它{Found(next.Decision)}的运行" : "再下一次运行")}会{Does(next.Decision, next.Entry.Outcome.InstanceType)}{Undone(next.Decision, "，因为")}";

    private static string Does(Decision decision, string? type) => decision switch
    {
        { Action: ScheduledAction.StopForResize } => $"先停止它，再以 {type} 启动",
        { Action: ScheduledAction.Stop } => "停止它",
        { ResizeTo: { } other } => $"以 {other} 启动它",
        _ => "启动它",
    };

    private static string Found(Decision decision) => decision.Action == ScheduledAction.Start ? "已停止" : "在运行";

    private static string Undone(Decision decision, string joint) => decision.Reason switch
    {
        DecisionReason.Enforced => $"{joint}手动改动会被改回（enforced）",
        DecisionReason.OverrideHolds => $"{joint}临时覆盖不允许手动改动",
        _ => "",
    };

    private static string When(NextAction next, Schedule schedule) => (next.Decision.Reason, next.Entry.Outcome) switch
    {
        (DecisionReason.MaxUptimeReached, _) => $"已连续运行 {Length(schedule)}（max_uptime）",
        (DecisionReason.StopFallsDue, _) => "一个只管停止的时段到点",
        (_, { Cause: OutcomeCause.MaintenanceWindow, Window: var window }) => $"维护窗口“{window}”打开",
        (_, { Cause: OutcomeCause.TimedOverride }) => $"{Called(next.Entry.Held!)}开始",
        _ when next.Ended is { } ended => $"{Called(ended)}结束",
        _ when next.EndedWindow is { } window => $"维护窗口“{window}”结束",
        (_, { Decider.Period.Name: var period }) => next.Entry.DayOf(schedule) switch
        {
            (DayKind.Holiday, { } calendar) => $"时段“{period}”开始（日历“{calendar}”的节假日）",
            (DayKind.Workday, { } calendar) => $"时段“{period}”开始（日历“{calendar}”的调休上班日）",
            _ => $"时段“{period}”开始",
        },
        _ => "不再有时段生效",
    };

    private static string Why(ManagedStory story)
    {
        var (outcome, schedule) = (story.Outcome, story.Schedule.Name);
        return outcome.Cause switch
        {
            OutcomeCause.TimedOverride when story.Held is { } held =>
                $"{Called(held)}{Told(held)}让它保持{(held.State == OverrideStatus.Running ? "运行" : "停止")}到 {Clock(held.End, story.Schedule.Zone)}",
            OutcomeCause.Override => $"计划“{schedule}”固定为{(outcome.State == DesiredState.Running ? "运行" : "停止")}（override_status）",
            OutcomeCause.MaintenanceWindow => $"维护窗口“{outcome.Window}”正开着",
            OutcomeCause.PeriodRuns => $"计划“{schedule}”的时段“{outcome.Period}”正在生效",
            OutcomeCause.AdjacentPeriods => $"计划“{schedule}”的时段“{outcome.Period}”与下一个时段相接",
            OutcomeCause.OneSidedPeriod => $"计划“{schedule}”此刻没有要求",
            _ => $"计划“{schedule}”此刻没有时段生效",
        };
    }

    private static string Called(TimedOverride held) => held.Scope == OverrideScope.Tag ? $"它的标签“{held.Name}”" : $"临时覆盖“{held.Name}”";

    private static string Told(TimedOverride held) => (held.CreatedBy, held.Reason) switch
    {
        ({ } who, { } why) => $"（{who}：{why}）",
        ({ } who, null) => $"（{who}）",
        (null, { } why) => $"（{why}）",
        _ => "",
    };

    private static string Subject(Story story) => story.Name is { Length: > 0 } name && name != story.Instance ? $"{story.Instance}（{name}）" : $"{story.Instance} ";

    private static string Word(ActualState state) => state switch
    {
        ActualState.Running => "正在运行",
        ActualState.Stopped => "已停止",
        ActualState.Starting => "正在启动",
        _ => "正在停止",
    };

    private static string Length(Schedule schedule) => DurationText.Format(schedule.MaxUptime!.Value);

    private static string Clock(Instant instant, DateTimeZone zone) => $"{Moment(instant, zone)}（{zone.Id}）";
}
