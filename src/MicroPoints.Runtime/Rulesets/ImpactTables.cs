using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>A statement of impact as the sheets of a workbook.</summary>
public static class ImpactTables
{
    public static IReadOnlyList<TableToWrite> Of(ImpactAnswer answer) => [Chambers(answer), Categories(answer), Spread(answer)];

    /// <summary>Of one period its own sheets; of several a sheet that sums them up, then those of each that has data.</summary>
    public static IReadOnlyList<TableToWrite> Of(ImpactStatement statement) => statement.Periods is [{ HasData: true } one] ? Of(one)
        : [Summary(statement), .. statement.Told.SelectMany(a => Of(a).Select(t => t with { Sheet = $"{a.Query.Period} {t.Sheet}" }))];

    /// <summary>What stands above every sheet.</summary>
    public static IReadOnlyList<string> Heading(ImpactAnswer answer)
    {
        List<string> lines = [Change(answer.Impact), Basis(answer), Summary(answer.Impact).Zh];
        if (answer.IsDatedBack) lines.Add(DatedBack.Zh);
        if (answer.Stamp is { } stamp) lines.Add(stamp);
        return lines;
    }

    /// <summary>Which ruleset takes the place of which.</summary>
    public static string Change(RulesetImpact impact) =>
        $"由 {impact.Before.Title.Zh}（{impact.Before.Version}）改为 {impact.After.Title.Zh}（{impact.After.Version}）";

    public static Title DatedBack => new("办法中在这一时期以后才起用的数值，按已经起用测算",
        "values that begin only after the period are taken as if they had held");

    /// <summary>Why a period is not told: nothing was recorded in it, or not yet.</summary>
    public static Title NoData(ImpactStatement statement, ImpactAnswer answer)
    {
        var period = answer.Query.Period;
        return statement.Told.Count > 0 && statement.Told.Min(t => t.Query.Period) is var first && period.From < first.From
            ? new Title($"{period} 没有一家商会登记过当期发生的事项，不测算；所测算的时期从 {first} 起才有记录",
                $"no chamber has anything recorded that happened in {period}, so it is not compared; "
                + $"what is replayed here begins with {first}")
            : new Title($"{period} 没有一家商会登记过当期发生的事项，不测算",
                $"no chamber has anything recorded that happened in {period}, so it is not compared");
    }

    /// <summary>From what a period was worked out, and through which day.</summary>
    public static string Basis(ImpactAnswer answer) => answer.Round is not null ? $"按 {answer.Query.Period} 年度评价封存的数据测算"
        : $"按 {answer.Query.Period} 台账现有数据测算，截至 {Calendar.Text(answer.On)}{Partly(answer)?.Zh}";

    /// <summary>How many chambers have records of the period, in brackets; null where all have.</summary>
    public static Title? Partly(ImpactAnswer answer) => answer.Recorded >= answer.Impact.Chambers.Count ? null : new(
        $"（{answer.Impact.Chambers.Count} 家中 {answer.Recorded} 家有当期记录）",
        $" ({answer.Recorded} of {answer.Impact.Chambers.Count} chambers have records of it)");

    public static Title Summary(RulesetImpact impact) => new(
        $"{impact.Chambers.Count} 家商会：位次上升 {impact.Rising} 家，下降 {impact.Falling} 家；等次变化 {impact.ChangingGrade} 家；"
        + $"新列入结果事项 {impact.WinningOutcome} 家，不再列入 {impact.LosingOutcome} 家",
        $"{impact.Chambers.Count} chambers: {impact.Rising} rise, {impact.Falling} fall, {impact.ChangingGrade} change grade, "
        + $"{impact.WinningOutcome} gain an outcome, {impact.LosingOutcome} lose one");

    private static TableToWrite Summary(ImpactStatement statement)
    {
        List<string> lines = [Change(statement.Periods[0].Impact)];
        if (statement.Stamp is { } stamp) lines.Add(stamp);
        return new TableToWrite("汇总", [new("时期"), new("商会（家）", ColumnFormat.Whole), new("位次上升", ColumnFormat.Whole),
            new("位次下降", ColumnFormat.Whole), new("等次变化", ColumnFormat.Whole), new("新列入结果事项", ColumnFormat.Whole),
            new("不再列入", ColumnFormat.Whole), new("现在平均", ColumnFormat.Points), new("改后平均", ColumnFormat.Points),
            new("说明", Width: 40)], [.. statement.Periods.Select(Row)])
        { Title = "积分办法影响测算", Lines = lines, IsWide = true };

        IReadOnlyList<CellValue> Row(ImpactAnswer a) => a.HasData
            ? [$"{a.Query.Period}", a.Impact.Chambers.Count, a.Impact.Rising, a.Impact.Falling, a.Impact.ChangingGrade,
                a.Impact.WinningOutcome, a.Impact.LosingOutcome, a.Impact.SpreadBefore.Mean, a.Impact.SpreadAfter.Mean, Basis(a)]
            : [$"{a.Query.Period}", .. Enumerable.Repeat(CellValue.Empty, 8), NoData(statement, a).Zh];
    }

    private static TableToWrite Chambers(ImpactAnswer answer)
    {
        var impact = answer.Impact;
        return Sheet(answer, "各商会", [new("商会", Width: 24), new("现在得分", ColumnFormat.Points), new("改后得分", ColumnFormat.Points),
            new("相差", ColumnFormat.Points), new("现在等次"), new("改后等次"), new("现在位次", ColumnFormat.Whole),
            new("改后位次", ColumnFormat.Whole), new("新列入", Width: 20), new("不再列入", Width: 20)],
            impact.Chambers.Select(c => (IReadOnlyList<CellValue>)[answer.Names.GetValueOrDefault(c.Chamber) ?? c.Chamber.Value,
                c.Before.Total, c.After.Total, c.Difference, Grade(c.Before), Grade(c.After), Place(c.Before), Place(c.After),
                Outcomes(impact.After, c.Won), Outcomes(impact.Before, c.Lost)]));
    }

    private static TableToWrite Categories(ImpactAnswer answer) => Sheet(answer, "各类平均", [new("类别", Width: 24),
        new("现在平均", ColumnFormat.Points), new("改后平均", ColumnFormat.Points), new("相差", ColumnFormat.Points)],
        answer.Impact.Categories.Select(c => (IReadOnlyList<CellValue>)[c.Title.Zh,
            c.Before is { } before ? before : CellValue.Empty, c.After is { } after ? after : CellValue.Empty, c.Difference]));

    private static TableToWrite Spread(ImpactAnswer answer)
    {
        var (before, after) = (answer.Impact.SpreadBefore, answer.Impact.SpreadAfter);
        List<IReadOnlyList<CellValue>> rows =
        [
            ["参评（家）", before.Ranked, after.Ranked], ["平均", before.Mean, after.Mean], ["中位数", before.Median, after.Median],
            ["最低", before.Least, after.Least], ["最高", before.Most, after.Most],
        ];
        rows.AddRange(before.Grades.Concat(after.Grades.Where(g => before.Grades.All(b => b.Id != g.Id))).Select(g =>
            (IReadOnlyList<CellValue>)[$"{g.Title.Zh}（家）", CountOf(before, g.Id), CountOf(after, g.Id)]));
        return Sheet(answer, "分布", [new("项目", Width: 20), new("现在", ColumnFormat.Number), new("改后", ColumnFormat.Number)], rows);
    }

    private static CellValue CountOf(PointsSpread spread, string grade) =>
        spread.Grades.FirstOrDefault(g => g.Id == grade) is { } found ? found.Chambers : CellValue.Empty;

    private static TableToWrite Sheet(ImpactAnswer answer, string name, IReadOnlyList<ColumnToWrite> columns,
        IEnumerable<IReadOnlyList<CellValue>> rows) => new(name, columns, [.. rows])
        { Title = "积分办法影响测算", Lines = Heading(answer), IsWide = true };

    private static CellValue Grade(ImpactSide side) => side.IsBarred ? "不参评" : side.Grade?.Zh ?? "";

    private static CellValue Place(ImpactSide side) => side.Place is { } place ? place : CellValue.Empty;

    private static CellValue Outcomes(Ruleset ruleset, IReadOnlyList<string> ids) =>
        string.Join("、", ids.Select(id => ruleset.Outcomes.First(o => o.Id == id).Title.Zh));
}
