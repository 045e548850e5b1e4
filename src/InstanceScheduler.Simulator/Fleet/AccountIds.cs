namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Ids of accounts.</summary>
internal static class AccountIds
{
    public static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);
}
