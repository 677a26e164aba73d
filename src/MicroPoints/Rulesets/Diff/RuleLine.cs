namespace MicroPoints.Rulesets;

/// <summary>One thing that a line says.</summary>
/// <param name="Key">The same exactly where two lines say the same.</param>
/// <param name="Words">Null where it says nothing.</param>
internal sealed record RuleField(Title What, string Key, Title? Words, DiffEffect Effect);

/// <summary>One line of a ruleset, taken apart.</summary>
internal sealed record RuleLine(RulePart Part, string Id, Title Title, Title? Clause, IReadOnlyList<RuleField> Fields)
{
    /// <summary>The line as a whole, for a ruleset that lacks it; what is merely not so goes without saying.</summary>
    public IReadOnlyList<DiffDetail> Whole(bool added) => [.. Fields
        .Where(f => f is { Words: not null, Effect: not DiffEffect.Words } && f.Words != RuleWords.YesNo(false))
        .Select(f => added ? new DiffDetail(f.What, null, f.Words, f.Effect) : new DiffDetail(f.What, f.Words, null, f.Effect))];

    public IEnumerable<DiffDetail> Against(RuleLine after) => Fields.Zip(after.Fields)
        .Where(pair => pair.First.Key != pair.Second.Key)
        .Select(pair => Detail(pair.First, pair.Second));

    /// <summary>Words leave out what is rarely asked for, such as how a division rounds; where only that differs, keys tell it.</summary>
    private static DiffDetail Detail(RuleField before, RuleField after) => before.Words != after.Words
        ? new DiffDetail(after.What, before.Words, after.Words, after.Effect)
        : new DiffDetail(after.What, new Title(before.Key), new Title(after.Key), after.Effect) { IsByKey = true };
}
