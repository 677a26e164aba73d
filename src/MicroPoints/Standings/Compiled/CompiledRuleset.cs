using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>A ruleset worked out once for a period and a reading day, so that a chamber costs no more than its facts.</summary>
/// <remarks>
/// Every ruleset compiles, and a table equals the scorecards of <see cref="Evaluator"/> in every number, grade, place and outcome. Lines
/// that need no more than sums are scored from <see cref="PlainSums"/>; all others by the same scorers as a scorecard's, on
/// a tally of the kinds in <see cref="TallyKinds"/>.
/// </remarks>
public sealed class CompiledRuleset
{
    private readonly Evaluator _explaining;

    public CompiledRuleset(
        Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, KindCatalogue kinds, Period period, DateOnly day)
    {
        (Ruleset, Values, Kinds, Day) = (ruleset, new Values(ruleset, settings), kinds, day);
        (Whole, _explaining) = (new CardScorer(ruleset, Values), new Evaluator(ruleset, Values));
        Nothing = new TallyReading(new Tally(), kinds, period, day);
        var without = new Situation(ruleset, Values, Nothing, NoCard)
        {
            Attributes = new Dictionary<string, string?>(),
            Founded = null,
            History = [],
        };
        Kept = new KeptLines();
        foreach (var key in ruleset.Ranking.Where(k => k.By == RankingBy.Indicator)) Kept.IndexOf(key.Id!, isDeduction: false);
        RankedAttributes = [.. ruleset.Ranking.Where(k => k.By == RankingBy.Attribute).Select(k => k.Id!)];
        Conditions = new TableConditions(without, Kept);
        Limits = [.. ruleset.Limits.Select(l => Conditions.Compile(l.When))];
        Classes = [.. ruleset.Classes.Select(c => Conditions.Compile(c.When))];
        Outcomes = [.. ruleset.Outcomes.Select(o => Conditions.Compile(o.When))];
        GradesFrom = [.. ruleset.Grades.Select(g => Values.PointsAt(g.From, day).Hundredths)];
        PeerLines = [.. ruleset.Leaves.Where(i => i.Score is Score.AgainstPeers)];
        Card = new CardPlan(this, period);
        TallyKinds = Conditions.Facts.SelectMany(f => f.Kinds).Concat(Card.TallyKinds).ToHashSet();
        WholeKinds = TallyKinds.Concat(Card.WholeKinds).ToHashSet();
    }

    public Ruleset Ruleset { get; }
    public Values Values { get; }
    public KindCatalogue Kinds { get; }

    /// <summary>The day on which states, caps and thresholds are read.</summary>
    public DateOnly Day { get; }

    /// <summary>The sums that plain lines read.</summary>
    public SumLayout Sums => Card.Layout;

    /// <summary>The kinds whose facts are read from a tally: those of lines that are not plain, of deductions and conditions.</summary>
    public IReadOnlySet<KindId> TallyKinds { get; }

    /// <summary>All kinds whose facts are read at all, for chambers that sums cannot score.</summary>
    public IReadOnlySet<KindId> WholeKinds { get; }

    /// <summary>Whether points depend on other chambers' facts, so that peers must be gathered before anything is scored.</summary>
    public bool ComparesPeers => PeerLines.Count > 0;

    /// <summary>Lines that are scored as a scorecard's are, and cost as much.</summary>
    public IEnumerable<string> LinesNotPlain => Card.LinesNotPlain;

    /// <summary>What conditions on facts are given for a scorecard, of which they read nothing.</summary>
    internal PointsCard NoCard { get; } = new([], [], [], Points.Zero, null, Points.Zero, Points.Zero);
    internal TallyReading Nothing { get; }

    /// <summary>For chambers that sums cannot score.</summary>
    internal CardScorer Whole { get; }
    internal KeptLines Kept { get; }
    internal IReadOnlyList<string> RankedAttributes { get; }
    internal TableConditions Conditions { get; }
    internal TableCondition[] Limits { get; }
    internal TableCondition[] Classes { get; }
    internal TableCondition[] Outcomes { get; }
    internal long[] GradesFrom { get; }
    internal IReadOnlyList<Indicator> PeerLines { get; }
    internal CardPlan Card { get; }

    /// <summary>A table for so many chambers, to be scored row by row and then finished.</summary>
    public PointsTable NewTable(int count) => new(this, count);

    /// <summary>Ranks the scored rows, applies the quotas and decides the outcomes.</summary>
    public void Finish(PointsTable table)
    {
        table.KeepScored();
        var regions = new TableRegions(table);
        TableRanking.Rank(table, this, regions);
        TableQuotas.ApplyGrades(table, this, regions);
        TableOutcomes.Apply(table, this, regions);
    }

    /// <summary>One chamber's scorecard with every reason, from its whole facts and the finished table that it was scored in.</summary>
    public Scorecard Explain(PointsTable table, ChamberFacts chamber) => _explaining.Explain(table, chamber);

    /// <summary>A chamber's scorecard as it would be with some more facts, in order, while all others stay as they are.</summary>
    public Scorecard Suppose(PointsTable table, Scorecard card, IReadOnlyList<Activities.Fact> facts) =>
        Supposing.Of(Ruleset, Values, card, facts, i => table.Peers.Standing(i, card.Chamber));

    /// <summary>Everything by which a chamber of the finished table came to the scorecard that it was explained by.</summary>
    public ScorecardTrace Trace(PointsTable table, Scorecard card) => new Tracer(this, table, card).Trace();

    /// <summary>What a chamber of the finished table can do itself, from the scorecard that it was explained by.</summary>
    public Advisor Advise(PointsTable table, Scorecard card) =>
        new(Ruleset, Values, card, i => table.Peers.Standing(i, card.Chamber));

    /// <summary>The table of chambers whose whole facts are at hand, in order of id.</summary>
    public PointsTable Evaluate(IEnumerable<ChamberFacts> chambers)
    {
        var ordered = chambers.OrderBy(c => c.Id).ToList();
        var peers = new PeerAmounts(this);
        foreach (var chamber in ordered) peers.Add(chamber);
        var (table, scorer) = (NewTable(ordered.Count), new RowScorer(this, peers));
        for (var row = 0; row < ordered.Count; row++) scorer.Score(table, row, ordered[row]);
        Finish(table);
        return table;
    }
}
