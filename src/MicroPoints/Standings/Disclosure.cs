using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>What may be told of findings and traces. A reference opinion is never told, so neither is the part of a condition that asks
/// for one; and what others have is told only to those who reach all of them.</summary>
public static class Disclosure
{
    private static readonly Title NotTold = new("此项不公开", "this is not told");

    /// <summary>Whether neither the condition nor one inside asks for a reference opinion.</summary>
    public static bool IsTold(Condition condition, Ruleset ruleset) => !condition.SelfAndBelow.Any(c => AsksForReference(c, ruleset));

    /// <summary>The finding without the parts that ask for a reference opinion, or hold one that does: by their verdicts one could
    /// count back. How many of the parts are met is left out with them.</summary>
    public static Finding Told(this Finding finding, Ruleset ruleset)
    {
        if (IsTold(finding.Condition, ruleset)) return finding;
        List<Finding> inside = [.. finding.Inside.Where(f => IsTold(f.Condition, ruleset))];
        return finding with
        {
            Inside = inside,
            Sentence = inside.Count == 0 ? NotTold : new Title(
                $"其中有不公开的条件；其余：{string.Join("；", inside.Select(f => f.Sentence.Zh))}",
                $"a part of it is not told; the rest: {string.Join("; ", inside.Select(f => f.Sentence.EnOrZh))}"),
        };
    }

    /// <summary>The trace as it is told to somebody.</summary>
    /// <param name="scope">Among whose chambers it was worked out.</param>
    /// <param name="reaches">Whether they reach a region.</param>
    public static ScorecardTrace Told(this ScorecardTrace trace, Ruleset ruleset, RegionCode scope, Func<RegionCode, bool> reaches)
    {
        var (seat, isWhole) = (trace.Card.Chamber.Seat, reaches(scope));
        return trace with
        {
            Lines = isWhole ? trace.Lines : [.. trace.Lines.Select(WithoutOthers)],
            Limits = [.. trace.Limits.Select(l => l with { Condition = Told(l.Condition, ruleset) })],
            Classes = [.. trace.Classes.Select(c => c with { Condition = c.Condition is { } of ? Told(of, ruleset) : null })],
            Grade = trace.Grade is { } grade ? grade with { Quotas = [.. grade.Quotas.Where(q => Reaches(q.Within))] } : null,
            Ranking = trace.Ranking is { } ranking
                ? ranking with { Peers = [.. ranking.Peers.Where(p => reaches(p.Seat))] } : null,
            Outcomes = [.. trace.Outcomes.Where(o => o.Line.Outcome.Kind != OutcomeKind.Reference).Select(o => o with
            {
                Condition = o.Condition is { } of ? Told(of, ruleset) : null,
                Quota = o.Quota is { } quota && Reaches(quota.Within) ? quota : null,
            })],
        };

        // A quota of a region around the scope is measured by the scope's chambers all the same.
        bool Reaches(Within within) => isWhole || within == Within.County && reaches(seat.Enclosing(RegionLevel.County));
    }

    /// <summary>The exact term would give least and most away; what it comes to in points stays.</summary>
    private static LineTrace WithoutOthers(LineTrace line) => line.Comparison is { Least: not null } compared
        ? line with { Comparison = compared.Withheld(), Terms = [] } : line;

    private static TracedCondition Told(TracedCondition trace, Ruleset ruleset) => IsTold(trace.Finding.Condition, ruleset) ? trace
        : trace with
        {
            Finding = trace.Finding.Told(ruleset),
            Operands = [],
            Values = [],
            Inside = [.. trace.Inside.Where(i => IsTold(i.Finding.Condition, ruleset))],
        };

    /// <summary>A list that a region set may hold any outcome.</summary>
    private static bool AsksForReference(Condition condition, Ruleset ruleset) => condition switch
    {
        Condition.OutcomeIs asked => IsReference(asked.Outcome, ruleset),
        Condition.History { Outcomes: { } asked } => asked.Reference is null
            ? asked.Literal.Any(o => IsReference(o, ruleset)) : ruleset.Outcomes.Any(o => o.Kind == OutcomeKind.Reference),
        _ => false,
    };

    private static bool IsReference(string outcome, Ruleset ruleset) =>
        ruleset.Outcomes.Any(o => o.Id == outcome && o.Kind == OutcomeKind.Reference);
}
