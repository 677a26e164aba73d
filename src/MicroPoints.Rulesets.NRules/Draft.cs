using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.NRules;

/// <summary>A scorecard while its sessions run, and the facts that they hand on.</summary>
internal sealed class Draft
{
    private readonly Totalled _card;
    private readonly Classified _class;
    private readonly Limited _limited;
    private readonly GradedByPoints? _byPoints;
    private readonly List<object> _derived;

    /// <param name="derived">All facts of the chamber's session.</param>
    public Draft(ChamberFacts chamber, IReadOnlyList<object> derived)
    {
        (Chamber, _card, _limited, _class) = (chamber, One<Totalled>(derived), One<Limited>(derived), One<Classified>(derived));
        (_byPoints, Grade) = (derived.OfType<GradedByPoints>().SingleOrDefault(), One<Graded>(derived).Grade);
        _derived = [.. derived.Where(f => f is Credited or Summed or Deducted)];
    }

    public ChamberFacts Chamber { get; }
    public ChamberId Id => Chamber.Id;
    public PointsCard Card => _card.Card;

    /// <summary>Barred chambers are not ranked.</summary>
    public bool IsRanked => Chamber.IsRanked && !_limited.Bars;

    /// <summary>What limits leave, and later quotas.</summary>
    public string? Grade { get; set; }
    public Places? Places { get; set; }
    public IReadOnlyList<OutcomeLine> Outcomes { get; private set; } = [];

    /// <summary>What outcomes may rest on.</summary>
    public IEnumerable<object> Facts => [.. _derived, _card, _limited, _class, new Graded(Grade), new Placed(Places?.Scope)];

    public void Take(IReadOnlyList<Decided> decided, Ruleset ruleset) => Outcomes = [.. ruleset.Outcomes.Select(o =>
        decided.FirstOrDefault(d => d.Id == o.Id)?.Line ?? throw new InvariantException($"the rules leave {o.Id} of {Id} undecided"))];

    /// <summary>What a quota makes of an outcome.</summary>
    public void Take(string outcome, OutcomeStatus status) =>
        Outcomes = [.. Outcomes.Select(o => o.Outcome.Id == outcome ? o with { Status = status } : o)];

    public Scorecard ToScorecard() => new(Chamber, Card, _limited.Lines, _byPoints?.Grade, Grade, _class.Id, Places, Outcomes,
        _limited.BarredBy)
    {
        ClassError = _class.Error,
    };

    private T One<T>(IReadOnlyList<object> derived) => derived.OfType<T>().SingleOrDefault()
        ?? throw new InvariantException($"the rules come to no {typeof(T).Name} for {Id}");
}
