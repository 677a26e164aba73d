using MicroPoints.Conformance;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Rulesets;

/// <summary>A period replayed under two rulesets: from what a sealed round froze, else from the ledgers; nothing is stored.</summary>
/// <remarks>A chamber of which nothing was recorded has three points: nobody complained of it.</remarks>
public sealed class ImpactServiceTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Dictionary<string, SettingValue> Defaults = [];

    private static async Task<RoundDesk> Desk()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Record(Sample.East, Sample.Visit("v", times: 4));
        return desk;
    }

    private static ImpactQuery Query(Workspace workspace, Period? period = null) => new(
        new RulesInUse(workspace.Format.ReadRuleset(RoundDesk.Bytes("micro-points/micro-points.yaml"), workspace.Kinds), Defaults),
        new RulesInUse(workspace.Format.ReadRuleset(PublishingDesk.Own(), workspace.Kinds), Defaults),
        Sample.County, period ?? Sample.Year2026);

    private static (string Before, string After) Totals(ImpactAnswer answer, ChamberId chamber) =>
        answer.Impact.Chambers.First(c => c.Chamber == chamber) is var found
            ? (found.Before.Total.ToString(), found.After.Total.ToString()) : default;

    [Fact]
    public async Task The_ledgers_are_read_as_they_stand_and_nothing_is_written()
    {
        var desk = await Desk();
        var heads = await desk.Heads();
        var answer = await desk.Workspace.Impact.Of(Query(desk.Workspace), null, Never);
        Assert.Equal(("5", "7"), Totals(answer, Sample.East));
        Assert.Equal(("3", "3"), Totals(answer, Sample.West));
        Assert.Null(answer.Round);
        Assert.Equal("east", answer.Names[Sample.East]);
        Assert.Equal(heads, await desk.Heads());
    }

    [Fact]
    public async Task A_draft_scores_what_is_recorded_later_too_where_no_round_is_sealed()
    {
        var desk = await Desk();
        await desk.Record(Sample.West, Sample.Visit("w", times: 2));
        Assert.Equal(("4", "5"), Totals(await desk.Workspace.Impact.Of(Query(desk.Workspace), null, Never), Sample.West));
    }

    [Fact]
    public async Task A_sealed_rounds_frozen_facts_are_replayed_whatever_was_recorded_since()
    {
        var desk = (await LightDesk.Noticed()).On("2026-12-10");
        LightDesk.Recorded(await desk.Decide());
        await desk.Seal();
        await desk.RecordLate("late", 7);
        var answer = await desk.Desk.Workspace.Impact.Of(Query(desk.Desk.Workspace), null, Never);
        Assert.Equal(LightDesk.Round, answer.Round);
        Assert.Equal((("3.5", "4"), ("4", "5")), (Totals(answer, Sample.East), Totals(answer, Sample.West)));
        Assert.Contains(ImpactTables.Heading(answer), l => l.Contains("封存的数据", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rulesets_of_other_periods_are_not_compared()
    {
        var desk = await Desk();
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(async () =>
            await desk.Workspace.Impact.Of(Query(desk.Workspace, period: Period.Parse("2026Q1")), null, Never));
        Assert.Equal(Refusal.PeriodNotOfRuleset, refused.Reason);
    }

    [Fact]
    public async Task A_period_that_has_not_begun_has_nothing_to_replay()
    {
        var desk = await Desk();
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(async () =>
            await desk.Workspace.Impact.Of(Query(desk.Workspace, period: Period.Year(2027)), null, Never));
        Assert.Equal(Refusal.OnInFuture, refused.Reason);
    }

    [Fact]
    public async Task The_workbook_holds_every_chamber_and_what_it_was_worked_out_from()
    {
        var desk = await Desk();
        var sheets = ImpactTables.Of(await desk.Workspace.Impact.Of(Query(desk.Workspace), null, Never));
        Assert.Equal(["各商会", "各类平均", "分布"], sheets.Select(s => s.Sheet));
        Assert.Equal(2, sheets[0].Rows.Count);
        Assert.Contains(sheets[0].Lines, l => l.Contains("台账现有数据", StringComparison.Ordinal));
    }
}
