using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MicroPoints.Web;

/// <summary>HTML as it is written: markup is ours, text is always encoded.</summary>
internal sealed class PageText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();

    /// <summary>Markup, from this program alone.</summary>
    public PageText Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>An element with text in it.</summary>
    public PageText Element(string name, string text, string attributes = "")
    {
        _html.Append('<').Append(name);
        if (attributes.Length > 0) _html.Append(' ').Append(attributes);
        _html.Append('>').Append(Encoder.Encode(text)).Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>A text as an attribute's value, quotes included.</summary>
    public static string Value(string text) => $"\"{Encoder.Encode(text)}\"";

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_html.ToString());
}
