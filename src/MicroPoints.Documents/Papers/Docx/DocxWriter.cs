using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MicroPoints.Documents;

/// <summary>Writes a paper as a document that Word and WPS open, in the layout of GB/T 9704.</summary>
public static class DocxWriter
{
    public static byte[] Write(PaperToWrite paper)
    {
        using var made = new MemoryStream();
        using (var document = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxLook.Styles();
            main.AddNewPart<FontTablePart>("fonts").Fonts = DocxFonts.Table();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings();
            var frame = DocxFrame.Add(main, paper);
            main.Document = new Document(new Body(DocxBody.Of(paper).Append(frame)));
        }
        return FixedZip.Of(made);
    }

    /// <summary>Page numbers stand outside, so odd and even pages differ.</summary>
    private static Settings Settings() => new(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));
}
