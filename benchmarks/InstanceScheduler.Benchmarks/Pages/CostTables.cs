using System.Globalization;
using InstanceScheduler.Benchmarks.Cost;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Benchmarks.Pages;

/// <summary>The blocks of a page that are about money.</summary>
/// <param name="results">The results.</param>
/// <param name="language">Of the page.</param>
internal sealed class CostTables(SuiteResults results, PageLanguage language)
{
    /// <summary>What the model takes for granted of prices.</summary>
    public string Prices()
    {
        var prices = new Prices();
        var (seen, unseen) = (T("price page", "价格页"), T("unchecked", "未核对"));
        return MarkdownTable.Of(
            [T($"CNY, {Cost.Prices.Date}", $"人民币，{Cost.Prices.Date}"), T("price", "价格"), T(" from", " 来源"), T(" option", " 选项")],
            [
                [T("Lambda, GB-second", "Lambda，GB-秒"), M(prices.GbSecond), unseen, "`--price-gb-second`"],
                [T("Lambda, million requests", "Lambda，百万次请求"), M(prices.Requests), unseen, "`--price-requests`"],
                [T("DynamoDB on demand, million write units", "DynamoDB 按需，百万写入单位"), M(prices.WriteUnits), seen, "`--price-writes`"],
                [T("DynamoDB on demand, million read units", "DynamoDB 按需，百万读取单位"), M(prices.ReadUnits), unseen, "`--price-reads`"],
                [T("CloudWatch Logs, GB taken in", "CloudWatch Logs，每 GB 摄取"), M(prices.LogGb), unseen, "`--price-log-gb`"],
                [T("CloudWatch, metric and month", "CloudWatch，每个指标每月"), M(prices.Metric), seen, "`--price-metric`"],
                [T("CloudWatch, alarm and month", "CloudWatch，每个告警每月"), M(prices.Alarm), seen, "`--price-alarm`"],
            ]);
    }

    /// <summary>Months of installations of several sizes.</summary>
    /// <exception cref="InvalidOperationException">What is needed was not measured.</exception>
    public string Costs()
    {
        var model = new CostModel(results, new Prices());
        return MarkdownTable.Of(
            [
                T("accounts × regions × services, instances", "账号 × 区域 × 服务，实例"), T("minutes", "分钟"), T("invocations", "调用"), T("GB-seconds", "GB-秒"), T("v1.3", "v1.3"),
                T("Lambda, ¥", "Lambda，¥"), T("v1.3, ¥", "v1.3，¥"), T("DynamoDB, ¥", "DynamoDB，¥"), T("logs, ¥", "日志，¥"), T("alarms, ¥", "告警，¥"), T("together, ¥", "合计，¥"),
            ],
            from input in CostExamples.All
            let cost = model.Of(input)
            select (string[])
            [
                $"{input.Accounts} × {input.Regions} × {input.Services}, {input.Instances:N0}", $"{input.Minutes}", $"{cost.Invocations:N0}", $"{cost.GbSeconds:N0}", $"{cost.ReferenceGbSeconds:N0}",
                $"{cost.Lambda:N2}", $"{cost.ReferenceLambda:N2}", $"{cost.DynamoDb:N2}", $"{cost.Logs:N2}", $"{cost.CloudWatch:N2}", $"{cost.Sum:N2}",
            ]);
    }

    private string T(string english, string chinese) => language.Text(english, chinese);

    private static string M(double price) => price.ToString(CultureInfo.InvariantCulture);
}
