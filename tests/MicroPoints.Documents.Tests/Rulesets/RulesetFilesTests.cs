using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MicroPoints.Documents.Tests.Imports;
using MicroPoints.Documents.Tests.Papers;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>The shipped ruleset as a 办法 for Word and Excel.</summary>
public sealed class RulesetFilesTests
{
    internal static readonly Ruleset Shipped = YamlRules.ReadRuleset(
        File.ReadAllBytes(Path.Combine(ImportDesk.Rules, "micro-points", "micro-points.yaml")), "micro-points.yaml", Drafted.Kinds);

    internal static RulesetSource Source(Ruleset ruleset, string? stamp = null) =>
        new(ruleset, new Values(ruleset, new Dictionary<string, SettingValue>()), Drafted.Kinds, stamp);

    private static readonly Docx Document = new(RulesetFiles.Docx(Source(Shipped)));

    [Fact]
    public void Both_files_are_valid_by_the_schema_of_their_format()
    {
        Assert.Empty(Document.Faults);
        using var book = SpreadsheetDocument.Open(new MemoryStream(RulesetFiles.Xlsx(Source(Shipped)).Bytes), isEditable: false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(book)
            .Select(e => e.Description));
    }

    [Fact]
    public void The_same_ruleset_gives_the_same_bytes()
    {
        Assert.Equal(RulesetFiles.Docx(Source(Shipped)).Bytes, RulesetFiles.Docx(Source(Shipped)).Bytes);
        Assert.Equal(RulesetFiles.Xlsx(Source(Shipped)).Bytes, RulesetFiles.Xlsx(Source(Shipped)).Bytes);
    }

    [Theory]
    [InlineData("第一章　总则")]
    [InlineData("＿＿＿〔＿＿＿＿〕＿＿号")]
    [InlineData("适用于乡镇商会、街道商会")]
    [InlineData("积分总分100分，加分合计不超过10分，最后得分不超过110分")]
    [InlineData("应建未建党组织：党的组织覆盖为“应建未建”的，等次最高为良好。〔2〕GL2")]
    [InlineData("名额为全县参评商会的20%，不足一家的舍去，不少于1家；名额线上并列的由会议研究。自次年1月1日起1年内有效")]
    [InlineData("位次依次比较总分、服务会员、诚信守法")]
    [InlineData("〔1〕《广西：破解乡镇街道商会“四难”持续发展基础更有保障》，中华工商时报，2022年11月9日")]
    [InlineData("本办法为2026.1版，核验码")]
    [InlineData("（盖章）")]
    public void The_document_says_what_the_ruleset_rules(string text) => Assert.Contains(text, Document.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("M1 走访会员、建立需求清单", "6|按“走访会员并建立需求清单”计，每次（每件）0.5 分依据〔2〕M1|工作记录、需求清单|县工商联")]
    [InlineData("V1 牵线项目", "5|按“牵线投资项目”计，每个对象只计最高一项：签约 2 分、开工或落地 5 分；超出最高分的，每个对象另计 2 分，计入J3依据〔2〕V1|协议书、部门确认|投资促进部门")]
    [InlineData("J3 牵线项目超出部分", "10|不单独计分，计入V1超出最高分的部分依据〔2〕J3，参照温州市2012年在外温州商会考核“多超多得”||")]
    [InlineData("K3 应报未报", "按“应报未报”计，每次扣 0.5 分，最多扣 2 分依据〔2〕K3|工作记录|县工商联")]
    [InlineData("良好", "75分及以上|〔2〕样本")]
    [InlineData("M1 走访会员、建立需求清单（分值）", "2026年1月1日|0.5|〔2〕M1")]
    [InlineData("应建未建党组织限制等次", "启用")]
    public void Each_line_stands_in_a_table_with_its_clause(string name, string rest)
    {
        var row = Document.Rows.First(r => r.Contains(name));
        Assert.Equal(rest, string.Join('|', row.SkipWhile(c => c != name).Skip(1)));
    }

    [Fact]
    public void A_category_is_one_cell_over_its_lines_and_cites_its_own_clause()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Document.Bytes), isEditable: false);
        var cells = document.MainDocumentPart!.Document.Body!.Descendants<Table>()
            .First().Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Skip(1)
            .Select(r => r.Elements<TableCell>().First()).Take(5).ToList();
        Assert.Equal([MergedCellValues.Restart, MergedCellValues.Continue, MergedCellValues.Continue, MergedCellValues.Continue,
            MergedCellValues.Restart], cells.Select(c => c.TableCellProperties!.VerticalMerge!.Val!.Value));
        Assert.Equal("服务会员（24分）依据〔1〕实行“微积分”：服务会员", cells[0].InnerText);
        Assert.Equal("", cells[1].InnerText);
    }

    [Fact]
    public void What_is_not_in_force_and_reference_opinions_stand_in_neither_file()
    {
        var book = string.Join('\n', TableFiles.Instance.Read(RulesetFiles.Xlsx(Source(Shipped)).Bytes).Sheets
            .SelectMany(s => s.Rows.SelectMany(r => Enumerable.Range(1, s.Columns).Select(c => s[r, c]?.Text))));
        foreach (var text in (string[])[Document.Text, book])
        {
            Assert.DoesNotContain("统战部门参阅", text, StringComparison.Ordinal);
            Assert.DoesNotContain("未依法登记的商会", text, StringComparison.Ordinal);
            Assert.Contains("应建未建党组织", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_sample_and_generated_data_say_so_above_every_page()
    {
        var marked = new Docx(RulesetFiles.Docx(Source(Shipped, "程序生成，非真实数据"))).Headers;
        Assert.Equal(["程序生成，非真实数据", "样本：分值由本县正式办法替换后才能用于评价"], marked.Distinct());
        Assert.Empty(new Docx(RulesetFiles.Docx(Source(Shipped with { Sample = false }))).Headers);
    }

    [Fact]
    public void Hostile_titles_stay_text_and_make_no_path()
    {
        const string Title = "=cmd|' /C calc'!A0 <w:p/> ../..\u0007";
        var file = RulesetFiles.Docx(Source(Shipped with { Title = new Title(Title) }));
        Assert.Empty(new Docx(file).Faults);
        Assert.True(file.Name.IndexOfAny(['/', '\\', '<', '|']) < 0, file.Name);
        var formula = Shipped.Categories[0] with { Title = new Title("=1+1") };
        var book = RulesetFiles.Xlsx(Source(Shipped with { Categories = [formula] })).Bytes;
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        Assert.All(workbook.WorkbookPart!.WorksheetParts, s =>
            Assert.Empty(s.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()));
    }
}
