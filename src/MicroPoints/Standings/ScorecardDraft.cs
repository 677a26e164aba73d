using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>A scorecard while its stages run.</summary>
internal sealed class ScorecardDraft(ChamberFacts chamber, Situation situation, IReadOnlyList<LimitLine> limits)
{
    public ChamberFacts Chamber { get; } = chamber;
    public Situation Situation { get; set; } = situation;
    public IReadOnlyList<LimitLine> Limits { get; } = limits;
    public string? BarredBy { get; } = limits.FirstOrDefault(l => l.IsMet && l.Limit.Bars)?.Limit.Id;
    public bool IsRanked => Chamber.IsRanked && BarredBy is null;
    public string? GradeByPoints { get; set; }
    public Places? Places { get; set; }
    public Finding? ClassError { get; set; }
    public List<OutcomeLine> Outcomes { get; } = [];
    public PointsCard Card => Situation.Card;

    public string? Grade
    {
        get => Situation.Grade;
        set => Situation = Situation with { Grade = value };
    }

    public Scorecard ToScorecard() => new(
        Chamber, Card, Limits, GradeByPoints, Situation.Grade, Situation.Class, Places, Outcomes, BarredBy)
    {
        ClassError = ClassError,
    };
}
