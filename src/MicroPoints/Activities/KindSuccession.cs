namespace MicroPoints.Activities;

/// <summary>What an activities file takes away from the one before, and so cannot follow it.</summary>
/// <param name="Kind">The kind on which facts are on record.</param>
/// <param name="What">What is done to it, and what to do instead.</param>
public sealed record KindOffence(KindId Kind, Title What);

/// <summary>An option that a kind did not have before.</summary>
public sealed record AddedOption(ActivityKind Kind, KindOption Option);

/// <summary>An activities file held against the one it is to follow.</summary>
/// <remarks>
/// Facts are on record by every kind that was ever published, and rulesets in force read them. So a successor adds kinds and options,
/// and may say otherwise what a kind is called, who confirms it and by what evidence; whatever decides how a fact is read stays.
/// </remarks>
/// <param name="Kinds">The kinds that are new, in file order.</param>
/// <param name="Options">The options that are new in kinds there were, in file order.</param>
/// <param name="Offences">All of them, in the order of the file before; where there is one, it is no successor.</param>
public sealed record KindSuccession(
    IReadOnlyList<ActivityKind> Kinds, IReadOnlyList<AddedOption> Options, IReadOnlyList<KindOffence> Offences)
{
    public bool IsAllowed => Offences.Count == 0;

    public static KindSuccession Of(KindCatalogue before, KindCatalogue after) => new(
        [.. after.Kinds.Where(k => before.Find(k.Id) is null)],
        [.. from kind in after.Kinds
            let known = before.Find(kind.Id)
            where known is not null
            from option in kind.Options
            where known.Options.All(o => o.Id != option.Id)
            select new AddedOption(kind, option)],
        [.. before.Kinds.SelectMany(k => Offending(k, after.Find(k.Id)))]);

    private static IEnumerable<KindOffence> Offending(ActivityKind before, ActivityKind? after)
    {
        if (after is null)
        {
            yield return Offence(before, "不见了", "is gone",
                "已有记录按它登记，请放回去；不想再用的，办法里不再计分就行",
                "facts are on record by it: put it back; a kind that no ruleset counts harms nobody");
            yield break;
        }
        foreach (var option in before.Options.Where(o => after.Options.All(a => a.Id != o.Id)))
            yield return Offence(before, $"少了选项{option.Title.QuotedZh}（{option.Id}）", $"lost its option '{option.Id}'",
                "已有记录选的是它，请放回去", "facts are on record by it: put it back");
        foreach (var (zh, en, was, now) in Changed(before, after))
            yield return Offence(before, $"的{zh}由“{was}”改成了“{now}”", $"changes its {en} from '{was}' to '{now}'",
                "已有记录按原来的登记，请改回去，另用新编号加一个事项",
                "facts are on record by it: leave it as it was, and add a kind under a new id");
    }

    /// <summary>What decides how a fact is read, where it differs.</summary>
    private static IEnumerable<(string Zh, string En, string Was, string Now)> Changed(ActivityKind before, ActivityKind after)
    {
        (string Zh, string En, string Was, string Now)[] all =
        [
            ("性质", "nature", Word(before.Nature.ToString()), Word(after.Nature.ToString())),
            ("计量", "measure", Word(before.Measure.ToString()), Word(after.Measure.ToString())),
            ("单位", "unit", before.Unit ?? "", after.Unit ?? ""),
            ("分对象（keyed）", "keyed", Word(before.Keyed.ToString()), Word(after.Keyed.ToString())),
            ("从未记录时（when-missing）", "when-missing", before.WhenMissing ?? "unknown", after.WhenMissing ?? "unknown"),
            ("有效期（expires-after）", "expires-after", Expiry(before), Expiry(after)),
        ];
        return all.Where(c => c.Was != c.Now);
    }

    private static KindOffence Offence(ActivityKind kind, string whatZh, string whatEn, string insteadZh, string insteadEn) => new(kind.Id,
        new Title($"{kind.Title.QuotedZh}（{kind.Id}）{whatZh}：{insteadZh}。", $"'{kind.Id}' {whatEn}: {insteadEn}"));

    /// <summary>As the file writes it.</summary>
    private static string Word(string name) => name.ToLowerInvariant();

    private static string Expiry(ActivityKind kind) => kind.ExpiresAfter?.ToString() ?? "never";
}
