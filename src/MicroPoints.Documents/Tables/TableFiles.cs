using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>Reads workbooks and CSV, writes workbooks.</summary>
public sealed class TableFiles : ITableFiles
{
    public static TableFiles Instance { get; } = new();

    public TableFile Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > Limits.TableBytesMax) return TableFile.Unreadable(
            $"文件有 {bytes.Length / 1_000_000.0:0.#} MB，超过 {Limits.TableBytesMax / 1_000_000} MB：表里多半有图片，请删去图片，只留要导入的工作表",
            $"the file has {bytes.Length} bytes, at most {Limits.TableBytesMax}: remove pictures and keep only the sheet to import");
        return bytes.Span switch
        {
            [] => TableFile.Unreadable("文件是空的", "the file is empty"),
            [0x50, 0x4B, ..] => XlsxReader.Read(bytes),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => OfCompound(bytes.Span),
            [0x25, 0x50, 0x44, 0x46, ..] =>
                TableFile.Unreadable("这是 PDF，不是表格：请用原来的 Excel 文件", "this is a PDF, no table: use the spreadsheet it was made from"),
            _ => CsvSheet.Read(bytes),
        };
    }

    public byte[] Write(IReadOnlyList<TableToWrite> tables) => XlsxWriter.Write(tables);

    /// <summary>The container of old Office and WPS files, and of workbooks with a password.</summary>
    private static TableFile OfCompound(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
            ? TableFile.Unreadable("文件有打开密码：请去掉密码再导入", "the workbook has a password: remove it and import again")
            : TableFile.Unreadable("这是旧格式（.xls、.et）的文件：请用 Excel 或 WPS 打开，另存为 .xlsx",
                "this is an old .xls or .et file, whatever its name: open it and save it as .xlsx");
}
