using System.IO.Compression;
using System.Text;
using MicroPoints.Documents.Tests.Xlsx;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>Files that hold a 办法, and files that do not: said in words, never by an exception.</summary>
public sealed class RulesetDocumentsTests
{
    private const string Heading = "一级指标|二级指标|分值|评分标准";

    [Fact]
    public void Merged_cells_of_a_document_are_seen_over_their_rows_and_columns()
    {
        var sheet = Assert.Single(RulesetDocuments.Read(new WrittenDocument().Table("甲|乙|丙", "一|2>二三", "^|四|五").Bytes()).Tables);
        Assert.Equal(["一", "二三", "二三", "一", "四", "五"], new[] { (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3) }
            .Select(p => sheet.Seen(p.Item1, p.Item2)!.Text));
        Assert.Equal(new MergedRange(2, 1, 3, 1), sheet.MergedAt(3, 1));
    }

    [Fact]
    public void A_table_inside_another_is_a_table_of_its_own()
    {
        var read = RulesetDocuments.Read(new WrittenDocument().Say("某县办法").TableInside(Heading, "服务|会员诉求办结|5|每件得1分").Bytes());
        Assert.Equal(["某县办法"], read.Paragraphs);
        Assert.Equal(["外面的话", "一级指标"], read.Tables.Select(t => t[1, 1]!.Text.Split('\n')[0]));
        Assert.Equal("5", Assert.Single(Drafted.Of(read).Ruleset.Leaves).Cap.ToString());
    }

    [Fact]
    public void What_a_revision_deleted_and_fields_compute_is_not_read()
    {
        const string Body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>留下</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
            + "<w:r><w:instrText> PAGE </w:instrText></w:r><w:ins><w:r><w:t>加上</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>";
        Assert.Equal("留下加上", RulesetDocuments.Read(Package("word/document.xml", Xml(Body))).Tables[0][1, 1]!.Text);
    }

    private static readonly Dictionary<string, (Func<byte[]> File, string Saying)> Refused = new()
    {
        ["nothing"] = (() => [], "空"),
        ["old"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], "旧格式"),
        ["password"] = (() => [0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "密码"),
        ["pdf"] = (() => "%PDF-1.7"u8.ToArray(), "PDF"),
        ["text"] = (() => "一级指标,分值"u8.ToArray(), "不是 Word 或 Excel"),
        ["broken"] = (() => "PK\u0003\u0004 broken"u8.ToArray(), "损坏"),
        ["torn"] = (() => new WrittenDocument().Table(Heading, "甲|乙|1|每次得1分").Bytes()[..900], "损坏"),
        ["other zip"] = (() => Package("content.xml", "<a/>"), "没有 Word 文档"),
        ["macros"] = (() => Package("word/document.xml", Xml("<w:p/>"), "word/vbaProject.bin"), "宏"),
        ["macros in a workbook"] = (() => Package("xl/workbook.xml", "<workbook/>", "xl/vbaProject.bin"), "宏"),
        ["entities"] = (() => Package("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>"), "损坏"),
        ["no table"] = (() => new WrittenDocument().Say("第一条").Bytes(), "没有表格"),
        ["another table"] = (() => new WrittenDocument().Table("姓名|电话", "甲|1").Bytes(), "没有找到评分表"),
        ["a heading alone"] = (() => new WrittenDocument().Table(Heading).Bytes(), "没有指标"),
        ["large"] = (() => new byte[Limits.TableBytesMax + 1], "超过 10 MB"),
        ["unpacked large"] = (() => Package("word/document.xml", Xml(""), spaces: (int)Limits.TableUnpackedBytesMax), "太大"),
        ["wide"] = (() => Package("word/document.xml",
            Xml("<w:tbl><w:tr>" + string.Concat(Enumerable.Repeat("<w:tc/>", 700)) + "</w:tr></w:tbl>")), "列"),
        ["deep"] = (() => Package("word/document.xml", Xml(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 60))
            + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 60)))), "套得太深"),
        ["long"] = (() => new WrittenDocument().Table([Heading, .. Enumerable.Range(0, 501).Select(i => $"服务|事项{i}|1|每次得1分")])
            .Bytes(), "超过 500 行"),
    };

    public static TheoryData<string> RefusedNames => [.. Refused.Keys];

    [Theory, MemberData(nameof(RefusedNames))]
    public void What_holds_no_rules_is_refused_in_words(string what)
    {
        var (file, saying) = Refused[what];
        var answer = RulesetDrafting.Draft(RulesetDocuments.Read(file()), new DraftRequest("x", null, new DateOnly(2027, 1, 1)),
            Drafted.Kinds);
        Assert.Null(answer.Draft);
        Assert.Contains(saying, Assert.Single(answer.Problems).What.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("走访\n- id: evil\n  cap: 9999")]
    [InlineData("'走访', cap: 99 } # ")]
    [InlineData("=HYPERLINK(A1)+cmd!A0")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("走访\u2028- id: evil\u0085")]
    [InlineData("$visit-points")]
    [InlineData("*anchor &x !!str {a: b}")]
    public void Hostile_text_stays_text_in_the_draft_and_its_comments(string text)
    {
        var draft = Drafted.Of(new WrittenDocument().Say(text).Table(Heading, $"{text}|{text}|5|{text}，每次得1分").Bytes());
        var line = Assert.Single(draft.Ruleset.AllIndicators);
        Assert.Equal("5", line.Cap.ToString());
        Assert.DoesNotContain(draft.Written.Rules.Split('\n'), l => l.Trim() == "- id: evil");
        Assert.Equal(draft.Written.Rules,
            Drafted.Of(new WrittenDocument().Say(text).Table(Heading, $"{text}|{text}|5|{text}，每次得1分").Bytes()).Written.Rules);
    }

    [Fact]
    public void A_workbook_is_read_by_its_bytes_whatever_it_is_called()
    {
        var rules = RulesetDocuments.Read(Book.Of(["类别", "项目", "分值", "评分标准"], ["服务", "会员诉求办结", 5, "每件得1分"]));
        Assert.Equal(("汇总!B2", new Score.PerCount(new Number(100))), (Drafted.Of(rules).Ruleset.Leaves.Single().Cite.Clause,
            Drafted.Of(rules).Ruleset.Leaves.Single().Score as Score.PerCount));
    }

    private static string Xml(string body) =>
        $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>";

    /// <param name="spaces">How much room there is in front of the document.</param>
    private static byte[] Package(string main, string xml, string? other = null, int spaces = 0)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                + $"Target=\"{main}\"/></Relationships>");
            Add(zip, main, xml, spaces);
            if (other is not null) Add(zip, other, "x");
        }
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text, int spaces = 0)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        var block = new string(' ', 1_000_000);
        for (var left = spaces; left > 0; left -= block.Length) writer.Write(block);
        writer.Write(text);
    }
}
