namespace MicroPoints.Rounds;

/// <summary>What an attached file is, by its own bytes. Values are written into entries: append only.</summary>
public enum ScanFormat
{
    Pdf = 1,
    Jpeg = 2,
    Png = 3,
    Docx = 4,
}

/// <summary>Tells formats by what a file begins with: a name can say anything.</summary>
public static class ScanFormats
{
    private static ReadOnlySpan<byte> Pdf => "%PDF-"u8;
    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];
    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    /// <summary>Stands plainly in the zip that a document is, and in no workbook or other zip.</summary>
    private static ReadOnlySpan<byte> DocumentPart => "word/document.xml"u8;

    /// <summary>Null where it is none that is kept.</summary>
    public static ScanFormat? Of(ReadOnlySpan<byte> file) =>
        file.StartsWith(Pdf) ? ScanFormat.Pdf : file.StartsWith(Jpeg) ? ScanFormat.Jpeg : file.StartsWith(Png) ? ScanFormat.Png
        : file.StartsWith(Zip) && file.IndexOf(DocumentPart) > 0 ? ScanFormat.Docx : null;

    /// <summary>What a file of it is called after the dot.</summary>
    public static string Extension(this ScanFormat format) => format switch
    {
        ScanFormat.Pdf => "pdf",
        ScanFormat.Jpeg => "jpg",
        ScanFormat.Png => "png",
        ScanFormat.Docx => "docx",
        _ => throw new InvariantException("unknown format of a scan"),
    };

    /// <summary>How it is named to a browser.</summary>
    public static string MediaType(this ScanFormat format) => format switch
    {
        ScanFormat.Pdf => "application/pdf",
        ScanFormat.Jpeg => "image/jpeg",
        ScanFormat.Png => "image/png",
        ScanFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => throw new InvariantException("unknown format of a scan"),
    };
}
