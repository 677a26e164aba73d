using MicroPoints.Conformance;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Rulesets;

/// <summary>Several periods replayed at once, those without records told apart; and what an adoption takes the place of.</summary>
public sealed class ImpactPeriodsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Dictionary<string, SettingValue> Defaults = [];
    private static readonly Period[] Three = [Period.Year(2024), Sample.Year2026, Period.Year(2025)];

    private static async Task<RoundDesk> Desk(params string[] visits)
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        foreach (var day in visits) await desk.Record(Sample.East, Sample.Visit($"v-{day}", day, times: 4));
        return desk;
    }

    private static RulesInUse Rules(Workspace workspace, byte[] bytes) =>
        new(workspace.Format.ReadRuleset(bytes, workspace.Kinds), Defaults);

    private static RulesInUse Before(Workspace workspace) => Rules(workspace, RoundDesk.Bytes("micro-points/micro-points.yaml"));
    private static RulesInUse After(Workspace workspace) => Rules(workspace, PublishingDesk.Own());

    private static async Task<ImpactStatement> Over(RoundDesk desk, params Period[] periods) => await desk.Workspace.Impact.Over(
        Before(desk.Workspace), After(desk.Workspace), Sample.County, periods, null, Never);

    private static async Task<IEnumerable<string>> Last(RoundDesk desk) => (await desk.Workspace.Impact.OverLast(
        Before(desk.Workspace), After(desk.Workspace), Sample.County, Never))?.Periods.Select(p => $"{p.Query.Period}") ?? [];

    private static string Totals(ImpactAnswer answer) =>
        answer.Impact.Chambers.First(c => c.Chamber == Sample.East) is var east ? $"{east.Before.Total} → {east.After.Total}" : "";

    [Fact]
    public async Task The_latest_comes_first_and_one_without_records_has_no_data()
    {
        var statement = await Over(await Desk("2025-03-01", "2026-03-01"), Three);
        Assert.Equal(["2026", "2025", "2024"], statement.Periods.Select(p => $"{p.Query.Period}"));
        Assert.Equal([1, 1, 0], statement.Periods.Select(p => p.Recorded));
        Assert.Equal(["2026", "2025"], statement.Told.Select(p => $"{p.Query.Period}"));
        Assert.Contains("从 2025 起才有记录", ImpactTables.NoData(statement, statement.Periods[2]).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_begins_after_the_period_counts_in_it_as_if_it_had_held()
    {
        var statement = await Over(await Desk("2025-03-01", "2026-03-01"), Three);
        Assert.Equal(["5 → 7", "5 → 7"], statement.Told.Select(Totals));
        Assert.Equal([false, true], statement.Told.Select(p => p.IsDatedBack));
        Assert.Contains(ImpactTables.Heading(statement.Told[1]), l => l == ImpactTables.DatedBack.Zh);
        Assert.Equal("2026-01-01", Calendar.Text(statement.Told[1].Query.After.Ruleset.Parameters.First(p => p.Id == "visit-points")
            .Values[0].From));
    }

    [Fact]
    public async Task A_value_that_begins_within_the_period_is_left_as_it_is()
    {
        var desk = await Desk("2026-03-01");
        var later = Rules(desk.Workspace, System.Text.Encoding.UTF8.GetBytes(PublishingDesk.Shipped.Replace(
            "{ from: '2026-01-01', value: 0.5", "{ from: '2026-05-01', value: 0.5")));
        var answer = await desk.Workspace.Impact.Of(
            new ImpactQuery(Before(desk.Workspace), later, Sample.County, Sample.Year2026), null, Never);
        Assert.False(answer.IsDatedBack);
        Assert.Equal("5 → 3", Totals(answer));
    }

    [Fact]
    public async Task One_period_that_cannot_be_replayed_refuses_them_all()
    {
        var desk = await Desk();
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(() => Over(desk, Sample.Year2026, Period.Year(2027)));
        Assert.Equal(Refusal.OnInFuture, refused.Reason);
    }

    [Fact]
    public async Task States_that_are_carried_through_the_years_are_data_only_where_no_event_is_counted()
    {
        var desk = await Desk();
        await desk.Record(Sample.East, Sample.Listing("l", "2025-03-01"));
        Assert.Equal([0, 0], (await Over(desk, Sample.Year2026, Period.Year(2025))).Periods.Select(p => p.Recorded));
        var classes = Rules(desk.Workspace, RoundDesk.Bytes("classified-management/classified-management.yaml")) with
        { Settings = new Dictionary<string, SettingValue> { ["managed-groups"] = SettingValue.Of(["township"]) } };
        var by = await desk.Workspace.Impact.Over(classes, classes, Sample.County, [Sample.Year2026, Period.Year(2024)], null, Never);
        Assert.Equal([1, 0], by.Periods.Select(p => p.Recorded));
    }

    [Fact]
    public async Task A_sealed_round_is_data_whatever_was_recorded()
    {
        var desk = (await LightDesk.Noticed()).On("2026-12-10");
        LightDesk.Recorded(await desk.Decide());
        await desk.Seal();
        var answer = (await Over(desk.Desk, Sample.Year2026)).Periods[0];
        Assert.Equal((true, 2), (answer.HasData, answer.Recorded));
        Assert.True((answer with { Recorded = 0 }).HasData);
    }

    [Fact]
    public async Task Before_an_adoption_the_last_three_that_are_over_are_shown_as_far_as_they_have_data()
    {
        Assert.Equal(["2025", "2023"], await Last(await Desk("2025-03-01", "2023-03-01", "2022-03-01", "2026-03-01")));
        Assert.Equal(["2026"], await Last(await Desk("2026-03-01", "2022-03-01")));
        Assert.Empty(await Last(await Desk("2022-03-01")));
    }

    [Fact]
    public async Task The_running_one_is_shown_too_where_more_chambers_have_records_in_it()
    {
        var desk = await Desk("2025-03-01", "2026-03-01");
        Assert.Equal(["2025"], await Last(desk));
        await desk.Record(Sample.West, Sample.Visit("w"));
        Assert.Equal(["2026", "2025"], await Last(desk));
    }

    [Fact]
    public async Task The_workbook_of_several_begins_with_their_sum_and_has_sheets_for_those_with_data()
    {
        var sheets = ImpactTables.Of(await Over(await Desk("2025-03-01", "2026-03-01"), Three));
        Assert.Equal(["汇总", "2026 各商会", "2026 各类平均", "2026 分布", "2025 各商会", "2025 各类平均", "2025 分布"],
            sheets.Select(s => s.Sheet));
        Assert.Equal(["2026", "2025", "2024"], sheets[0].Rows.Select(r => r[0].Text));
        Assert.Equal((4m, 5m), (sheets[0].Rows[0][7].Number, sheets[0].Rows[0][8].Number));
        Assert.Null(sheets[0].Rows[2][1].Number);
        Assert.Contains("没有一家商会登记过当期发生的事项", sheets[0].Rows[2][9].Text, StringComparison.Ordinal);
        Assert.Equal(["各商会", "各类平均", "分布"], ImpactTables.Of(await Over(await Desk("2026-03-01"), Sample.Year2026)).Select(s => s.Sheet));
    }

    [Fact]
    public async Task An_adoption_is_compared_with_what_counted_just_before_it_also_when_it_is_asked_again()
    {
        var desk = await Desk("2026-03-01");
        var workspace = desk.Workspace;
        var own = await workspace.Published(PublishingDesk.Own("1"));
        var adoption = new AdoptRuleset(Sample.Id("a"), own, Sample.Year2026.From, Defaults);
        Task<ImpactStatement?> Statement() => workspace.Impact.OfAdoption(Sample.County, adoption, [Sample.Year2026], Never).AsTask();
        Assert.Equal("micro-points@2026.1", (await Statement())!.Periods[0].Impact.Before.Name);
        desk.Now = desk.Now.AddMinutes(1);
        await workspace.Adopt(own, Sample.County, "a");
        Assert.Equal("micro-points@2026.1", (await Statement())!.Periods[0].Impact.Before.Name);
        desk.Now = desk.Now.AddMinutes(1);
        var next = adoption with { Id = Sample.Id("b"), Ruleset = await workspace.Published(PublishingDesk.Own("2", "2")) };
        Assert.Equal("county-points@1", (await workspace.Impact.OfAdoption(Sample.County, next, [Sample.Year2026], Never))!
            .Periods[0].Impact.Before.Name);
    }

    [Fact]
    public async Task Where_nothing_counted_before_there_is_nothing_to_compare()
    {
        var desk = await Desk();
        var own = await desk.Workspace.Published(PublishingDesk.Own("1"));
        // What ships counts from the first day of 2026.
        desk.Now = new DateTimeOffset(2025, 12, 1, 2, 0, 0, TimeSpan.Zero);
        Assert.Null(await desk.Workspace.Impact.OfAdoption(Sample.County,
            new AdoptRuleset(Sample.Id("a"), own, Period.Year(2025).From, Defaults), [Period.Year(2024)], Never));
    }

    [Fact]
    public async Task A_statement_over_periods_without_any_record_is_refused()
    {
        var desk = await Desk("2026-03-01");
        var own = await desk.Workspace.Published(PublishingDesk.Own("1"));
        var adoption = new AdoptRuleset(Sample.Id("a"), own, Sample.Year2026.From, Defaults);
        var refused = await Assert.ThrowsAsync<QueryRefusedException>(async () => await desk.Workspace.Impact.OfAdoption(
            Sample.County, adoption, [Period.Year(2024), Period.Year(2025)], Never));
        Assert.Equal(Refusal.NothingToReplay, refused.Reason);
        Assert.Contains("2024, 2025", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_county_cannot_hold_its_rounds_by_anothers_ruleset_and_a_city_may_choose_for_its_counties()
    {
        var desk = await RoundDesk.Open(Sample.East);
        var workspace = desk.Workspace;
        var citys = await workspace.Published(System.Text.Encoding.UTF8.GetBytes(PublishingDesk.Shipped.Replace("ruleset: micro-points",
            "ruleset: city-points").Replace("authority: county-federation", "authority: city-federation")));
        var own = await workspace.Published(PublishingDesk.Own("1"));
        var city = new RegionCode(Sample.County.Value[..4]);
        foreach (var (rules, id) in new[] { (citys, "c"), (own, "o") }) await workspace.Adopt(rules, city, id);
        var foreign = await workspace.Choose(Sample.County, new ChooseAnnualRuleset(Sample.Id("x"), citys), Sample.Country, Never);
        Assert.Equal(Refusal.RulesetOfAnotherAuthority, Assert.IsType<Answer.Refused>(foreign).Reason);
        Assert.IsType<Answer.Recorded>(await workspace.Choose(city, new ChooseAnnualRuleset(Sample.Id("y"), own), Sample.Country, Never));
        var chosen = workspace.Regions.AnnualChoiceOf(Sample.County, AsOf.On(workspace.Today));
        Assert.Equal((city, PublishingDesk.County), (chosen?.By, chosen?.Choice.Ruleset));
    }
}
