using System.Text.RegularExpressions;
using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Drafts deductions and the conditions that bar a chamber from results.</summary>
internal sealed partial class DeductionDraft(DraftNotebook notebook, KindMatch kinds)
{
    /// <summary>Taken where the document names no number.</summary>
    private static readonly Points Unsaid = new(100);

    public Deduction Of(WrittenLine line, string wanted, Cite cite)
    {
        var (written, title) = IndicatorDraft.Name(line);
        var id = notebook.Id(line.Id ?? written ?? wanted);
        var text = RuleText.Plain(string.Join("；", line.Standards));
        var amount = Number(Taken().Match(text)) ?? Number(Amount().Match(RuleText.Plain(line.Points)));
        if (amount is null) notebook.Ask(line.Place, id, line.Whole, null, new Title(
            "没有读出扣多少分，暂按每次扣 1 分：请写明", "how much is taken was not read; 1 each was assumed: say how much"));
        var each = Rulesets.Number.Of(-(amount ?? Unsaid));
        var cap = Number(AtMost().Match(text)) is { } most ? Rulesets.Number.Of(-most) : (Rulesets.Number?)null;
        var named = Named().Match(text) is { Success: true } match ? kinds.Named(match.Groups[1].Value) : null;
        var byKey = text.Contains("所涉事项的指标计零", StringComparison.Ordinal);
        if (While().Match(text) is { Success: true } during && named is [{ Nature: Nature.State } state]
            && KindFit.OptionOf([state], during.Groups[1].Value) is { } option)
            return new Deduction(id, new Title(title), [], null, new WhileState(state.Id, Ids.Of(option), each),
                cap, [], byKey, null, cite);
        if (named is not { Count: > 0 } || named.Any(k => k.Measure != MeasureType.Count)) named = Counted(line, id, title);
        if (Rest(text) is { Length: > 0 } rest)
            notebook.Ask(line.Place, id, line.Whole, null, new Title($"没有读懂：{rest}", $"not understood: {rest}"));
        return new Deduction(id, new Title(title), [.. named.Select(k => new Counted(k.Id))], each, null, cap, [],
            byKey && named.All(k => k.Keyed), null, cite);
    }

    /// <summary>A veto: what it does is never in the table, so that is always asked.</summary>
    public Limit Limit(WrittenLine line, string wanted, string? lowestGrade, Cite cite)
    {
        var (written, title) = IndicatorDraft.Name(line);
        var id = notebook.Id(line.Id ?? written ?? wanted);
        var words = string.Concat(line.Names.Select(n => n.Text).Concat(line.Standards));
        var (best, score) = kinds.Best(title, k => k.Nature == Nature.State && k.Measure is MeasureType.Flag or MeasureType.Option);
        var option = best is null || score < 0.4 ? null : best.Measure == MeasureType.Flag ? "true"
            : best.Options.FirstOrDefault(o => words.Contains(o.Title.Zh, StringComparison.Ordinal))?.Id;
        var state = option is null ? kinds.Draft(line, id, title, new ScorePhrase.Flag((Points?)null), null) : best!;
        notebook.Ask(line.Place, id, line.Whole, null, new Title(
            $"一票否决的后果没有读出：暂定{(lowestGrade is null ? "" : "等次最低，")}暂停除帮扶外的结果运用；请确认情形和后果",
            "what the veto does was not read: the lowest grade and no outcomes were assumed; confirm when it applies and what it does"));
        return new Limit(id, new Title(title), new Condition.StateIs(state.Id, Ids.Of(option ?? "true")), lowestGrade, null, false, true,
            Ids.Of(), null, cite);
    }

    private IReadOnlyList<ActivityKind> Counted(WrittenLine line, string id, string title) =>
        kinds.For(line, id, title, new ReadStandard((ScorePhrase?)null), new ScorePhrase.FromFull(Unsaid, Unsaid));

    private static string Rest(string text)
    {
        var rest = Taken().Replace(AtMost().Replace(Named().Replace(text, ""), ""), "").Replace("所涉事项的指标计零", "", StringComparison.Ordinal)
            .Trim(',', ';', '.');
        return Meaningful().IsMatch(rest) ? rest : "";
    }

    private static Points? Number(Match match) => match.Success ? RuleText.Points(match.Groups[1].Value) : null;

    private const string N = @"(\d{1,6}(?:\.\d{1,2})?)";

    [GeneratedRegex("^按“(.+?)”计[,;]?")]
    private static partial Regex Named();

    [GeneratedRegex("(?:每[^;,\\d扣]{0,24}?(?:1[^;,\\d扣]{0,6})?)?[^;,\\d扣]{0,16}?(?:扣减?|减|-)" + N + "分?")]
    private static partial Regex Taken();

    [GeneratedRegex(",?(?:累计|合计)?(?:最多|最高|上限|不超过)(?:累计|合计)?(?:扣|减|为)?(?:不超过)?-?" + N + "分")]
    private static partial Regex AtMost();

    [GeneratedRegex(@"([^,;\d]{1,20}?)期间扣")]
    private static partial Regex While();

    [GeneratedRegex("-?" + N)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\d|扣|否决|取消|降|不得")]
    private static partial Regex Meaningful();
}
