using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Cli;

/// <summary>A statement of impact, as people read it.</summary>
internal static class ImpactOutput
{
    /// <summary>Of several periods first what they come to, the latest at the top, then each.</summary>
    public static void Print(ImpactStatement statement)
    {
        Output.Line(ImpactTables.Change(statement.Periods[0].Impact));
        if (statement.Stamp is { } stamp) Output.Line(stamp);
        if (statement.Periods.Count > 1) PrintSum(statement);
        foreach (var silent in statement.Periods.Where(p => !p.HasData))
        {
            var why = ImpactTables.NoData(statement, silent);
            Output.Line($"{why.Zh}。{why.EnOrZh}.");
        }
        foreach (var answer in statement.Told)
        {
            if (statement.Periods.Count > 1) Output.Line();
            if (statement.Periods.Count > 1) Output.Heading($"{answer.Query.Period}");
            Print(answer);
        }
    }

    private static void PrintSum(ImpactStatement statement) => Output.Table(
        ["时期 period", ">商会 chambers", ">上升 rise", ">下降 fall", ">等次变化 grade", ">新列入 gain", ">不再列入 lose", ">现在平均 before",
            ">改后平均 after"],
        statement.Periods.Select(p => (IReadOnlyList<string>)[$"{p.Query.Period}", .. p.HasData
            ? [$"{p.Impact.Chambers.Count}", $"{p.Impact.Rising}", $"{p.Impact.Falling}", $"{p.Impact.ChangingGrade}",
                $"{p.Impact.WinningOutcome}", $"{p.Impact.LosingOutcome}", p.Impact.SpreadBefore.Mean.ToFixed(),
                p.Impact.SpreadAfter.Mean.ToFixed()]
            : Enumerable.Repeat("—", 8)]));

    private static void Print(ImpactAnswer answer)
    {
        var impact = answer.Impact;
        Output.Line(ImpactTables.Basis(answer));
        Output.Line(ImpactTables.Summary(impact).Zh);
        Output.Line(ImpactTables.Summary(impact).EnOrZh);
        if (answer.IsDatedBack) Output.Line($"{ImpactTables.DatedBack.Zh} {ImpactTables.DatedBack.EnOrZh}");
        Output.Table(["商会 chamber", ">现在 before", ">改后 after", ">相差 difference", "等次 grade", "位次 place", "结果事项 outcomes"],
            impact.Chambers.Select(c => (IReadOnlyList<string>)[answer.Names.GetValueOrDefault(c.Chamber) ?? c.Chamber.Value,
                c.Before.Total.ToFixed(), c.After.Total.ToFixed(), Signed(c.Difference), Pair(Grade(c.Before), Grade(c.After)),
                Pair(Place(c.Before), Place(c.After)),
                string.Join(" ", [.. c.Won.Select(o => $"+{o}"), .. c.Lost.Select(o => $"-{o}")])]));
        Output.Table(["类别 category", ">现在平均 before", ">改后平均 after", ">相差 difference"],
            impact.Categories.Select(c => (IReadOnlyList<string>)[c.Title.Zh, c.Before?.ToFixed() ?? "—", c.After?.ToFixed() ?? "—",
                Signed(c.Difference)]));
        var (before, after) = (impact.SpreadBefore, impact.SpreadAfter);
        Output.Table(["分布 spread", ">现在 before", ">改后 after"],
        [
            ["平均 mean", before.Mean.ToFixed(), after.Mean.ToFixed()], ["中位数 median", before.Median.ToFixed(), after.Median.ToFixed()],
            ["最低 least", before.Least.ToFixed(), after.Least.ToFixed()], ["最高 most", before.Most.ToFixed(), after.Most.ToFixed()],
            .. Grades(before, after),
        ]);
    }

    private static IEnumerable<IReadOnlyList<string>> Grades(PointsSpread before, PointsSpread after) =>
        before.Grades.Concat(after.Grades.Where(g => before.Grades.All(b => b.Id != g.Id))).Select(g => (IReadOnlyList<string>)[g.Title.Zh,
            Count(before, g.Id), Count(after, g.Id)]);

    private static string Count(PointsSpread spread, string grade) =>
        spread.Grades.FirstOrDefault(g => g.Id == grade) is { } found ? $"{found.Chambers}" : "—";

    private static string Grade(ImpactSide side) => side.IsBarred ? "不参评" : side.Grade?.Zh ?? "—";
    private static string Place(ImpactSide side) => side.Place is { } place ? $"{place}" : "—";
    private static string Pair(string before, string after) => before == after ? before : $"{before} → {after}";
    private static string Signed(Points points) => points > Points.Zero ? $"+{points.ToFixed()}" : points.ToFixed();
}
