using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>Transactions that were done under a token: for ten minutes the same one is answered and not done again.</summary>
internal sealed class TransactionTokens(TimeProvider time)
{
    private const int LongestToken = 36;

    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string Region, string Token), (string Text, DateTimeOffset Until)> _done = [];

    /// <param name="scope">Who and where.</param>
    /// <param name="token">Null: each time counts.</param>
    /// <param name="text">The transaction.</param>
    /// <param name="act">Does it; a transaction that throws was not done.</param>
    public void Once(CallScope scope, string? token, string text, Action act)
    {
        if (token is null)
        {
            act();
            return;
        }

        if (token.Length is 0 or > LongestToken)
        {
            throw DynamoErrors.Validation(
                $"1 validation error detected: Value '{token}' at 'clientRequestToken' failed to satisfy constraint: " +
                $"Member must have length {(token.Length == 0 ? "greater than or equal to 1" : $"less than or equal to {LongestToken}")}");
        }

        var key = (scope.Account, scope.Region, token);
        lock (_gate)
        {
            if (_done.TryGetValue(key, out var done) && time.GetUtcNow() < done.Until)
            {
                if (done.Text != text)
                {
                    throw DynamoErrors.TokenMismatch();
                }

                return;
            }

            act();
            _done[key] = (text, time.GetUtcNow() + Validity);
        }
    }
}
