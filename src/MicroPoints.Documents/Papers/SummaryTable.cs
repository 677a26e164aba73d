using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Documents;

/// <summary>汇总表: chambers in order of region code, what each category came to, total and grade. A3, lying; no places.</summary>
internal static class SummaryTable
{
    public static PaperToWrite Of(PaperSource source)
    {
        var names = new ProseNames(source.Ruleset, source.Kinds, source.Values, source.Day);
        var takes = source.Ruleset.Deductions.Count > 0;
        List<PaperColumn> columns = [new("序号", 5, true), new("商会名称", 20)];
        columns.AddRange(source.Ruleset.Categories.Select(c => new PaperColumn(c.Title.Zh + Most(c, names), 9, true)));
        if (takes) columns.Add(new("扣分", 7, true));
        if (source.HasPoints) columns.Add(new("总分", 8, true));
        columns.AddRange([new("等次", 8), new("备注", 16)]);
        var rows = source.Cards.Select((card, i) => PaperRow.Of([$"{i + 1}", source.NameOf(card.Id),
            .. source.Ruleset.Categories.Select(c => Of(card, c)),
            .. takes ? [card.Card.Deductions.Aggregate(Points.Zero, (sum, d) => sum + d.Points).ToFixed()] : Array.Empty<string>(),
            .. source.HasPoints ? [card.Total.ToFixed()] : Array.Empty<string>(),
            source.GradeOf(card), Remark(card)]));
        return new PaperToWrite([
            new PaperBlock.Head($"{PaperWords.Year(source)}商会积分汇总表"),
            new PaperBlock.Remark($"依据{PaperWords.Basis(source)}，数据截至{PaperWords.Day(source.Evaluation!.Snapshot.At.Day)}；"
                + $"共{source.Cards.Count}家，参评{source.Ranked.Count}家。按行政区划代码排列，不分先后。核验码：{source.ContentCode}。"),
            new PaperBlock.Table(columns, [.. rows]),
            new PaperBlock.Remark("填表：＿＿＿＿＿＿　　　　　　复核：＿＿＿＿＿＿　　　　　　审定：＿＿＿＿＿＿　　　　　　（盖章）　　　　　　" + PaperWords.DayBlank),
        ])
        { IsWide = true };
    }

    private static string Most(Category category, ProseNames names) =>
        category.Cap is { } cap ? $"（{(category.Bonus ? "加分，" : "")}{names.Number(cap)}）" : category.Bonus ? "（加分）" : "";

    private static string Of(Scorecard card, Category category) => card.Card.Category(category.Id) is { } line
        ? line.Applies ? line.Points.ToFixed() : "不适用" : "";

    private static string Remark(Scorecard card) => string.Join("；", card.Limits.Where(l => l.IsMet).Select(l => l.Limit.Title.Zh));
}
