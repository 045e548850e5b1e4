using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Tests.Problems;

public sealed class AwsMessageTests
{
    private const string Denied = "You are not authorized to perform this operation.";

    [Theory]
    [InlineData(Denied, Denied)]
    [InlineData($"{Denied} Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6X_Snu-UMCm==", Denied)]
    [InlineData($"{Denied} Encoded authorization failure message: - 4GIOHlTkIaWH", Denied)]
    [InlineData($"{Denied}\nEncoded authorization failure message 4GIOHlTkIaWH", Denied)]
    [InlineData($"{Denied} Encoded authorization failure message: 4GIO. Ask somebody.", $"{Denied}. Ask somebody.")]
    [InlineData("", "")]
    public void What_only_AWS_can_decode_is_left_out(string message, string readable) => Assert.Equal(readable, AwsMessage.Readable(message));

    [Theory]
    [InlineData("Denied. Encoded authorization failure message: aaaa", "Denied. Encoded authorization failure message: bbbb", true)]
    [InlineData("Failed (Request ID: 6f1e2a90-1b2c-4d5e-8f90-123456789abc)", "Failed (Request ID: 00000000-1b2c-4d5e-8f90-123456789abc)", true)]
    [InlineData("Failed; RequestId=UV29AAAAKQNSO5AEMVJF66Q9ASUAAJG", "Failed; RequestId=UV29BBBBKQNSO5AEMVJF66Q9ASUAAJG", true)]
    [InlineData("operation 6f1e2a90-1b2c-4d5e-8f90-123456789abc is under way", "operation 6f1e2a90-1b2c-4d5e-8f90-cba987654321 is under way", true)]
    [InlineData("expired: 20261123T010000Z is before 20261123T011000Z", "expired: 20261123T020000Z is before 20261123T021000Z", true)]
    [InlineData("not before 2026-11-23T01:00:00Z", "not before 2026-11-23T01:05:00.123+08:00", true)]
    [InlineData("i-0aaaaaaaaaaaaaaa1 failed", "i-0aaaaaaaaaaaaaaa2 failed", false)]
    [InlineData("schedule \"a\" does not exist", "schedule \"b\" does not exist", false)]
    [InlineData("day 2026-11-23", "day 2026-11-24", false)]
    [InlineData("3 roles", "4 roles", false)]
    public void Two_messages_say_the_same_or_not(string one, string other, bool isSame) =>
        Assert.Equal(isSame, AwsMessage.Stable(one) == AwsMessage.Stable(other));
}
