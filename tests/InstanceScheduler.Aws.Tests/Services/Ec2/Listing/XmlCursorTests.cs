using System.Text;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using InstanceScheduler.Aws.Services.Ec2.Listing;

namespace InstanceScheduler.Aws.Tests.Services.Ec2.Listing;

public sealed class XmlCursorTests
{
    private static readonly string[] Names = ["item", "key", "value", "instanceId", "a", "tagSet-of.1"];

    // What may stand between two elements, and what a leaf's text may look like in a document.
    private static readonly string[] Between = ["", "\n  ", "<!-- > </item> & -->", "<?note </item> ?>", " stray & text".Replace("&", "&amp;", StringComparison.Ordinal)];
    private static readonly string[] Texts = ["", "x", "running", "a &amp; b", "&lt;&gt;&quot;&apos;", "服务器 é 😀", "&#x670D;&#65;&#x1F600;", "<![CDATA[ <item> & ]] ]]>", "a<!-- no text -->b<?nor this?>c", "  blanks  "];
    private static readonly string[] Attributes = ["", " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"", " a='>' b=\"/>\"", " ", "\n a = \"'\""];

    private static readonly Gen<string> Document = Element(depth: 4).Select(inside => $"""<?xml version="1.0" encoding="UTF-8"?>{"\n"}{inside}""");

    [Fact]
    public void It_reads_what_the_frameworks_reader_reads() =>
        Gen.Select(Document, Gen.Int[1, 40]).Sample(
            (document, most) => Assert.Equal(Framework(XElement.Parse(document, LoadOptions.PreserveWhitespace), 0, passed: null), Walk(document, most, passed: null)),
            iter: 2_000);

    // Elements of one name are not entered: what comes after them has to be found all the same.
    [Fact]
    public void What_is_passed_over_leaves_no_trace() =>
        Gen.Select(Document, Gen.Int[1, 40], Gen.OneOf<string>(Names)).Sample(
            (document, most, passed) => Assert.Equal(
                Framework(XElement.Parse(document, LoadOptions.PreserveWhitespace), 0, passed), Walk(document, most, passed)),
            iter: 1_000);

    [Fact]
    public void The_beginning_of_a_document_is_an_error() =>
        Document.Sample(
            document =>
            {
                var bytes = Encoding.UTF8.GetBytes(document);
                for (var length = 0; length < bytes.Length; length += 1 + (bytes.Length / 40))
                    Assert.Throws<XmlException>(() => Walk(Encoding.UTF8.GetString(bytes, 0, length), 7, null));
            },
            iter: 200);

    [Theory]
    [InlineData("")]
    [InlineData("no XML")]
    [InlineData("</a>")]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<a>&unknown;</a>")]
    [InlineData("<a>&amp</a>")]
    [InlineData("<a>&#xD800;</a>")]
    [InlineData("<a>&#x110000;</a>")]
    [InlineData("<a>&#;</a>")]
    [InlineData("< a/>")]
    [InlineData("<a b='></a>")]
    public void An_error_is(string document) => Assert.Throws<XmlException>(() => Walk(document, 3, null));

    [Fact]
    public void Bytes_that_are_no_UTF8_are_an_error() =>
        Assert.Throws<XmlException>(() => new XmlCursor(new MemoryStream([.. "<a>"u8, 0xC3, 0x28, .. "</a>"u8])).ReadText());

    [Fact]
    public void A_text_may_be_longer_than_what_is_read_at_once()
    {
        var text = new string('服', 200_000);

        Assert.Equal(text, new XmlCursor(new MemoryStream(Encoding.UTF8.GetBytes($"<a>{text}</a>"))).ReadText().ToString());
    }

    private static Gen<string> Element(int depth)
    {
        var name = Gen.OneOf<string>(Names);
        var leaf = Gen.Select(name, Gen.OneOf<string>(Attributes), Gen.OneOf<string>(Texts), (name, attributes, text) => $"<{name}{attributes}>{text}</{name}>");
        var empty = Gen.Select(name, Gen.OneOf<string>(Attributes), (name, attributes) => $"<{name}{attributes}/>");
        if (depth == 0)
            return Gen.OneOf(leaf, empty);
        var child = Gen.Select(Gen.OneOf<string>(Between), Gen.OneOf(leaf, empty, Element(depth - 1)), (before, element) => before + element);
        return Gen.Select(name, Gen.OneOf<string>(Attributes), child.List[1, 4], Gen.OneOf<string>(Between),
            (name, attributes, children, after) => $"<{name}{attributes}>{string.Concat(children)}{after}</{name}>");
    }

    private static IEnumerable<string> Framework(XElement element, int depth, string? passed) =>
    [
        $"{depth} {element.Name.LocalName} {(element.Name.LocalName == passed || element.HasElements ? "…" : element.Value)}",
        .. element.Name.LocalName == passed ? [] : element.Elements().SelectMany(child => Framework(child, depth + 1, passed)),
    ];

    private static List<string> Walk(string document, int most, string? passed)
    {
        using var xml = new XmlCursor(new TricklingStream(Encoding.UTF8.GetBytes(document), most));
        var (leaves, found) = (Leaves(document, passed), new List<string>());
        Visit();
        return found;

        void Visit()
        {
            var (depth, name) = (xml.Depth, Encoding.UTF8.GetString(xml.Name));
            var isLeaf = leaves is null || leaves.Dequeue();
            var isPassed = name == passed;
            found.Add($"{depth} {name} {(isLeaf && !isPassed ? xml.ReadText().ToString() : "…")}");
            // What is no document is read to where it stops.
            while ((leaves is null || !isLeaf) && !isPassed && xml.MoveToChild(depth))
                Visit();
        }
    }

    // Of each element that is visited, in the document's order, whether it has none in it; null: this is no document.
    private static Queue<bool>? Leaves(string document, string? passed)
    {
        try
        {
            return new Queue<bool>(Of(XElement.Parse(document)));
        }
        catch (XmlException)
        {
            return null;
        }

        IEnumerable<bool> Of(XElement element) =>
            [!element.HasElements, .. element.Name.LocalName == passed ? [] : element.Elements().SelectMany(Of)];
    }
}
