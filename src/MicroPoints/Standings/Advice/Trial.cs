using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Scores a chamber as if it had done some things today. Nothing of it is kept.</summary>
internal sealed class Trial
{
    /// <summary>After everything that a ledger holds.</summary>
    private const long FirstSequence = 1L << 40;

    private readonly CardScorer _scorer;
    private readonly Tally _tally;
    private readonly Values _values;
    private readonly ChamberFacts _chamber;
    private readonly Func<Indicator, PeerStanding> _peers;

    public Trial(Ruleset ruleset, Values values, ChamberFacts chamber, Func<Indicator, PeerStanding> peers)
    {
        (_scorer, _values, _chamber, _peers) = (new CardScorer(ruleset, values), values, chamber, peers);
        // The tally of a chamber may be shared; what is tried is folded into one of its own.
        _tally = chamber.Reading.Tally.Through(chamber.Reading.Day);
        Reading = new TallyReading(_tally, chamber.Reading.Kinds, chamber.Reading.Period, chamber.Reading.Day);
    }

    public TallyReading Reading { get; }
    public KindCatalogue Kinds => Reading.Kinds;

    /// <summary>What some lines credit once some steps are taken.</summary>
    public Points[] Score(IReadOnlyList<(AdvisedStep Step, int Times)> done, IReadOnlyList<Indicator> lines) => With(done, () =>
    {
        var card = Card();
        return lines.Select(l => card.Line(l.Id)!.Points).ToArray();
    });

    /// <summary>The card as the tally stands.</summary>
    public PointsCard Card() => _scorer.Score(Reading, _chamber.NotApplicable, _peers);

    /// <summary>Answers a question as if some steps were taken, and takes them back.</summary>
    public T With<T>(IReadOnlyList<(AdvisedStep Step, int Times)> done, Func<T> question) =>
        Folded([.. done.SelectMany(d => Enumerable.Repeat(d.Step, d.Times))
            .Select((step, i) => step.FactOn(Reading.Day, Kinds[step.Kind], FirstSequence + i))], question);

    /// <summary>Answers a question as if some facts were recorded after all others, and takes them back.</summary>
    public T WithFacts<T>(IReadOnlyList<Fact> facts, Func<T> question) =>
        Folded([.. facts.Select((fact, i) => new StandingFact(fact, FirstSequence + i))], question);

    private T Folded<T>(IReadOnlyList<StandingFact> facts, Func<T> question)
    {
        foreach (var fact in facts) _tally.Add(fact);
        try { return question(); }
        finally { foreach (var fact in facts) _tally.Remove(fact); }
    }

    /// <summary>The most that a line can credit; null where nothing bounds it. What overflows is bounded by its target.</summary>
    public Points? Most(Indicator line)
    {
        Points? cap = line.Cap is { } own ? _values.PointsAt(own, Reading.Day) : null;
        var attainable = line.Score is null ? null : Attainable.Of(line, Reading.Day, _values);
        return cap is { } a && attainable is { } b ? Points.Min(a, b) : cap ?? attainable;
    }
}
