using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>One chamber's frozen ledger: its entries through the frozen head.</summary>
public sealed record FrozenLedger(ChamberId Chamber, IReadOnlyList<SealedEntry> Entries);

/// <summary>Computes a locked round from its snapshot and the frozen ledgers, and nothing else.</summary>
/// <param name="Cards">All chambers of the scope, in order of id; those not on the roster are there unranked.</param>
public sealed record RoundEvaluation(RoundOpened Opened, RoundSnapshot Snapshot, Ruleset Ruleset, Values Values,
    IReadOnlyList<Scorecard> Cards)
{
    public static RoundEvaluation Run(
        RoundOpened opened, RoundSnapshot snapshot, Ruleset ruleset, KindCatalogue kinds, IEnumerable<FrozenLedger> ledgers)
    {
        ruleset = ruleset.WithListsOf(snapshot.Settings, kinds);
        var question = new Question(ruleset, kinds, opened.Period, opened.Scope, opened.PeerGroups, snapshot.At,
            snapshot.Applicants.ToHashSet());
        var notApplicable = snapshot.NotApplicable.ToLookup(n => n.Chamber, n => n.Indicator);
        var history = snapshot.History.ToLookup(h => h.Chamber, h => h.Result);
        var evaluator = new Evaluator(ruleset, snapshot.Settings);
        var facts = ledgers.Select(ledger => Facts(question, ledger,
            notApplicable[ledger.Chamber].Distinct().ToDictionary(i => i, _ => ""), [.. history[ledger.Chamber]])).OfType<ChamberFacts>();
        return new RoundEvaluation(opened, snapshot, ruleset, evaluator.Values, evaluator.Evaluate(facts));
    }

    /// <summary>The chambers that have a place, or would have one but for a shared rank.</summary>
    public IEnumerable<Scorecard> Ranked => Cards.Where(c => c.IsRanked);

    private static ChamberFacts? Facts(
        Question question, FrozenLedger ledger, IReadOnlyDictionary<string, string> notApplicable, IReadOnlyList<EarlierResult> history)
    {
        var chamber = LedgerFold.RegisterAt(ledger.Entries, question.At.KnownAt);
        if (chamber is null) return null;
        var tally = LedgerFold.At(ledger.Entries, question.At with { Day = question.ReadingDay });
        return FactsBuilder.Build(question, chamber, tally, notApplicable, history);
    }
}
