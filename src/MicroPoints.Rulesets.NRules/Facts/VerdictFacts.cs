using MicroPoints.Standings;

namespace MicroPoints.Rulesets.NRules.Facts;

/// <summary>A condition's finding. Conditions are numbered through the ruleset, those inside one after it.</summary>
internal sealed class Found(int number, int? inside, Finding finding)
{
    public int Number { get; } = number;

    /// <summary>The condition it is inside of.</summary>
    public int? Inside { get; } = inside;
    public Finding Finding { get; } = finding;
    public Verdict Verdict => Finding.Verdict;
}

/// <summary>A limit with what was found.</summary>
internal sealed class Limiting(int order, LimitLine line)
{
    public int Order { get; } = order;
    public LimitLine Line { get; } = line;
}

/// <summary>All limits, once every one is found.</summary>
internal sealed class Limited(IReadOnlyList<LimitLine> lines)
{
    public IReadOnlyList<LimitLine> Lines { get; } = lines;
    public IReadOnlyList<Limit> Met { get; } = [.. lines.Where(l => l.IsMet).Select(l => l.Limit)];
    public string? BarredBy => Met.FirstOrDefault(l => l.Bars)?.Id;
    public bool Bars => BarredBy is not null;
}

/// <summary>The grade by points alone.</summary>
internal sealed class GradedByPoints(int index, string grade)
{
    public int Index { get; } = index;
    public string Grade { get; } = grade;
}

/// <summary>The grade that limits leave, and later quotas; null where there is none.</summary>
internal sealed class Graded(string? grade)
{
    public string? Grade { get; } = grade;
}

/// <summary>The class, or the condition that could not be decided.</summary>
internal sealed class Classified(string? id, Finding? error)
{
    public string? Id { get; } = id;
    public Finding? Error { get; } = error;
}

/// <summary>The place in the scope; null where the chamber has none.</summary>
internal sealed class Placed(int? place)
{
    public int? Place { get; } = place;
}

/// <summary>How far a chamber comes with an outcome by its own merits; quotas come later.</summary>
internal sealed class Decided(OutcomeLine line)
{
    public string Id => Line.Outcome.Id;
    public OutcomeLine Line { get; } = line;
}
