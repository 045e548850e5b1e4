using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>The filters of a listing, as they were sent.</summary>
internal static class ListingFilters
{
    private const int MostValues = 200;

    public static IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Read(QueryParameters input)
    {
        var filters = input.Structures("Filter", "Name").Select(at => (input[at + ".Name"]!, Values: input.List(at + ".Value"))).ToArray();
        return filters.Sum(f => f.Values.Count) <= MostValues
            ? filters
            : throw new AwsException(
                "FilterLimitExceeded", $"The maximum number of filter values specified on a single call is {MostValues}");
    }
}
