using System.Xml;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>Reads a 办法 out of a document (.docx) or a workbook (.xlsx). What a file is, is told by its bytes, never by its name.</summary>
public static class RulesetDocuments
{
    private const string Again = "：请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 再上传";

    public static WrittenRules Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > Limits.TableBytesMax) return WrittenRules.Unreadable(
            $"文件有 {bytes.Length / 1_000_000.0:0.#} MB，超过 {Limits.TableBytesMax / 1_000_000} MB：里面多半有图片，请删去图片",
            $"the file has {bytes.Length} bytes, at most {Limits.TableBytesMax}: remove its pictures");
        return bytes.Span switch
        {
            [] => WrittenRules.Unreadable("文件是空的", "the file is empty"),
            [0x50, 0x4B, ..] => OfPackage(bytes),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => bytes.Span.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? WrittenRules.Unreadable("文件有打开密码：请去掉密码再上传", "the file has a password: remove it and send it again")
                : WrittenRules.Unreadable("这是旧格式（.doc、.xls、.wps、.et）的文件" + Again,
                    "this is an old .doc, .xls, .wps or .et file, whatever its name: open it and save it as .docx or .xlsx"),
            [0x25, 0x50, 0x44, 0x46, ..] => WrittenRules.Unreadable(
                "这是 PDF：请用排版前的 Word 或 Excel 文件", "this is a PDF: use the document it was made from"),
            _ => WrittenRules.Unreadable("这不是 Word 或 Excel 文件" + Again,
                "this is neither a document nor a workbook: save it as .docx or .xlsx"),
        };
    }

    private static WrittenRules OfPackage(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var package = new XlsxPackage(bytes);
            if (package.Has("word/vbaProject.bin") || package.Has("xl/vbaProject.bin")) return WrittenRules.Unreadable(
                "文件里有宏：请另存为不含宏的 .docx 或 .xlsx", "the file holds macros: save it as .docx or .xlsx, which hold none");
            var main = package.Relations("").Values.Where(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal))
                .Select(r => r.Target).FirstOrDefault() ?? "";
            if (main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && package.Has(main)) return OfDocument(package, main);
            if (!main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) return WrittenRules.Unreadable(
                "这个压缩文件里没有 Word 文档或 Excel 工作簿" + Again, "this zip holds neither a document nor a workbook: save it as .docx or .xlsx");
        }
        catch (TableLimitException e) { return new WrittenRules([], [], [new TableNote(null, e.What)]); }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or FormatException or OverflowException
            or NotSupportedException or ArgumentException)
        {
            return WrittenRules.Unreadable("文件损坏，打不开" + Again, "the file is broken: open it and save it again as .docx or .xlsx");
        }
        var book = TableFiles.Instance.Read(bytes);
        return new WrittenRules([], book.Sheets, book.Problems);
    }

    private static WrittenRules OfDocument(XlsxPackage package, string main)
    {
        using var xml = package.Open(main) ?? throw new InvalidDataException("the document is missing");
        var (paragraphs, tables) = new DocxTables().Read(xml);
        return tables.Count == 0
            ? WrittenRules.Unreadable("文档里没有表格：办法的指标要在表格里（图片里的表格读不出来）",
                "the document holds no table: its indicators have to stand in one (a picture of one cannot be read)")
            : new WrittenRules(paragraphs, tables, []) { IsDocument = true };
    }
}
