using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Benchmarks;

/// <summary>What the full explanation of a scorecard costs, beside the scorecard itself and beside the evaluation of its county.</summary>
public static class ExplainBench
{
    private const int Chambers = 64, EntriesPerChamber = 60;

    public static async Task Run(Bench bench)
    {
        var (compiled, facts) = await County();
        var table = compiled.Evaluate(facts);
        var medians = await bench.Alternate(
            new Contender("a county evaluated, without any reason", Each(() => compiled.Evaluate(facts))),
            new Contender("without trace", EachChamber(facts, f => compiled.Explain(table, f))),
            new Contender("with trace", EachChamber(facts, f => compiled.Trace(table, compiled.Explain(table, f)))));
        var (county, without, with) = (medians[0], medians[1], medians[2]);
        bench.Add(Line.OfTimes("a scorecard with its full explanation", with, without, null));
        bench.Add(new Line($"the same, beside a county of {Chambers} evaluated", Shown.Time(1e6 / with.PerSecond),
            $"{county.Name} {Shown.Time(1e6 / county.PerSecond)}", with.PerSecond / county.PerSecond, null));
        bench.Condition($"explain: micro-points, {Chambers} chambers with {EntriesPerChamber} activities each");
    }

    /// <summary>A county's facts under the shipped ruleset, read from ledgers as the server reads them.</summary>
    private static async Task<(CompiledRuleset Compiled, List<ChamberFacts> Facts)> County()
    {
        var country = new Country(Chambers);
        var workspace = await Desk.Over(new MemoryEventLog(), BenchRules.Shipped());
        await Desk.Register(workspace, country);
        var recordings = new Recordings(country, workspace, "micro-points");
        for (var i = 0; i < Chambers; i++)
            foreach (var activity in recordings.DrawList(EntriesPerChamber))
                Desk.Demand(await workspace.Chambers.Run(country[i], Country.Clerk, activity, default));

        var adoption = workspace.Regions.AdoptionOf("micro-points", RegionCode.Nation, AsOf.On(workspace.Today))!;
        var (ruleset, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, default);
        var period = Period.Containing(workspace.Today, PeriodLength.Year);
        var question = new Question(
            ruleset, workspace.Kinds, period, RegionCode.Nation, [], AsOf.On(workspace.Today), new HashSet<ChamberId>());
        var facts = new List<ChamberFacts>();
        for (var i = 0; i < Chambers; i++)
        {
            var view = await workspace.Chambers.View(country[i], period, question.At, default);
            facts.Add(FactsBuilder.Build(question, view.Register!, view.Tally, new Dictionary<string, string>(), []));
        }
        return (question.Compile(adoption.Settings), facts);
    }

    private static Func<TimeSpan, Task<Turn>> EachChamber(List<ChamberFacts> facts, Action<ChamberFacts> once)
    {
        var next = 0;
        return Each(() => once(facts[next++ % facts.Count]));
    }

    private static Func<TimeSpan, Task<Turn>> Each(Action once) => turn => Load.Run(1, turn, 1, _ =>
    {
        once();
        return ValueTask.CompletedTask;
    });
}
