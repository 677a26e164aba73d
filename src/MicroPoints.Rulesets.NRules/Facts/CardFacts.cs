using MicroPoints.Rulesets.NRules.Scoring;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.NRules.Facts;

// Facts are classes, not records: the engine tells facts apart by identity, and must not compare all that is in them to do so.

/// <summary>What a session is about: a chamber's points, limits and class, or later its outcomes.</summary>
internal enum Stage
{
    Points = 1,
    Outcomes = 2,
}

/// <summary>A chamber that a session is asked about.</summary>
internal sealed class Case(ChamberFacts chamber, Values values, Stage stage)
{
    public ChamberFacts Chamber { get; } = chamber;
    public Stage Stage { get; } = stage;
    public Things Things { get; } = new(chamber.Reading, values);
    public DateOnly Day => Chamber.Reading.Day;
}

/// <summary>What the peers of a line's comparison lie between; null where it compares nobody.</summary>
internal sealed class Compared(string line, Spread? spread)
{
    public string Line { get; } = line;
    public Spread? Spread { get; } = spread;
}

/// <summary>A deduction that was made, and the kinds whose lines it brings to zero.</summary>
internal sealed class Deducted(DeductionLine line, IReadOnlyList<KindId> zeroes)
{
    public string Id => Line.Deduction.Id;
    public DeductionLine Line { get; } = line;
    public IReadOnlyList<KindId> Zeroes { get; } = zeroes;
}

/// <summary>All kinds whose lines come to zero, once every deduction is made.</summary>
internal sealed class Zeroed(IReadOnlySet<KindId> kinds)
{
    public IReadOnlySet<KindId> Kinds { get; } = kinds;
}

/// <summary>What a line or group comes to before floor, zeroing and cap.</summary>
internal sealed class Raw(string line, Worth worth)
{
    public string Line { get; } = line;
    public Worth Worth { get; } = worth;
}

/// <summary>What one line's cap leaves over for another.</summary>
internal sealed class Over(string from, string to, Points points)
{
    public string From { get; } = from;
    public string To { get; } = to;
    public Points Points { get; } = points;
}

/// <summary>A finished line, with its place in the file and the group it is in.</summary>
internal sealed class Credited(int order, string? group, ScoreLine line)
{
    public int Order { get; } = order;
    public string? Group { get; } = group;
    public string Id => Line.Indicator.Id;
    public string Category => Line.Category;
    public ScoreLine Line { get; } = line;
}

/// <summary>A finished category.</summary>
internal sealed class Summed(CategoryLine line)
{
    public string Id => Line.Category.Id;
    public CategoryLine Line { get; } = line;
}

/// <summary>A finished scorecard's points.</summary>
internal sealed class Totalled(PointsCard card)
{
    public PointsCard Card { get; } = card;
    public Points Total => Card.Total;
}
