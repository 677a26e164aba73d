using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Benchmarks;

/// <summary>A way of ours to compute a whole round from what the journal keeps on the disk.</summary>
public interface IRoundRun
{
    string Name { get; }

    /// <summary>What is in the time and what is not.</summary>
    string Conditions { get; }

    Task<RoundTotals> Run(CancellationToken cancel);
}

/// <summary>The round as every store can compute it: each frame read from the file with its check sum, decoded, hashed, folded.</summary>
public sealed class LedgerRound(Workspace workspace) : IRoundRun
{
    public string Name => "from the ledgers";

    public string Conditions => "every entry decoded and its hash computed anew; no compaction";

    public async Task<RoundTotals> Run(CancellationToken cancel)
    {
        var adoption = workspace.Regions.AdoptionOf(BenchRules.Ruleset, RegionCode.Nation, AsOf.On(workspace.Today))!;
        var (published, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
        var ruleset = published.WithListsOf(adoption.Settings, workspace.Kinds);
        var at = AsOf.On(workspace.Today);
        var question = new Question(ruleset, workspace.Kinds, Year.Period, RegionCode.Nation, [], at, new HashSet<ChamberId>());
        var facts = new List<ChamberFacts>();
        var cut = await workspace.Log.Cut(RegionCode.Nation, cancel);
        await foreach (var chamber in new TallySource(workspace.Log).At(cut, Year.Period, cancel))
            if (chamber.Register is { } register)
                facts.Add(FactsBuilder.Build(question, register, chamber.Tally, workspace.Regions.NotApplicable(
                    ruleset.Id, Year.Period, chamber.Id, register.Seat, at.KnownAt), []));
        return TotalsOf(new Evaluator(ruleset, adoption.Settings).Evaluate(facts));
    }

    public static RoundTotals TotalsOf(IReadOnlyList<Scorecard> cards) => new(
        cards.Sum(c => c.Total.Hundredths) / 100, cards.Sum(c => (long)c.Places!.County), cards.Sum(c => (long)c.Places!.City),
        cards.Sum(c => (long)c.Places!.Province), cards.Sum(c => (long)c.Places!.Scope),
        cards.Count(c => c.Outcomes[0].IsEligible), cards.Count(c => c.Grade == "A"));
}
