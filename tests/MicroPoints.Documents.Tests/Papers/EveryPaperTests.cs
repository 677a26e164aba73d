using MicroPoints.Rounds;

namespace MicroPoints.Documents.Tests.Papers;

/// <summary>What holds of every paper at every step: valid, the same every time, and without what must never be printed.</summary>
public sealed class EveryPaperTests
{
    private static readonly string[] Never = ["表彰", "示范", "红黑榜", "不合格", "僵尸", "参阅信息", "united-front"];

    [Fact]
    public async Task Every_paper_of_a_sealed_round_is_written_and_valid()
    {
        var papers = await (await PaperDesk.Sealed()).WriteAll();
        Assert.Equal(Enum.GetValues<PrintedPaper>(), papers.Select(Kind).Distinct().Order());
        Assert.All(papers, p => Assert.Empty(p.Faults));
    }

    [Fact]
    public async Task No_paper_says_a_word_that_is_not_for_paper_or_tells_of_a_reference_opinion()
    {
        var desk = await PaperDesk.Sealed();
        Assert.Contains((await desk.Read()).Cards, c => c.Outcomes.Any(o => o.Outcome.Id == "united-front-reference" && o.IsEligible));
        Assert.All(await desk.WriteAll(), p => Assert.All(Never, w => Assert.DoesNotContain(w, p.Text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_round_gives_the_same_bytes_another_day()
    {
        var desk = await PaperDesk.Sealed();
        var before = await desk.WriteAll();
        desk.Desk.Now = desk.Desk.Now.AddDays(100);
        Assert.Equal(before.Select(p => p.Bytes), (await desk.WriteAll()).Select(p => p.Bytes));
    }

    [Fact]
    public async Task Real_data_have_nothing_above_the_page_and_generated_ones_and_rehearsals_say_so()
    {
        Assert.All(await (await PaperDesk.Locked()).WriteAll(), p => Assert.Empty(p.Headers));
        var trial = await (await PaperDesk.Locked(RoundPurpose.Rehearsal, PaperDesk.Stamp)).WriteAll();
        Assert.All(trial, p => Assert.Equal(["预　演　·　不　作　数", PaperDesk.Stamp, "预　演　·　不　作　数", PaperDesk.Stamp], p.Headers));
        Assert.All(trial, p => Assert.Contains("（预演）", p.Paragraphs[0] + p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_that_looks_like_markup_is_text()
    {
        const string Name = "<w:p/>&amp;]]><!-- \"商会' {PAGE} ../..";
        var desk = await PaperDesk.Locked(hostile: Name);
        var papers = await desk.WriteAll();
        Assert.All(papers, p => Assert.Empty(p.Faults));
        Assert.Contains(Name, (await desk.Write(PrintedPaper.Summary))!.Row(Name));
        Assert.DoesNotContain(papers, p => p.Name.IndexOfAny(['<', '>', '/', '\\', '"', ':']) >= 0);
    }

    [Fact]
    public void Characters_that_no_document_may_hold_are_replaced_and_lines_are_kept()
    {
        var file = new PaperFile("x", DocxWriter.Write(new PaperToWrite([new PaperBlock.Words("a\u0007b\uD800c\r\nd 😀")])));
        Assert.Equal("a\uFFFDb\uFFFDc\nd 😀", Assert.Single(new Docx(file).Paragraphs));
    }

    [Fact]
    public async Task Pages_are_A4_with_the_margins_of_official_papers_and_the_summary_is_A3_lying()
    {
        var desk = await PaperDesk.Locked();
        Assert.Equal("11906×16838 2097 1587 1984 1474", Page((await desk.Write(PrintedPaper.VettingLetter))!));
        Assert.Equal("23811×16838 2097 1587 1984 1474", Page((await desk.Write(PrintedPaper.Summary))!));
    }

    [Fact]
    public async Task Page_numbers_stand_between_dashes_on_odd_and_even_pages() =>
        Assert.All(await (await PaperDesk.Locked()).WriteAll(), p => Assert.Equal(["— 1 —", "— 1 —"], p.Footers));

    [Theory]
    [InlineData("draft", "self-assessment")]
    [InlineData("locked", "self-assessment vetting-letter summary meeting")]
    [InlineData("vetted", "self-assessment vetting-letter summary notice meeting")]
    [InlineData("noticed", "self-assessment vetting-letter summary notice notice-report meeting")]
    [InlineData("decided", "self-assessment vetting-letter summary notice notice-report meeting announcement briefing")]
    public async Task A_paper_is_printed_when_its_step_has_come(string step, string slugs)
    {
        var desk = await (step switch
        {
            "draft" => PaperDesk.Open(),
            "locked" => PaperDesk.Locked(),
            "vetted" => PaperDesk.Vetted(),
            "noticed" => PaperDesk.Noticed(),
            _ => PaperDesk.Decided(),
        });
        var offered = PaperList.Of(await desk.State());
        Assert.Equal(step != "draft", offered.Single(o => o.Paper == PrintedPaper.Feedback).Missing is null);
        foreach (var (paper, missing) in offered.Where(o => o.Paper != PrintedPaper.Feedback))
        {
            Assert.Equal(slugs.Split(' ').Contains(paper.Slug()), missing is null);
            Assert.Equal(missing is null, await desk.Write(paper) is not null);
        }
    }

    [Fact]
    public void A_paper_is_found_by_the_name_it_has_in_addresses()
    {
        Assert.All(Enum.GetValues<PrintedPaper>(), p => Assert.Equal(p, PaperNames.Find(p.Slug())));
        Assert.Equal([null, null], new[] { PaperNames.Find("Notice"), PaperNames.Find(null) });
    }

    private static PrintedPaper Kind(Docx paper) =>
        Enum.GetValues<PrintedPaper>().First(k => paper.Name.Contains($" {k.Title().Zh}", StringComparison.Ordinal)
            && (k != PrintedPaper.Notice || !paper.Name.Contains("情况说明", StringComparison.Ordinal)));

    private static string Page(Docx paper)
    {
        var size = paper.Section.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.PageSize>()!;
        var margin = paper.Section.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.PageMargin>()!;
        return $"{size.Width}×{size.Height} {margin.Top} {margin.Left} {margin.Bottom} {margin.Right}";
    }
}
