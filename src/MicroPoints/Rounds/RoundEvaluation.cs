using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>One chamber's frozen ledger: its entries through the frozen head or the last admitted one.</summary>
public sealed record FrozenLedger(ChamberId Chamber, IReadOnlyList<SealedEntry> Entries)
{
    /// <summary>How far the ledger of a chamber runs: the later of its frozen head and the last entry admitted.</summary>
    public static long Through(FrozenHead frozen, IEnumerable<AdmittedEntry> admitted) =>
        admitted.Where(a => a.Chamber == frozen.Chamber).Select(a => a.Sequence).Append(frozen.Head.Sequence).Max();

    /// <summary>What is wrong with entries read for a frozen head and those admitted after it; null where all fits.</summary>
    public static string? Fault(
        IReadOnlyList<SealedEntry> entries, FrozenHead frozen, IReadOnlyList<AdmittedEntry> admitted)
    {
        var through = Through(frozen, admitted);
        if (entries.Count != through) return $"it runs to sequence {entries.Count}, the round locked and admitted to {through}";
        var head = entries.ElementAtOrDefault((int)frozen.Head.Sequence - 1)?.Head ?? Head.Empty;
        if (head != frozen.Head) return $"the chain stands at {head}, the round locked {frozen.Head}";
        foreach (var a in admitted.Where(a => a.Chamber == frozen.Chamber))
            if (entries.ElementAtOrDefault((int)a.Sequence - 1) is not { } entry || (entry.Id, entry.Hash) != (a.Id, a.Hash))
                return $"sequence {a.Sequence} does not hold {a.Id} with hash {a.Hash}, which the round admitted";
        return null;
    }
}

/// <summary>Computes a locked round from its snapshot, the entries admitted after it and those ledgers, and nothing else.</summary>
/// <param name="Cards">All chambers of the scope, in order of id; those not on the roster are there unranked.</param>
public sealed record RoundEvaluation(RoundOpened Opened, RoundSnapshot Snapshot, Ruleset Ruleset, Values Values,
    IReadOnlyList<Scorecard> Cards)
{
    public static RoundEvaluation Run(
        RoundOpened opened, RoundSnapshot snapshot, IReadOnlyList<AdmittedEntry> admitted, Ruleset ruleset,
        KindCatalogue kinds, IEnumerable<FrozenLedger> ledgers)
    {
        var question = QuestionOf(opened, snapshot, ruleset, kinds);
        ruleset = question.Ruleset;
        var notApplicable = snapshot.NotApplicable.ToLookup(n => n.Chamber, n => n.Indicator);
        var history = snapshot.History.ToLookup(h => h.Chamber, h => h.Result);
        var heads = snapshot.Heads.ToDictionary(h => h.Chamber, h => h.Head.Sequence);
        var after = admitted.ToLookup(a => a.Chamber, a => a.Id);
        var evaluator = new Evaluator(ruleset, snapshot.Settings);
        var facts = ledgers.Select(ledger => FactsOf(question, ledger,
            new FrozenAt(heads[ledger.Chamber], after[ledger.Chamber].ToHashSet()),
            notApplicable[ledger.Chamber].Distinct().ToDictionary(i => i, _ => ""), [.. history[ledger.Chamber]]))
            .OfType<ChamberFacts>().ToList();
        return new RoundEvaluation(opened, snapshot, ruleset, evaluator.Values, evaluator.Evaluate(facts))
        { Facts = facts, Question = question };
    }

    /// <summary>What the cards were computed from.</summary>
    public required IReadOnlyList<ChamberFacts> Facts { get; init; }

    /// <summary>What the round asked of its chambers.</summary>
    public required Question Question { get; init; }

    /// <summary>Tells of cards everything by which chambers came to them in this round, worked out again, once, from the same
    /// facts.</summary>
    public Func<Scorecard, ScorecardTrace> Tracer()
    {
        var rules = Question.Compile(Snapshot.Settings);
        var table = rules.Evaluate(Facts);
        return card => rules.Trace(table, card);
    }

    /// <summary>Computes the round by another engine too: in what that differs, as a sentence; null where it agrees.</summary>
    public string? Dissent(IEvaluationEngine other) =>
        Agreement.FirstDifference(Cards, other.Evaluate(Ruleset, Snapshot.Settings, Facts))?.Between(Evaluator.Engine, other.Name);

    /// <summary>What a locked round asks of its chambers.</summary>
    public static Question QuestionOf(RoundOpened opened, RoundSnapshot snapshot, Ruleset ruleset, KindCatalogue kinds) => new(
        ruleset.WithListsOf(snapshot.Settings, kinds), kinds, opened.Period, opened.Scope, opened.PeerGroups, snapshot.At,
        snapshot.Applicants.ToHashSet());

    /// <summary>The chambers that have a place, or would have one but for a shared rank.</summary>
    public IEnumerable<Scorecard> Ranked => Cards.Where(c => c.IsRanked);

    private static ChamberFacts? FactsOf(
        Question question, FrozenLedger ledger, FrozenAt frozen, IReadOnlyDictionary<string, string> notApplicable,
        IReadOnlyList<EarlierResult> history)
    {
        var chamber = LedgerFold.RegisterAt(ledger.Entries, question.At.KnownAt, frozen);
        if (chamber is null) return null;
        var tally = LedgerFold.At(ledger.Entries, question.At with { Day = question.ReadingDay }, frozen);
        return FactsBuilder.Build(question, chamber, tally, notApplicable, history);
    }
}
