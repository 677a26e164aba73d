using System.Text.Json;

namespace MicroPoints.Cli.Tests.County;

/// <summary>A scorecard explained as a locked round counts it, whatever the ledger says since.</summary>
public sealed class ExplainRoundTests
{
    [Fact]
    public async Task It_counts_what_was_frozen_and_nothing_since()
    {
        using var desk = await Lenient.Desk();
        await desk.Does("round open trial --scope 990101 --period 2026");
        (await desk.Run("explain c-01 --round trial")).No("round-wrong-state", "not locked");
        await desk.Does("round lock trial");
        var before = Line(await desk.Does("explain c-03 --round trial --line M1 --output json"), out var isProvisional);
        // Until it is sealed an objection may still move it.
        Assert.True(isProvisional);
        await desk.Does("activities record --chamber c-03 --kind member.visited --on 2026-03-02 --count 4");
        Assert.Equal(before, Line(await desk.Does("explain c-03 --round trial --line M1 --output json"), out _));
        Assert.NotEqual(before, Line(await desk.Does("explain c-03 --line M1 --output json"), out isProvisional));
        Assert.True(isProvisional);
        Assert.Contains("评价锁定的数据，还没有封存", (await desk.Does("explain c-03 --round trial")).Out);
    }

    [Theory]
    [InlineData("explain c-01 --round trial --period 2026", 1, "leave out --period", "--round says")]
    [InlineData("explain c-01 --round nothing", 2, "round-unknown", "nothing")]
    [InlineData("explain c-99 --round trial", 2, "chamber-unknown", "not among")]
    public async Task What_cannot_be_asked_is_refused(string line, int code, string saying, string naming)
    {
        using var desk = await Lenient.Desk();
        await desk.Does("round open trial --scope 990101 --period 2026");
        await desk.Does("round lock trial");
        var ran = await desk.Run(line);
        _ = code == 1 ? ran.CouldNotRun(saying, naming) : ran.No(saying, naming);
    }

    private static string Line(Ran ran, out bool isProvisional)
    {
        using var told = JsonDocument.Parse(ran.Out);
        isProvisional = told.RootElement.GetProperty("provisional").GetBoolean();
        return told.RootElement.GetProperty("lines")[0].GetRawText();
    }
}
