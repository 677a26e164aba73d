using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>How one ruleset differs from another, line by line in words.</summary>
/// <remarks>Pure, and about the files alone: what a difference does to chambers is asked of their facts.</remarks>
/// <param name="Lines">In the order of the parts; inside a part as the second file has them, what is gone last.</param>
public sealed record RulesetDiff(Ruleset Before, Ruleset After, IReadOnlyList<DiffLine> Lines)
{
    /// <summary>Whether any chamber could come to another result.</summary>
    public bool ChangesResults => Lines.Any(l => l.Effect == DiffEffect.Results);

    /// <summary>Whether the two are the same but for their bytes.</summary>
    public bool IsEmpty => Lines.Count == 0;

    public IEnumerable<DiffLine> Of(DiffEffect effect) => Lines.Where(l => l.Effect == effect);

    /// <summary>What the comparison comes to, in a sentence.</summary>
    public Title Summary => ChangesResults
        ? new Title($"有 {Of(DiffEffect.Results).Count()} 处会影响结果", $"{Of(DiffEffect.Results).Count()} lines change results")
        : new Title("没有影响结果的变化", "no change of results");

    public static RulesetDiff Of(Ruleset before, Ruleset after, KindCatalogue kinds)
    {
        var (old, fresh) = (RuleLines.Of(before, kinds), RuleLines.Of(after, kinds));
        var gone = old.ToDictionary(l => (l.Part, l.Id));
        var lines = new List<DiffLine>();
        foreach (var line in fresh)
        {
            if (!gone.Remove((line.Part, line.Id), out var known))
                lines.Add(new DiffLine(
                    line.Part, line.Id, line.Title, DiffChange.Added, EffectOf(line), line.Whole(added: true), line.Clause));
            else if (known.Against(line).Select(d => Traced(d, line, fresh)).ToList() is { Count: > 0 } details)
                lines.Add(new DiffLine(
                    line.Part, line.Id, line.Title, DiffChange.Changed, details.Min(d => d.Effect), details, line.Clause));
        }
        lines.AddRange(gone.Values.Select(l => new DiffLine(
            l.Part, l.Id, l.Title, DiffChange.Removed, EffectOf(l), l.Whole(added: false), l.Clause)));
        return new RulesetDiff(before, after, [.. lines.OrderBy(l => l.Part)]);
    }

    /// <summary>A line that nothing reads yet, or no more, is worth no result; who names it says so itself.</summary>
    private static DiffEffect EffectOf(RuleLine line) =>
        line.Part is RulePart.Setting or RulePart.Parameter or RulePart.Attribute ? DiffEffect.Use : DiffEffect.Results;

    /// <summary>A dated value or a setting says nothing by itself: the lines that read it are named.</summary>
    private static DiffDetail Traced(DiffDetail detail, RuleLine line, IReadOnlyList<RuleLine> all)
    {
        if (line.Part is not (RulePart.Setting or RulePart.Parameter) || detail.Effect != DiffEffect.Results) return detail;
        var readers = all.Where(l => l.Fields.Any(f => f.Effect != DiffEffect.Words && StructuralText.Names(f.Key, line.Id))).ToList();
        return readers.Count == 0 ? detail with { Effect = DiffEffect.Use } : detail with
        {
            What = new Title($"{detail.What.Zh}（用于 {string.Join("、", readers.Select(r => $"{r.Id} {r.Title.Zh}".Trim()))}）",
                $"{detail.What.EnOrZh} (read by {string.Join(", ", readers.Select(r => $"{r.Id} {r.Title.EnOrZh}".Trim()))})"),
        };
    }
}
