using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Elements that several answers have.</summary>
internal static class RdsXml
{
    public static void WriteMarker(XmlBuffer xml, string? marker)
    {
        if (marker is not null)
        {
            xml.Element("Marker"u8, marker);
        }
    }

    public static void WriteTags(XmlBuffer xml, IReadOnlyDictionary<string, string> tags)
    {
        xml.Raw("<TagList>"u8);
        foreach (var (key, value) in tags)
        {
            xml.Raw("<Tag>"u8).Element("Key"u8, key).Element("Value"u8, value).Raw("</Tag>"u8);
        }

        xml.Raw("</TagList>"u8);
    }

    public static void WriteEncryption(XmlBuffer xml, string? keyId)
    {
        xml.Raw(keyId is null
            ? "<StorageEncrypted>false</StorageEncrypted><StorageEncryptionType>none</StorageEncryptionType>"u8
            : "<StorageEncrypted>true</StorageEncrypted><StorageEncryptionType>sse-kms</StorageEncryptionType>"u8);
        if (keyId is not null)
        {
            xml.Element("KmsKeyId"u8, keyId);
        }
    }

    public static void WriteRestartTime(XmlBuffer xml, DateTimeOffset? time)
    {
        if (time is { } restart)
        {
            xml.Raw("<AutomaticRestartTime>"u8).Time(restart).Raw("</AutomaticRestartTime>"u8);
        }
    }

    public static void WriteSecurityGroups(XmlBuffer xml) => xml
        .Raw("<VpcSecurityGroups><VpcSecurityGroupMembership><VpcSecurityGroupId>sg-0a1b2c3d4e5f60718</VpcSecurityGroupId>"u8)
        .Raw("<Status>active</Status></VpcSecurityGroupMembership>"u8)
        .Raw("<VpcSecurityGroupMembership><VpcSecurityGroupId>sg-0b2c3d4e5f6071829</VpcSecurityGroupId>"u8)
        .Raw("<Status>active</Status></VpcSecurityGroupMembership></VpcSecurityGroups>"u8);

    public static ReadOnlySpan<byte> Flag(bool value) => value ? "true"u8 : "false"u8;
}
