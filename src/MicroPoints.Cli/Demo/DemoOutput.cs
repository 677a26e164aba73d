using System.Globalization;
using System.Text.Json;
using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime.Demo;
using MicroPoints.Standings;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Cli;

/// <summary>Shows a demo: the ranking, one scorecard, the proof, and what to open next. Every output carries the stamp.</summary>
internal static class DemoOutput
{
    private const int RankingShown = 20;

    public static void Json(DemoResult result) => Output.Object(json =>
    {
        json.WriteNumber("chambers", result.Kind.Plan.Chambers.Count);
        json.WriteNumber("activities", result.Activities);
        json.WriteStartObject("round");
        json.WriteStartObject("proof");
        json.WriteString("file", ProofFiles.Name(result.Kind.Round));
        json.WriteString("sha256", result.Proof.Digest.ToString());
        json.WriteEndObject();
        json.WriteBoolean("replayed", result.Replayed.Proof == result.Proof.Digest);
        json.WriteNumber("ranked", result.Replayed.Evaluation.Ranked.Count());
        json.WriteString("id", result.Kind.Round.Value);
        json.WriteString("purpose", "rehearsal");
        json.WriteString("result", result.Proof.Result.ToString());
        json.WriteEndObject();
        json.WriteNumber("reversals", result.Reversals);
        json.WriteNumber("replays", result.Replays);
        json.WriteString("stamp", DemoPlan.Stamp);
        Grades(json, result);
        Coverage(json, result);
        Standings(json, result);
    });

    private static void Grades(Utf8JsonWriter json, DemoResult result)
    {
        json.WriteStartObject("grades");
        foreach (var grade in result.Standings.Ruleset.Grades)
            json.WriteNumber(grade.Title.Zh, result.Standings.Cards.Count(c => c.IsRanked && c.Grade == grade.Id));
        json.WriteEndObject();
    }

    private static void Coverage(Utf8JsonWriter json, DemoResult result)
    {
        json.WriteStartArray("coverage");
        foreach (var row in result.Coverage)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("title", row.Title.Zh);
            json.WriteNumber("numerator", row.Numerator);
            if (row.Denominator is { } denominator) json.WriteNumber("denominator", denominator);
            if (row.Percent is { } percent) json.WriteString("percent", Percent(percent));
            if (row.Published is { } published)
            {
                if (published.Percent is not null) json.WriteString("published", published.Percent);
                json.WriteString("publishedCounts", published.Counts);
                if (published.Note is not null) json.WriteString("note", published.Note.Zh);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Standings(Utf8JsonWriter json, DemoResult result)
    {
        json.WriteStartArray("standings");
        foreach (var card in StandingsOut.InOrder(result.Standings.Cards.Where(c => c.IsRanked)))
        {
            json.WriteStartObject();
            json.WriteString("chamber", card.Id.Value);
            json.WriteString("name", result.Standings.Names[card.Id]);
            json.WriteString("county", card.Chamber.Seat.Enclosing(RegionLevel.County).Value);
            json.WriteNumber("placeInCounty", card.Places!.County);
            json.WriteNumber("place", card.Places.Scope);
            json.WriteString("points", card.Total.ToString());
            json.WriteString("grade", card.Grade);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Tables(DemoResult result, string directory)
    {
        var standings = result.Standings;
        Output.Heading($"{DemoPlan.Stamp} · {result.Kind.Plan.Title.Zh} · {standings.Ruleset.Title.Zh}");
        Output.Line(string.Create(CultureInfo.InvariantCulture,
            $"{result.Kind.Plan.Chambers.Count} 家商会，{result.Activities} 条积分事项，更正 {result.Reversals} 条，重复发送 {result.Replays} 条未重复登记"));
        Output.Line(string.Join("，", standings.Ruleset.Grades.Select(
            g => $"{g.Title.Zh} {standings.Cards.Count(c => c.IsRanked && c.Grade == g.Id)} 家")));
        Output.Line();
        if (result.Kind.Name == "county") StandingsTable.Print(standings.Ruleset,
            StandingsOut.InOrder(standings.Cards.Where(c => c.IsRanked)).Select(c => StandingsOut.Row(standings, c)), RankingShown);
        else PlacesByCounty(result);
        var shown = Shown(standings);
        ScorecardTable.Print(standings.Ruleset, ScorecardOut.Details(standings, shown), $"{DemoPlan.Year}（{DemoPlan.Stamp}）");
        Output.Line();
        if (result.Coverage.Count > 0) CoverageTable(result.Coverage);
        Output.Heading($"年度评价演练已封存，核验一致 sealed and replayed（{DemoPlan.Stamp}）");
        Output.Line($"核验包 {Path.Combine(directory, ProofFiles.Name(result.Kind.Round))}");
        Output.Line($"sha256 {result.Proof.Digest}");
        Next(directory, shown, result.Kind.Round);
    }

    /// <summary>Places within each county, in the order of region codes.</summary>
    private static void PlacesByCounty(DemoResult result)
    {
        var standings = result.Standings;
        var cards = standings.Cards.Where(c => c.IsRanked).OrderBy(c => c.Chamber.Seat.Enclosing(RegionLevel.County))
            .ThenBy(c => c.Places!.County).ThenBy(c => c.Id);
        Output.Table(["县（区划代码）", ">县内位次", "商会 chamber", ">总分", "等次"], cards.Take(RankingShown).Select(c => (string[])[
            c.Chamber.Seat.Enclosing(RegionLevel.County).Value,
                c.Places!.County.ToString(CultureInfo.InvariantCulture), standings.Names[c.Id],
            c.Total.ToFixed(), Words.Grade(standings.Ruleset, c.Grade, c.Class, c.BarredBy)]));
        Output.Line($"以上为前 {RankingShown} 行，全部 {standings.Cards.Count(c => c.IsRanked)} 家见 --output json the rest with --output json");
    }

    /// <summary>A card with something to explain: one that a limit holds below its points, else one in the middle.</summary>
    private static Scorecard Shown(Runtime.StandingsAnswer standings)
    {
        var ranked = standings.Cards.Where(c => c.IsRanked).OrderBy(c => c.Places!.Scope).ThenBy(c => c.Id).ToList();
        return ranked.FirstOrDefault(c => c.Grade != c.GradeByPoints) ?? ranked[ranked.Count / 2];
    }

    private static void CoverageTable(IReadOnlyList<CoverageRow> rows)
    {
        Output.Table(["覆盖情况（由台账计算） computed from the ledger", ">分子", ">分母", ">比例 %", ">已发布", "说明"], rows.Select(r => (string[])[
            r.Title.Zh, r.Numerator.ToString(CultureInfo.InvariantCulture),
                r.Denominator?.ToString(CultureInfo.InvariantCulture) ?? "",
            r.Percent is { } percent ? Percent(percent) : "", Published(r), r.Published?.Note?.Zh ?? ""]));
    }

    private static string Percent(decimal percent) => percent.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Published(CoverageRow row) =>
        row.Published is { } published ? string.Join(" ", new[] { published.Percent, published.Counts }.OfType<string>()) : "";

    private static void Next(string directory, Scorecard shown, RoundId round)
    {
        Output.Line();
        Output.Heading("接下来 what to open next");
        Output.Line("  （micropoints = dotnet run -c Release --project src/MicroPoints.Cli --）");
        Output.Line($"  micropoints scorecard {shown.Id} --as-of 2026-06-30 --known-at 2026-12-31 --data {directory}");
        Output.Line($"  micropoints activities list {shown.Id} --data {directory}");
        Output.Line($"  micropoints round replay {Path.Combine(directory, ProofFiles.Name(round))}");
        Output.Line($"  micropoints rules explain rulesets/micro-points/micro-points.yaml M4");
        Output.Line($"  micropoints verify --data {directory}");
    }
}
