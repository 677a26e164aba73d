using MicroPoints.Activities;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Properties;

/// <summary>A points table says of every chamber what its scorecard says, only faster.</summary>
public sealed class PointsTablePropertyTests
{
    private static readonly Dictionary<string, SettingValue> NoSettings = [];

    [Fact]
    public void It_equals_the_scorecards_of_random_rulesets_and_ledgers() => Seeds.ForEach(600, random =>
    {
        var ruleset = new SomeRuleset(random).Draw();
        TableComparison.Same(ruleset, NoSettings, Kinds.All, new SomeChambers(random).Draw(ruleset));
    });

    [Fact]
    public void It_equals_the_scorecards_of_an_overflow_among_plain_lines() => Seeds.ForEach(400, random =>
    {
        var target = Line("J", null).Capped(2) with { EnabledBy = random.Often(0.1) ? "off" : null };
        var ruleset = Of(
            Line("M1", PerCount(0.5m), "visit").Capped(1).Into("J", random.Often() ? 0.3m : null) with
            {
                EnabledBy = random.Often(0.2) ? random.Pick("on", "off") : null,
            },
            random.Often(0.2) ? target.Into("J2") : target, Line("J2", null),
            Line("M2", PerCount(0.07m), "visit", "medal"),
            Line("M3", new Score.FromFull(N(5), N(1)), "case").Capped(4).Into("J"),
            Line("V", OncePerKey(true, ("signed", 2), ("landed", 5)), "project").Capped(1).Into(random.Pick("J", "J2"), 0.5m),
            Line("P", new Score.AgainstPeers(N(5), N(1), N(2)), "money").Capped(random.Next(1, 4)).Into("J2")) with
        {
            Settings = [Switch("on", true), Switch("off", false)],
            Deductions = random.Often()
                ? [Deduct("D", -1, "land") with { ZeroesKinds = [new KindId("visit"), new KindId("project")] }] : [],
            Ranking = [new RankingKey(RankingBy.Indicator, "J")],
        };
        TableComparison.Same(ruleset, NoSettings, Kinds.All, new SomeChambers(random).Draw(ruleset));
    });

    [Fact]
    public void An_overflow_leaves_other_lines_plain()
    {
        var ruleset = Of(Line("V", OncePerKey(true, ("signed", 2)), "project").Capped(1).Into("J"), Line("J", null),
            Line("M1", PerCount(0.5m), "visit"));
        var compiled = new CompiledRuleset(ruleset, NoSettings, Kinds.All, Period.Year(2026), new DateOnly(2026, 12, 31));
        Assert.Equal(["V"], compiled.LinesNotPlain);
    }

    [Fact]
    public void Sums_added_fact_by_fact_score_as_a_tally_does() => Seeds.ForEach(300, random =>
    {
        var ruleset = new SomeRuleset(random).Draw();
        var some = new SomeChambers(random);
        var chambers = some.Draw(ruleset).OrderBy(c => c.Id).ToList();
        var reading = chambers[0].Reading;
        var compiled = new CompiledRuleset(ruleset, NoSettings, Kinds.All, reading.Period, reading.Day);
        var peers = new PeerAmounts(compiled);
        foreach (var chamber in chambers) peers.Add(chamber);
        var (table, scorer, sums) = (compiled.NewTable(chambers.Count), new RowScorer(compiled, peers), new PlainSums(compiled.Sums.Slots));
        for (var row = 0; row < chambers.Count; row++)
        {
            if (scorer.NeedsWhole(chambers[row].NotApplicable)) { scorer.Score(table, row, chambers[row]); continue; }
            sums.Clear();
            var small = new Tally();
            foreach (var standing in some.Facts[chambers[row].Id])
            {
                if (compiled.TallyKinds.Contains(standing.Fact.Kind)) small.Add(standing);
                var slice = new Tally.Slice(
                    Calendar.MonthEnd(standing.Fact.On.Last), standing.Fact.On.Precision, standing.Fact.Measured.Choice);
                if (Tally.IsSummed(standing.Fact) && compiled.Sums.SlotOf(standing.Fact.Kind, slice) is >= 0 and var slot)
                    sums.AddUnits(slot, standing.Fact.Units);
            }
            scorer.Score(table, row, chambers[row] with
            {
                Reading = new TallyReading(small, Kinds.All, reading.Period, reading.Day),
            }, sums);
        }
        compiled.Finish(table);
        TableComparison.Same(new Evaluator(ruleset, NoSettings).Evaluate(chambers), table);
    });

    [Fact]
    public void Rows_taken_over_from_a_finished_table_finish_as_if_they_were_scored_anew() => Seeds.ForEach(400, random =>
    {
        var ruleset = new SomeRuleset(random).Draw();
        var (before, after) = (new SomeChambers(random).Draw(ruleset).OrderBy(c => c.Id).ToList(), new List<ChamberFacts>());
        var reading = before[0].Reading;
        var compiled = new CompiledRuleset(ruleset, NoSettings, Kinds.All, reading.Period, reading.Day);
        if (compiled.ComparesPeers) return;
        var (known, scorer) = (compiled.Evaluate(before), new RowScorer(compiled, new PeerAmounts(compiled)));
        // Some are gone, some have other facts, and the rest stay as they were.
        foreach (var (chamber, other) in before.Zip(before.AsEnumerable().Reverse()).Where(_ => random.Often(0.9)))
            after.Add(random.Often(0.7) ? chamber : chamber with { Reading = other.Reading, IsRanked = !chamber.IsRanked });
        var table = compiled.NewTable(after.Count);
        for (var row = 0; row < after.Count; row++)
            if (before.FindIndex(c => ReferenceEquals(c, after[row])) is >= 0 and var at) table.Take(row, known, at);
            else scorer.Score(table, row, after[row]);
        compiled.Finish(table);
        TableComparison.Same(new Evaluator(ruleset, NoSettings).Evaluate(after), table);
    });

    [Fact]
    public void A_line_of_sums_is_plain_and_one_of_cells_is_not()
    {
        var ruleset = Of(Line("M1", PerCount(0.5m), "visit"), Line("M2", PerCount(1), "case"), Line("S", Tier(50, (80, 4)), "survey"));
        var compiled = new CompiledRuleset(ruleset, NoSettings, Kinds.All, Period.Year(2026), new DateOnly(2026, 12, 31));
        Assert.Equal(["M2", "S"], compiled.LinesNotPlain);
        Assert.DoesNotContain(new KindId("visit"), compiled.TallyKinds);
        Assert.Equal(1, compiled.Sums.Slots);
    }

    [Fact]
    public void Months_share_a_sum_until_a_value_changes()
    {
        var ruleset = Of(Line("M1", new Score.PerCount(Ref("raised")), "visit")) with
        {
            Parameters = [Parameter("raised", ("2024-01-01", 0.35m), ("2026-07-01", 0.5m))],
        };
        var sums = new CompiledRuleset(ruleset, NoSettings, Kinds.All, Period.Year(2026), new DateOnly(2026, 12, 31)).Sums;
        int SlotOf(int month) => sums.SlotOf(new KindId("visit"),
            new Tally.Slice(Calendar.MonthEnd(new DateOnly(2026, month, 1)), Precision.Day, null));
        Assert.Equal((2, SlotOf(1), SlotOf(7)), (sums.Slots, SlotOf(6), SlotOf(12)));
        Assert.NotEqual(SlotOf(6), SlotOf(7));
    }

    [Fact]
    public void Amounts_too_large_for_plain_integers_come_out_the_same()
    {
        var ruleset = Of(Line("M1", new Score.PerCount(N(999_999_999)), "money"), Line("M2", PerCount(0.01m), "money").Capped(7));
        var lines = Enumerable.Range(1, 12).Select(m => Lines.Money(9_999_999_999.99m, $"2026-{m:00}-01").Part(5, 11));
        Scored.GivenChambers(new Member("a", [.. lines]), new Member("b", Lines.Money(1, "2026-01-01"))).Under(ruleset);
    }
}
