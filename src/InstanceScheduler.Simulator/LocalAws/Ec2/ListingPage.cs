using System.Globalization;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>The sizes of a listing's pages, and the tokens that lead to the next one.</summary>
internal static class ListingPage
{
    private const int Smallest = 5;
    private const int Largest = 1000;
    private const string TokenPrefix = "after:";

    /// <summary>Null where the caller leaves it to the service: everything in one page.</summary>
    public static int? Size(QueryParameters input)
    {
        if (input["MaxResults"] is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size))
        {
            throw new AwsException("InvalidParameterValue", $"Invalid value '{text}' for maxResults. Must be an integer.");
        }

        return size switch
        {
            < Smallest => throw Outside(size, $"greater than or equal to {Smallest}"),
            > Largest => throw Outside(size, $"less than or equal to {Largest}"),
            _ => size,
        };
    }

    /// <summary>Refuses pages for a listing of named things.</summary>
    /// <param name="names">What EC2 calls the names.</param>
    public static void EnsureNone(int? size, string names)
    {
        if (size is not null)
        {
            throw new AwsException("InvalidParameterCombination", $"The parameter {names} cannot be used with the parameter maxResults");
        }
    }

    public static string Token(long sequence) => Convert.ToBase64String(Encoding.ASCII.GetBytes(TokenPrefix + sequence));

    /// <summary>The sequence of the last thing already shown.</summary>
    public static long After(QueryParameters input)
    {
        if (input["NextToken"] is not { } token)
        {
            return 0;
        }

        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is var text
            && text.StartsWith(TokenPrefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(TokenPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : throw new AwsException("InvalidParameterValue", "Unable to parse pagination token");
    }

    private static AwsException Outside(int size, string expected) =>
        new("InvalidParameterValue", $"Value ( {size} ) for parameter maxResults is invalid. Expecting a value {expected}.");
}
