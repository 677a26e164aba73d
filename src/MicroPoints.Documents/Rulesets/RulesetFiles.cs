namespace MicroPoints.Documents;

/// <summary>A ruleset as an office file. The same ruleset gives the same bytes.</summary>
public static class RulesetFiles
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>For Word and WPS, in the layout of GB/T 9704.</summary>
    public static PaperFile Docx(RulesetSource source) => new(NameOf(source, ".docx"), DocxWriter.Write(RulesetPaper.Of(source)));

    public static PaperFile Xlsx(RulesetSource source) => new(NameOf(source, ".xlsx"), XlsxWriter.Write(RulesetBook.Of(source)));

    /// <summary>A name for a file of it that every system takes.</summary>
    public static string NameOf(RulesetSource source, string ending)
    {
        var name = string.Concat($"{source.Ruleset.Title.Zh} {source.Ruleset.Version}"
            .Select(c => char.IsControl(c) || char.IsSurrogate(c) || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return (name.Length > 80 ? name[..80] : name).Trim(' ', '.') + ending;
    }
}
