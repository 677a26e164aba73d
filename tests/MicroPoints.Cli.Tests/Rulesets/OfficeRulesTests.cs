using System.IO.Compression;

namespace MicroPoints.Cli.Tests.Rulesets;

/// <summary>A ruleset goes out as a 办法 and comes back as a draft, on the command line.</summary>
public sealed class OfficeRulesTests
{
    [Theory]
    [InlineData("办法.docx")]
    [InlineData("办法.xlsx")]
    public async Task What_is_exported_is_imported_as_a_draft_that_passes_the_check(string file)
    {
        using var desk = new Desk();
        Assert.Contains("34 项指标", (await desk.Does($"rules export {Repository.Ruleset} --out {file}")).Out);
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(desk.PathOf(file))[..2]);
        var imported = (await desk
            .Does($"rules import {file} --id county --title 某县办法 --from 2027-01-01 --out draft.yaml --output json")).Json;
        Assert.Equal((9, 34, 5, 0), (imported.GetProperty("categories").GetInt32(), imported.GetProperty("indicators").GetInt32(),
            imported.GetProperty("deductions").GetInt32(), imported.GetProperty("newKinds").GetInt32()));
        Assert.True(imported.GetProperty("questions").GetArrayLength() > 0);
        Assert.Contains("county@2027.0-draft 某县办法，34 项指标，可用 fine, 0 warning(s)", (await desk.Does("rules check draft.yaml")).Out);
        Assert.Contains("每次（每件）0.5 分", (await desk.Does("rules explain draft.yaml M1")).Out);
    }

    [Fact]
    public async Task Open_questions_say_where_what_was_assumed_and_what_to_decide()
    {
        using var desk = new Desk().Write("办法.docx", Table("服务会员", "编内刊", "5", "按质量评分"));
        var said = (await desk.Does("rules import 办法.docx --id county --out draft.yaml")).Out;
        foreach (var text in (string[])["待定", "第 1 张表第 2 行  A1", "按质量评分", "每项 0–5 分，须说明理由", "评分标准没有读懂", "新拟 1 种积分事项"])
            Assert.Contains(text, said);
        Assert.Contains("# 待定：第 1 张表第 2 行：“服务会员 | 编内刊 | 5 | 按质量评分”", File.ReadAllText(desk.PathOf("draft.yaml")));
        (await desk.Does("rules check draft.yaml")).Reports(0, "1 项指标，可用 fine");
        File.Delete(desk.PathOf("draft.activities.yaml"));
        (await desk.Run("rules check draft.yaml")).Reports(2, "draft.a1");
    }

    [Fact]
    public async Task A_draft_that_somebody_works_on_is_never_written_over()
    {
        using var desk = new Desk().Write("办法.docx", Table("服务会员", "编内刊", "5", "每次得1分")).Write("draft.yaml", "mine");
        (await desk.Run("rules import 办法.docx --id county --out draft.yaml")).CouldNotRun("draft.yaml is there already");
        Assert.Equal("mine", File.ReadAllText(desk.PathOf("draft.yaml")));
        desk.Write("other.activities.yaml", "mine too");
        (await desk.Run("rules import 办法.docx --id county --out other.yaml")).CouldNotRun("other.activities.yaml is there already");
        Assert.False(File.Exists(desk.PathOf("other.yaml")));
    }

    [Theory]
    [InlineData("rules export r.yaml --out 办法.pdf", "name a file that ends in .docx or .xlsx")]
    [InlineData("rules export nothing.yaml --out 办法.docx", "there is no file nothing.yaml")]
    [InlineData("rules import nothing.docx --id x --out d.yaml", "there is no file nothing.docx")]
    [InlineData("rules import a.docx --id x --out d.json", "name a file that ends in .yaml")]
    [InlineData("rules import a.docx --id 县 --out d.yaml", "is not an id")]
    [InlineData("rules import a.docx --id x --from 2027 --out d.yaml", "is not a day")]
    [InlineData("rules import a.docx --out d.yaml", "--id")]
    public async Task Wrong_usage_is_told(string line, string saying)
    {
        using var desk = new Desk().Write("a.docx", "x");
        (await desk.Run(line)).CouldNotRun(saying);
    }

    [Theory]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("PK\u0003\u0004 torn", "损坏")]
    [InlineData("一级指标", "neither a document nor a workbook")]
    public async Task A_file_without_rules_is_refused_and_nothing_is_written(string content, string saying)
    {
        using var desk = new Desk().Write("a.docx", content);
        (await desk.Run("rules import a.docx --id x --out d.yaml")).No("no draft was made", saying);
        Assert.Equal(["a.docx"], desk.Snapshot().Keys);
    }

    [Fact]
    public async Task A_ruleset_with_errors_is_not_exported()
    {
        using var desk = new Desk().Write("r.yaml", "ruleset: x\n");
        (await desk.Run("rules export r.yaml --out 办法.docx")).No("r.yaml has errors");
        Assert.False(File.Exists(desk.PathOf("办法.docx")));
    }

    /// <summary>A document of one table with one line, as Word writes it.</summary>
    private static byte[] Table(params string[] cells)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                + "Target=\"word/document.xml\"/></Relationships>");
            Add(zip, "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>"
                + Row("一级指标", "二级指标", "分值", "评分标准") + Row(cells) + "</w:tbl></w:body></w:document>");
        }
        return stream.ToArray();
    }

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>"))}</w:tr>";

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
