using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Cli;

/// <summary>A statement of impact, as people and programs read it.</summary>
internal static class ImpactOutput
{
    public static void Print(ImpactAnswer answer)
    {
        var impact = answer.Impact;
        foreach (var line in ImpactTables.Heading(answer)) Output.Line(line);
        Output.Line(ImpactTables.Summary(impact).EnOrZh);
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

    public static void Write(Utf8JsonWriter json, ImpactAnswer answer)
    {
        var impact = answer.Impact;
        json.WriteString("before", impact.Before.Name);
        json.WriteString("after", impact.After.Name);
        json.WriteString("period", answer.Query.Period.ToString());
        json.WriteString("scope", answer.Query.Scope.Value);
        if (answer.Round is { } round) json.WriteString("round", round.Value);
        if (answer.Stamp is { } stamp) json.WriteString("stamp", stamp);
        json.WriteNumber("rising", impact.Rising);
        json.WriteNumber("falling", impact.Falling);
        json.WriteNumber("changingGrade", impact.ChangingGrade);
        json.WriteNumber("winningOutcome", impact.WinningOutcome);
        json.WriteNumber("losingOutcome", impact.LosingOutcome);
        json.WriteStartArray("chambers");
        foreach (var chamber in impact.Chambers)
        {
            json.WriteStartObject();
            json.WriteString("chamber", chamber.Chamber.Value);
            json.WriteString("name", answer.Names.GetValueOrDefault(chamber.Chamber));
            Write(json, "before", chamber.Before);
            Write(json, "after", chamber.After);
            Write(json, "won", chamber.Won);
            Write(json, "lost", chamber.Lost);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("categories");
        foreach (var category in impact.Categories)
        {
            json.WriteStartObject();
            json.WriteString("category", category.Id);
            if (category.Before is { } before) json.WriteString("before", before.ToString());
            if (category.After is { } after) json.WriteString("after", after.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Write(json, "spreadBefore", impact.SpreadBefore);
        Write(json, "spreadAfter", impact.SpreadAfter);
    }

    private static void Write(Utf8JsonWriter json, string name, ImpactSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("points", side.Total.ToString());
        if (side.GradeId is { } grade) json.WriteString("grade", grade);
        if (side.Place is { } place) json.WriteNumber("place", place);
        if (side.IsBarred) json.WriteBoolean("barred", true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, PointsSpread spread)
    {
        json.WriteStartObject(name);
        json.WriteNumber("ranked", spread.Ranked);
        json.WriteString("mean", spread.Mean.ToString());
        json.WriteString("median", spread.Median.ToString());
        json.WriteString("least", spread.Least.ToString());
        json.WriteString("most", spread.Most.ToString());
        json.WriteStartObject("grades");
        foreach (var grade in spread.Grades) json.WriteNumber(grade.Id, grade.Chambers);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
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
