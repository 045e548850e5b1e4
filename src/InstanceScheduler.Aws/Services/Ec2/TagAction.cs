using System.Collections.Immutable;
using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Removes and sets tags: one call for all instances that get the same, up to a thousand.</summary>
/// <remarks>What is to go goes first, which may make the room that the new tags need.</remarks>
internal sealed class TagAction(IAmazonEC2 client, AwsRetry retry)
{
    private const int MostResources = 1000;
    private const string NotAgain = "these tags are right again after the next start or stop";

    public async Task<ImmutableArray<Problem>> RunAsync(ImmutableArray<TagChange> changes, RunDeadline deadline)
    {
        var removed = await RunAsync("DeleteTags", changes, change => [.. change.Remove.Select(key => new Tag { Key = key })],
            (ids, tags, token) => client.DeleteTagsAsync(new DeleteTagsRequest { Resources = ids, Tags = tags }, token), deadline);

        var gone = removed.Where(problem => RefusalCodes.IsGone(problem.Code))
            .SelectMany(problem => problem.Ids).ToHashSet(StringComparer.Ordinal);
        var set = await RunAsync("CreateTags", changes.RemoveAll(change => gone.Contains(change.Instance.Id)),
            change => [.. change.Set.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
            (ids, tags, token) => client.CreateTagsAsync(new CreateTagsRequest { Resources = ids, Tags = tags }, token), deadline);
        return [.. removed, .. set];
    }

    private async Task<ImmutableArray<Problem>> RunAsync(
        string operation, ImmutableArray<TagChange> changes, Func<TagChange, List<Tag>> tagsOf,
        Func<List<string>, List<Tag>, CancellationToken, Task> call, RunDeadline deadline)
    {
        var problems = new List<Problem>();
        Problem? end = null;
        var groups = changes.GroupBy(change => ContentOf(tagsOf(change)), StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.Key.Length > 0))
        {
            var (ids, tags) = (group.Select(change => change.Instance.Id).ToImmutableArray(), tagsOf(group.First()));
            if (end is not null)
            {
                problems.Add(end with { Ids = ids });
                continue;
            }

            var action = new BatchAction(operation, retry, async (batch, token) =>
            {
                await call([.. batch], tags, token);
                return [.. batch];
            }, MostResources);
            problems.AddRange((await action.RunAsync(ids, deadline)).Problems);
            if (action.IsCutShort)
                problems[^1] = end = problems[^1] with { Remedy = NotAgain };
        }

        return [.. problems.GroupBy(problem => problem.Code, StringComparer.Ordinal).Select(cause => Joined(operation, [.. cause]))];
    }

    private static Problem Joined(string operation, ImmutableArray<Problem> cause)
    {
        var ids = cause.SelectMany(problem => problem.Ids).ToImmutableArray();
        return (cause[0].Code == AwsProblem.OutOfTimeCode ? AwsProblem.OutOfTime(operation, ids) : cause[0]) with
        {
            Ids = ids,
            Remedy = cause[0].Remedy,
        };
    }

    // Neither keys nor values can hold a null character.
    private static string ContentOf(List<Tag> tags) => string.Concat(tags.Select(tag => $"{tag.Key}\0{tag.Value}\0"));
}
