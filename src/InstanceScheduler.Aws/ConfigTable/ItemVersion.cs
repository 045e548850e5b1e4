using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>A short name for what an item holds: equal for equal items, whoever stored them and however their sets are ordered.</summary>
internal static class ItemVersion
{
    private const int Bytes = 8;

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the item's canonical JSON.</summary>
    public static string Of(IReadOnlyDictionary<string, AttributeValue> attributes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            AttributeJson.Write(json, attributes);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan).AsSpan(0, Bytes));
    }
}
