using System.Collections.Immutable;
using Amazon.RDS;
using Amazon.RDS.Model;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Tagging;

namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>Tags of databases, cleaned to what RDS allows.</summary>
internal sealed class DatabaseTags(IAmazonRDS client, AwsRetry retry)
{
    /// <summary>Never throws; one problem per cause.</summary>
    public async Task<ImmutableArray<Problem>> ChangeAsync(ImmutableArray<TagChange> changes, RunDeadline deadline)
    {
        var outcome = await new DatabaseAction("tagging databases", retry)
            .RunAsync(changes, change => change.Instance.Id, (change, calls) => ChangeAsync(change, calls, deadline), deadline);
        return [.. outcome.Problems.Select(NotRepeated)];
    }

    private async Task<Problem?> ChangeAsync(TagChange change, DatabaseCalls calls, RunDeadline deadline)
    {
        var database = change.Instance;
        var (plan, refused) = RdsTags.Clean(new TagPlan(change.Remove, change.Set));
        if (!plan.Remove.IsEmpty)
        {
            var request = new RemoveTagsFromResourceRequest { ResourceName = database.Arn, TagKeys = [.. plan.Remove] };
            await calls.PrepareAsync("RemoveTagsFromResource", token => client.RemoveTagsFromResourceAsync(request, token), deadline);
        }

        if (!plan.Set.IsEmpty)
        {
            var request = new AddTagsToResourceRequest
            {
                ResourceName = database.Arn,
                Tags = [.. plan.Set.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
            };
            await calls.PrepareAsync("AddTagsToResource", token => client.AddTagsToResourceAsync(request, token), deadline);
        }

        return refused.IsEmpty ? null : new Problem(
            "TagKeyRefused", $"RDS takes no tags called \"{string.Join("\", \"", refused)}\"; the others are set", [database.Id],
            "choose keys with letters or digits that do not begin with aws: or rds:");
    }

    // Tags belong to the action that was taken: what the next tick continues is actions, not their tags.
    private static Problem NotRepeated(Problem problem) => problem with
    {
        Remedy = problem.Remedy is null or AwsProblem.Continued ? "the next action on these databases sets their tags" : problem.Remedy,
    };
}
