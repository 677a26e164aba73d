using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Which way a chamber goes.</summary>
public enum Movement
{
    Same = 1,
    Up = 2,
    Down = 3,
}

/// <summary>Where one ruleset puts a chamber.</summary>
/// <param name="Grade">The grade or class, as the ruleset calls it; null where it gives none.</param>
/// <param name="Place">Null where it is not ranked.</param>
/// <param name="Outcomes">What it is proposed for, or tied on the line for, by id.</param>
public sealed record ImpactSide(
    Points Total, string? GradeId, Title? Grade, int? Place, bool IsBarred, IReadOnlyList<string> Outcomes)
{
    internal static ImpactSide Of(Scorecard card, Ruleset ruleset)
    {
        var id = card.Grade ?? card.Class;
        var title = ruleset.Grades.FirstOrDefault(g => g.Id == card.Grade)?.Title
            ?? ruleset.Classes.FirstOrDefault(c => c.Id == card.Class)?.Title;
        return new ImpactSide(card.Total, id, title, card.Places?.Scope, card.BarredBy is not null,
            [.. card.Outcomes.Where(o => o.Status is OutcomeStatus.Proposed or OutcomeStatus.TiedOnLine).Select(o => o.Outcome.Id)]);
    }
}

/// <summary>One chamber under two rulesets.</summary>
public sealed record ChamberImpact(ChamberId Chamber, ImpactSide Before, ImpactSide After)
{
    public Points Difference => After.Total - Before.Total;

    public bool ChangesGrade => Before.GradeId != After.GradeId || Before.IsBarred != After.IsBarred;

    /// <summary>By place; a chamber that only one ruleset ranks goes neither way.</summary>
    public Movement ByPlace => (Before.Place, After.Place) switch
    {
        ({ } before, { } after) when after < before => Movement.Up,
        ({ } before, { } after) when after > before => Movement.Down,
        _ => Movement.Same,
    };

    /// <summary>Outcomes that the second ruleset gives it and the first does not.</summary>
    public IReadOnlyList<string> Won => [.. After.Outcomes.Except(Before.Outcomes)];

    /// <summary>Outcomes that the first ruleset gives it and the second does not.</summary>
    public IReadOnlyList<string> Lost => [.. Before.Outcomes.Except(After.Outcomes)];

    public bool Moves => ByPlace != Movement.Same || ChangesGrade || Won.Count > 0 || Lost.Count > 0;
}
