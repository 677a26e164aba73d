using System.Globalization;
using System.Xml;

namespace MicroPoints.Documents;

/// <summary>Which of a workbook's styles show a number as a day.</summary>
internal static class XlsxStyles
{
    public static List<bool> Read(XlsxPackage package, string? part)
    {
        var (isDay, formats, inCells) = (new List<bool>(), new Dictionary<int, string>(), false);
        if (part is null) return isDay;
        using var xml = package.Open(part);
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt"
                && Whole(xml.GetAttribute("numFmtId")) is { } id) formats[id] = xml.GetAttribute("formatCode") ?? "";
            if (inCells && xml.LocalName == "xf"
                && isDay.Count < 100_000) isDay.Add(IsDay(Whole(xml.GetAttribute("numFmtId")) ?? 0, formats));
        }
        return isDay;
    }

    /// <summary>
    /// Excel's own formats of days, those of East Asia among them, which WPS uses and no file spells out; else by its letters.
    /// </summary>
    private static bool IsDay(int format, Dictionary<int, string> formats) =>
        formats.TryGetValue(format, out var code) ? IsDay(code) : format is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58;

    private static bool IsDay(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (c == '\\') i++;
            else if (c == '"') quoted = !quoted;
            else if (c == '[') bracketed = true;
            else if (c == ']') bracketed = false;
            else if (!quoted && !bracketed && c is 'y' or 'Y' or 'd' or 'D' or 'e') return true;
        }
        return false;
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
