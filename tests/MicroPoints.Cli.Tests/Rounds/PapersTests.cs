using MicroPoints.Cli.Tests.County;

namespace MicroPoints.Cli.Tests.Rounds;

/// <summary>A round's papers written into a directory.</summary>
public sealed class PapersTests
{
    private static async Task<Desk> Locked()
    {
        var desk = await Lenient.Desk();
        await desk.Does("round open trial --scope 990101 --period 2026");
        await desk.Does("round lock trial");
        return desk;
    }

    private static IEnumerable<string> Files(Desk desk) =>
        Directory.EnumerateFiles(desk.PathOf("papers")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    [Fact]
    public async Task Every_paper_that_can_be_printed_is_written_and_a_slip_for_each_chamber()
    {
        using var desk = await Locked();
        var said = (await desk.Does($"round papers trial --out {desk.PathOf("papers")} --output json")).Json;
        Assert.Equal(Files(desk), said.GetProperty("files").EnumerateArray().Select(f => f.GetString()!).Order(StringComparer.Ordinal));
        Assert.Contains("2026 年度评价预演 公示.docx", Files(desk));
        Assert.Equal(3, Files(desk).Count(f => f.StartsWith("2026 年度评价预演 致商会得分反馈单 ", StringComparison.Ordinal)));
        Assert.DoesNotContain("2026 年度评价预演 通报.docx", Files(desk));
    }

    [Fact]
    public async Task One_paper_of_one_chamber_is_written_alone()
    {
        using var desk = await Locked();
        await desk.Does($"round papers trial --out {desk.PathOf("papers")} --paper feedback --chamber c-02");
        Assert.Equal("2026 年度评价预演 致商会得分反馈单 白沙镇商会.docx", Assert.Single(Files(desk)));
    }

    [Theory]
    [InlineData("--paper announcement", "announcement cannot be printed yet")]
    [InlineData("--paper medal", "is none of self-assessment|")]
    [InlineData("--server http://localhost:1", "works on a data directory, not on a server")]
    public async Task What_cannot_be_printed_says_why_and_writes_nothing(string words, string why)
    {
        using var desk = await Locked();
        (await desk.Run($"round papers trial --out {desk.PathOf("papers")} {words}")).CouldNotRun(why);
        Assert.False(Directory.Exists(desk.PathOf("papers")));
    }

    [Theory]
    [InlineData("elsewhere", "", "round-unknown")]
    [InlineData("trial", " --chamber c-99", "chamber-unknown")]
    public async Task An_unknown_round_or_chamber_is_refused(string round, string words, string refusal)
    {
        using var desk = await Locked();
        (await desk.Run($"round papers {round} --out {desk.PathOf("papers")}{words}")).No(refusal);
    }
}
