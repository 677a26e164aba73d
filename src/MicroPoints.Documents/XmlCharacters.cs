using System.Text;
using System.Xml;

namespace MicroPoints.Documents;

/// <summary>Text as an office file may hold it.</summary>
internal static class XmlCharacters
{
    /// <summary>Characters that XML has none for are shown as a replacement.</summary>
    public static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i])) valid.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) valid.Append(text[i]).Append(text[++i]);
            else valid.Append('\uFFFD');
        return valid.ToString();
    }
}
