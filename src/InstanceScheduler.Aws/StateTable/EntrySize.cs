using System.Text;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>How many bytes an entry may need in its item, so that it never outgrows it in place.</summary>
/// <param name="LongestValue">Bytes of the longest value it can take.</param>
/// <param name="NameCopies">How often its name can stand in the item: as an attribute, and as a mark of the clean-up.</param>
internal readonly record struct EntrySize(int LongestValue, int NameCopies)
{
    public int Of(string id, string value) => NameCopies * OfName(id) + Math.Max(LongestValue, Encoding.UTF8.GetByteCount(value));

    public static int OfName(string id) => Encoding.UTF8.GetByteCount(id);
}
