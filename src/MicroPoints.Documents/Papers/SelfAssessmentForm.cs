using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Documents;

/// <summary>年度申报（自评）表: every line with what it is worth, to be filled in; what was credited and why stands beside it where known.</summary>
internal static class SelfAssessmentForm
{
    public static PaperToWrite Of(PaperSource source, ChamberId? chamber, Scorecard? card)
    {
        var name = chamber is { } of ? source.NameOf(of) : "";
        return new PaperToWrite([
            new PaperBlock.Head($"{PaperWords.Year(source)}商会积分申报（自评）表"),
            new PaperBlock.Boxes([("商会名称", name), ("负责人", ""), ("填表人及电话", ""), ("填表日期", "")], false),
            new PaperBlock.Remark($"依据{PaperWords.Basis(source)}。“自评分”由商会填写；“核定分”“扣分原因”由工商联填写。"),
            new PaperBlock.Table(
                [new("指标", 22), new("分值", 8, true), new("评分标准", 34), new("自评分", 9, true), new("核定分", 9, true), new("扣分原因", 18)],
                [.. Rows(source, card)]),
            new PaperBlock.Boxes([
                ("商会意见", "本表所填内容属实，佐证材料附后。\n\n" + PaperWords.SignBox),
                ("初核意见", PaperWords.SignBox), ("审定意见", PaperWords.SignBox)], true),
        ]);
    }

    private static IEnumerable<PaperRow> Rows(PaperSource source, Scorecard? card)
    {
        var names = new ProseNames(source.Ruleset, source.Kinds, source.Values, source.Day);
        foreach (var category in source.Ruleset.Categories)
        {
            var credited = card?.Card.Category(category.Id);
            yield return PaperRow.Strong(category.Title.Zh, Number(category.Cap, names), category.Bonus ? "加分项" : "", "",
                credited?.Points.ToFixed() ?? "", credited is null ? "" : PaperWords.Because(credited.Because));
            foreach (var indicator in category.Indicators.SelectMany(i => i.SelfAndBelow)) yield return Row(indicator, card, source, names);
        }
        foreach (var deduction in source.Ruleset.Deductions.Where(d => source.Values.IsOn(d.EnabledBy)))
        {
            var line = card?.Card.Deduction(deduction.Id);
            yield return PaperRow.Of($"{deduction.Id} {deduction.Title.Zh}", "", "扣分项：" + Taken(deduction, names), "",
                line?.Points.ToFixed() ?? "", line is null || line.Points == Points.Zero ? "" : PaperWords.Because(line.Because));
        }
        if (source.HasPoints) yield return PaperRow.Strong("总分", Number(source.Ruleset.Scale!.Total, names), "", "",
            card?.Total.ToFixed() ?? "", card is null ? "" : source.GradeOf(card));
    }

    private static PaperRow Row(Indicator indicator, Scorecard? card, PaperSource source, ProseNames names)
    {
        var line = card?.Card.Line(indicator.Id);
        var title = $"{indicator.Id} {indicator.Title.Zh}";
        if (!source.Values.IsOn(indicator.EnabledBy)) return PaperRow.Of(title, "", "本县未启用", "—", "—", "");
        return PaperRow.Of(title, Number(indicator.Cap, names), RulesetProse.Standard(indicator, names).Zh, "",
            line?.Points.ToFixed() ?? "", line is null ? "" : PaperWords.Because(line.Because, line.Note));
    }

    /// <summary>What a deduction takes.</summary>
    internal static string Taken(Deduction deduction, ProseNames names) => deduction.While is { } state
        ? $"期间计 {names.Number(state.Points)} 分" : $"每次 {names.Number(deduction.Each!.Value)} 分";

    private static string Number(Number? number, ProseNames names) => number is { } known ? names.Number(known) : "";
}
