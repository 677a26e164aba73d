using MicroPoints.Rulesets;

namespace MicroPoints.Documents;

/// <summary>Makes the print of a ruleset. The same ruleset and settings give the same print.</summary>
public static class RulesPrint
{
    private static readonly Title Registered = new("登记商会的工商联", "the federation that keeps the register");

    public static PrintedRules Of(RulesetSource source, PrintBeside? beside = null)
    {
        var ruleset = source.Ruleset;
        return new PrintedRules(ruleset.Title,
            [
                .. source.Stamp is { } stamp ? (Title[])[new Title(stamp)] : [],
                .. ruleset.Sample ? (Title[])[RulesetSource.SampleTitle] : [],
            ],
            [.. PrintedHead.Facts(source)], [.. PrintedHead.Tables(source)], [.. Sections(source, beside ?? new PrintBeside())]);
    }

    private static IEnumerable<PrintedSection> Sections(RulesetSource source, PrintBeside beside)
    {
        var lines = RulesetProse.Lines(source.Ruleset, source.Kinds, source.Values).ToList();
        foreach (var (parts, heading, opening) in Parts(source))
            if (lines.Where(l => parts.Contains(l.Part)).ToList() is [_, ..] some)
                yield return new PrintedSection(heading, opening, [.. some.Select(l => Line(source, l, beside))]);
    }

    private static IEnumerable<(LinePart[] Parts, Title Heading, Title? Opening)> Parts(RulesetSource source) =>
    [
        ([LinePart.Category, LinePart.Indicator], new("积分指标", "Indicators"), null),
        ([LinePart.Deduction], new("扣分", "Deductions"), new("从总分中扣，扣到 0 分为止。", "Taken off the total, not below 0.")),
        ([LinePart.Limit], new("限制情形", "Limits"),
            new("限制等次或者结果运用，不改变积分。", "They limit the grade or what a result gives, and never change points.")),
        ([LinePart.Grade], new("等次", "Grades"), null),
        ([LinePart.Class], new("类别", "Classes"), new("依次对照，符合的第一项即为该类。", "The first that matches, in this order.")),
        ([LinePart.Outcome], new("结果运用", "Outcomes"),
            source.Ruleset.Scale is null ? null : RulesetWords.Ranking(source.Ruleset, source.Names)),
    ];

    private static PrintedLine Line(RulesetSource source, ProseLine line, PrintBeside beside)
    {
        var isIndicator = line.Part is LinePart.Indicator;
        return new PrintedLine(line.Id, isIndicator ? line.Depth + 1 : 0, line.Text, source.ClauseTitle(line.Cite),
            [.. line.Kinds.Select(k => Kind(source, k)), .. line.Attributes.Select(a => Attribute(source, a))], Confirmed(source, line),
            Switch(source, line.EnabledBy),
            beside.Machine?.GetValueOrDefault(line.Id), beside.Tests?.GetValueOrDefault(line.Id) ?? []);
    }

    private static PrintedKind Kind(RulesetSource source, KindId id)
    {
        var kind = source.Kinds.Find(id);
        List<Title> evidence = [.. (kind?.Evidence ?? []).Select(EvidenceWords.Title)];
        return new PrintedKind(id.Value, kind?.Title ?? new Title(id.Value), kind?.ConfirmedBy ?? new Title("未写明", "not said"),
            evidence.Count == 0 ? new Title("未写明", "not said") : new Title(
                string.Join("、", evidence.Select(e => e.Zh)), string.Join(", ", evidence.Select(e => e.EnOrZh))));
    }

    /// <summary>An attribute is no record that somebody confirms: it is as the register of chambers has it.</summary>
    private static PrintedKind Attribute(RulesetSource source, string id) =>
        new(id, source.Names.Attribute(id), Registered, new Title("商会登记信息", "the register of chambers"));

    private static Title Confirmed(RulesetSource source, ProseLine line)
    {
        if (line.Kinds.Count + line.Attributes.Count > 0)
        {
            var by = line.Kinds.Select(k => source.Kinds.Find(k)?.ConfirmedBy).Concat(line.Attributes.Select(_ => Registered))
                .OfType<Title>().DistinctBy(t => t.Zh).ToList();
            return by.Count == 0 ? new Title("未写明", "not said")
                : new Title(string.Join("；", by.Select(t => t.Zh)), string.Join("; ", by.Select(t => t.EnOrZh)));
        }
        var from = source.Ruleset.AllIndicators.Where(i => i.Overflow?.To == line.Id).Select(i => i.Id).ToList();
        if (from.Count > 0) return new Title($"同 {string.Join("、", from)}", $"as {string.Join(", ", from)}");
        return line.Part is LinePart.Category or LinePart.Indicator
            ? new Title("所含各项分别确认", "each line below for itself")
            : new Title("由以上结果计算得出，不另行确认", "computed from what stands above, nobody confirms it");
    }

    private static Title? Switch(RulesetSource source, string? enabledBy)
    {
        if (enabledBy is null) return null;
        var (name, isOn) = (source.Names.Setting(enabledBy), source.IsOn(enabledBy));
        return new Title($"选项{name.QuotedZh}启用时适用，现{(isOn ? "已启用" : "未启用")}",
            $"while '{name.EnOrZh}' is on, which it {(isOn ? "is" : "is not")}");
    }
}
