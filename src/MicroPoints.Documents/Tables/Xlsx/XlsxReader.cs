using System.Xml;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>Reads a workbook's sheets part by part, each once and forward only.</summary>
internal static class XlsxReader
{
    public static TableFile Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var package = new XlsxPackage(bytes);
            return WorkbookPart(package) is { } part ? Sheets(package, part) : NoWorkbook(package);
        }
        catch (TableLimitException e) { return new TableFile("xlsx", [], [new TableNote(null, e.What)]); }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or FormatException or OverflowException
            or NotSupportedException or ArgumentException)
        {
            return TableFile.Unreadable("文件损坏，打不开：请用 Excel 或 WPS 打开，另存为 .xlsx 再导入",
                "the workbook is broken: open it in a spreadsheet and save it again");
        }
    }

    private static string? WorkbookPart(XlsxPackage package) =>
        package.Relations("").Values.Where(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Select(r => r.Target)
            .Append("xl/workbook.xml").FirstOrDefault(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && package.Has(p)
                && p.Contains("workbook", StringComparison.OrdinalIgnoreCase));

    private static TableFile NoWorkbook(XlsxPackage package) => package.Has("xl/workbook.bin")
        ? TableFile.Unreadable("这是二进制工作簿（.xlsb）：请另存为 .xlsx", "this is a binary workbook (.xlsb): save it as .xlsx")
        : TableFile.Unreadable("这个文件里没有工作表，不是 .xlsx 表格", "this file holds no workbook: it is no .xlsx");

    private static TableFile Sheets(XlsxPackage package, string part)
    {
        var relations = package.Relations(part);
        var (is1904, named) = Workbook(package, part);
        if (named.Count > Limits.TableSheetsMax) throw new TableLimitException(new Title(
            $"工作表超过 {Limits.TableSheetsMax} 张：请只留要导入的", $"{named.Count} sheets: at most {Limits.TableSheetsMax}"));
        var texts = XlsxTexts.Read(package, Target(relations, "/sharedStrings"));
        var days = XlsxStyles.Read(package, Target(relations, "/styles"));
        var sheets = new List<Sheet>();
        var cells = 0;
        foreach (var (name, id) in named)
        {
            if (!relations.TryGetValue(id, out var relation) || !relation.Type.EndsWith("/worksheet", StringComparison.Ordinal)) continue;
            using var xml = package.Open(relation.Target) ?? throw new InvalidDataException("a sheet is missing");
            var sheet = new XlsxSheet(texts, days, is1904, cells).Read(xml, name);
            cells += sheet.Cells;
            if (!sheet.Sheet.IsEmpty) sheets.Add(sheet.Sheet);
        }
        return sheets.Count > 0 ? new TableFile("xlsx", sheets, []) : TableFile.Unreadable("工作簿是空的", "the workbook is empty");
    }

    private static string? Target(Dictionary<string, (string Type, string Target)> relations, string type) =>
        relations.Values.Where(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Select(r => r.Target).FirstOrDefault();

    /// <summary>Hidden sheets are left out: they hold what templates choose from.</summary>
    private static (bool Is1904, List<(string Name, string Id)> Sheets) Workbook(XlsxPackage package, string part)
    {
        using var xml = package.Open(part) ?? throw new InvalidDataException("the workbook is missing");
        var (is1904, sheets) = (false, new List<(string, string)>());
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") is1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || xml.GetAttribute("state") is "hidden" or "veryHidden") continue;
            var name = xml.GetAttribute("name") ?? "";
            for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
                if (xml.LocalName == "id" && xml.Prefix.Length > 0) sheets.Add((name, xml.Value));
            xml.MoveToElement();
        }
        return (is1904, sheets);
    }
}
