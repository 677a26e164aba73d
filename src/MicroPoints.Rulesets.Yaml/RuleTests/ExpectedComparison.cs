using MicroPoints.Standings;

namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>Compares a scorecard with what a case expects: complete, unless the case narrows it.</summary>
internal static class ExpectedComparison
{
    public static IEnumerable<string> Compare(Expected then, Scorecard card, Ruleset ruleset) =>
        Lines(then, card).Concat(Totals(then, card)).Concat(Names(then, card, ruleset)).Concat(Reasons(then, card));

    private static bool Covers(Expected then, string name) => then.Only is null || then.Only.Contains(name);

    private static IEnumerable<string> Lines(Expected then, Scorecard card)
    {
        foreach (var line in card.Card.Lines.Where(l => Covers(then, l.Indicator.Id)))
        {
            // A group of indicators is compared where it is listed; what stands inside it is complete by itself.
            if (line.Indicator.IsGroup && !then.Points.ContainsKey(line.Indicator.Id)) continue;
            var expected = then.Points.GetValueOrDefault(line.Indicator.Id);
            if (line.Points != expected)
                yield return $"{line.Indicator.Id} is {line.Points}, expected {expected} ({Why(line.Because)})";
        }
        foreach (var line in card.Card.Deductions.Where(d => Covers(then, d.Deduction.Id)))
            if (line.Points != then.Deductions.GetValueOrDefault(line.Deduction.Id))
                yield return $"{line.Deduction.Id} is {line.Points}, expected {then.Deductions.GetValueOrDefault(line.Deduction.Id)}";
        foreach (var (id, expected) in then.Categories)
            if (card.Card.Category(id)!.Points is var points && points != expected)
                yield return $"category {id} is {points}, expected {expected}";
    }

    private static IEnumerable<string> Totals(Expected then, Scorecard card)
    {
        if (then.Total is { } total && card.Total != total) yield return $"the total is {card.Total}, expected {total}";
        if (then.Grade is { } grade && (card.Grade ?? Expected.None) != grade)
            yield return $"the grade is {card.Grade ?? Expected.None}, expected {grade}";
        if (then.Class is { } rule && (card.Class ?? Expected.None) != rule)
            yield return $"the class is {card.Class ?? Expected.None}, expected {rule}";
        if (then.Rank is { } rank && card.Places?.Scope != rank)
            yield return $"the rank is {card.Places?.Scope.ToString() ?? "none"}, expected {rank}";
    }

    private static IEnumerable<string> Names(Expected then, Scorecard card, Ruleset ruleset)
    {
        var limits = card.Limits.Where(l => l.IsMet).Select(l => l.Limit.Id);
        var proposed = card.Outcomes.Where(o => o.Status == OutcomeStatus.Proposed).Select(o => o.Outcome.Id);
        var eligible = card.Outcomes.Where(o => o.IsEligible).Select(o => o.Outcome.Id);
        _ = ruleset;
        if ((then.Limits is not null || Covers(then, "limits"))
            && Difference("limits", limits, then.Limits ?? []) is { } l) yield return l;
        if ((then.Outcomes is not null || Covers(then, "outcomes"))
            && Difference("outcomes", proposed, then.Outcomes ?? []) is { } o) yield return o;
        if (then.Eligible is { } wanted && Difference("eligible", eligible, wanted) is { } e) yield return e;
        foreach (var error in card.Errors) yield return $"a condition cannot be decided: {error.Sentence.EnOrZh}";
    }

    private static IEnumerable<string> Reasons(Expected then, Scorecard card)
    {
        foreach (var (id, codes) in then.Because)
        {
            var because = card.Card.Line(id)?.Because ?? card.Card.Category(id)?.Because
                ?? card.Card.Deduction(id)?.Because ?? [];
            foreach (var code in codes.Where(c => because.All(b => b.Code() != c)))
                yield return $"{id} does not say {code}; it says {Why(because)}";
        }
    }

    private static string? Difference(string what, IEnumerable<string> actual, IReadOnlyList<string> expected)
    {
        var found = actual.ToHashSet(StringComparer.Ordinal);
        return found.SetEquals(expected)
            ? null : $"{what} are [{string.Join(", ", found)}], expected [{string.Join(", ", expected)}]";
    }

    private static string Why(IReadOnlyList<Because> because) =>
        because.Count == 0 ? "no reason" : string.Join(", ", because.Select(b => b.Code()));
}
