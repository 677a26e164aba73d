using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace MicroPoints.Documents;

/// <summary>The texts that cells of a workbook share.</summary>
internal static partial class XlsxTexts
{
    public static List<string> Read(XlsxPackage package, string? part)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        using var xml = package.Open(part);
        while (xml?.Read() == true)
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") texts.Add(Text(xml));
        return texts;
    }

    /// <summary>
    /// All runs of the element where the reader stands, without how to pronounce them; the reader then stands at its end.
    /// </summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (text, depth, pronounced) = (new StringBuilder(), xml.Depth, 0);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false }) pronounced = xml.Depth;
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "rPh" }) pronounced = 0;
            else if (pronounced == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                && text.Length <= Limits.TableCellLengthMax) text.Append(xml.Value);
        }
        return Plain(text.ToString());
    }

    /// <summary>Excel writes characters that XML has none for as <c>_x000D_</c>.</summary>
    public static string Plain(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text : Escaped().Replace(text,
        m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
