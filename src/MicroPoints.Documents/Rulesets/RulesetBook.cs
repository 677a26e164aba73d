using System.Globalization;
using MicroPoints.Runtime;

namespace MicroPoints.Documents;

/// <summary>A ruleset as a workbook: its table of indicators, its deductions, and the rest line by line.</summary>
internal static class RulesetBook
{
    public static IReadOnlyList<TableToWrite> Of(RulesetSource source)
    {
        var (rows, deductions) = (RuleRows.Indicators(source), RuleRows.Deductions(source).ToList());
        var levels = RuleRows.Headings(rows).ToList();
        List<TableToWrite> tables = [];
        if (rows.Count > 0) tables.Add(Table(source, "积分指标",
            [new("编号"), .. levels.Select(l => new ColumnToWrite(l)), new("分值", ColumnFormat.Points),
                new("评分标准", Width: 44), new("佐证", Width: 20),
                new("负责确认", Width: 20), new("依据", Width: 24)],
            rows.Select(r => (IReadOnlyList<CellValue>)[r.Id, .. r.Levels.Select(l => (CellValue)RuleRows.Uncited(l)),
                Number(r.Points), r.Standard, r.Evidence,
                r.Confirmed, r.Clause])) with
        { FixedColumns = levels.Count + 1 });
        if (deductions.Count > 0) tables.Add(Table(source, "扣分",
            [new("编号"), new("扣分项"), new("评分标准", Width: 44), new("佐证", Width: 20), new("负责确认", Width: 20), new("依据", Width: 24)],
            deductions.Select(r => (IReadOnlyList<CellValue>)[r.Id, r.Levels[0], r.Standard, r.Evidence, r.Confirmed, r.Clause])));
        tables.Add(Table(source, "等次、结果和数值",
            [new("部分"), new("编号"), new("名称", Width: 30), new("规定", Width: 60), new("自何日起", ColumnFormat.Day), new("依据", Width: 30)],
            Rest(source)));
        return tables;
    }

    private static IEnumerable<IReadOnlyList<CellValue>> Rest(RulesetSource source)
    {
        var ruleset = source.Ruleset;
        foreach (var text in RulesetArticles.General(source)) yield return ["总则", "", "", text];
        foreach (var line in ruleset.Limits.Where(l => source.IsOn(l.EnabledBy)))
            yield return ["限制情形", line.Id, line.Title.Zh, source.Sentences[line.Id], CellValue.Empty, source.Clause(line.Cite)];
        foreach (var line in ruleset.Grades)
            yield return ["等次", line.Id, line.Title.Zh, $"{source.Names.Number(line.From)}分及以上", CellValue.Empty, source.Clause(line.Cite)];
        foreach (var line in ruleset.Classes)
            yield return ["类别", line.Id, line.Title.Zh, source.Sentences[line.Id], CellValue.Empty, source.Clause(line.Cite)];
        foreach (var (line, text) in source.Outcomes.Zip(RulesetArticles.Outcomes(source)))
            yield return ["结果运用", line.Id, line.Title.Zh, text, CellValue.Empty, source.Clause(line.Cite)];
        yield return ["位次", "", "", RulesetArticles.Ranking(source)];
        foreach (var line in ruleset.Parameters)
            foreach (var value in line.Values)
                yield return ["数值", line.Id, RuleParameters.Name(source, line), value.Value.ToString(),
                    value.From, source.Clause(value.Cite)];
        foreach (var line in RulesetArticles.Settings(source))
            yield return ["选项", line.Id, line.Title.Zh, RulesetArticles.Setting(source, line)];
        foreach (var (document, at) in ruleset.Sources.Select((s, i) => (s, i + 1)))
            yield return ["依据文件", $"〔{at}〕", $"《{document.Title.Zh}》", document.Publisher, document.Date];
    }

    private static TableToWrite Table(
        RulesetSource source, string sheet, IReadOnlyList<ColumnToWrite> columns, IEnumerable<IReadOnlyList<CellValue>> rows) =>
        new(sheet, columns, [.. rows])
        {
            Title = source.Ruleset.Title.Zh,
            Lines = [$"{source.Ruleset.Version}版，核验码{source.Ruleset.Hash.ToString()[..8]}", .. source.Marks],
            IsWide = true,
        };

    private static CellValue Number(string points) => points.Length == 0 ? CellValue.Empty
        : CellValue.Of(decimal.Parse(points, NumberStyles.Number, CultureInfo.InvariantCulture));
}
