using Amazon.RDS.Model;
using Amazon.Runtime;

namespace Amazon.RDS.Internal;

internal static class TagReader
{
    public static Tag Read(XmlAnswer answer) => answer.Into(new Tag(), ReadMember);

    private static void ReadMember(XmlAnswer answer, string name, Tag tag)
    {
        switch (name)
        {
            case nameof(Tag.Key):
                tag.Key = answer.Text();
                break;
            case nameof(Tag.Value):
                tag.Value = answer.Text();
                break;
        }
    }
}
