using System.Globalization;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>The ranking as people read it.</summary>
internal static class StandingsTable
{
    /// <summary>A terminal this wide shows the categories too.</summary>
    private const int WideEnough = 150;

    public static void Print(StandingsPage page, Ruleset ruleset)
    {
        if (page.Stamp is not null) Output.Line(page.Stamp);
        var place = RegionNames.Shown(new RegionCode(page.Scope), page.Stamp);
        Output.Heading($"{place} {page.RulesetTitle} {page.Period}（截至 {Calendar.Text(page.AsOf)}，试算，未经年度评价确认 provisional）");
        Print(ruleset, page.Standings.Where(r => r.Place is not null), int.MaxValue);
        if (page.Total - page.Ranked is > 0 and var others) Output.Line($"另有 {others} 家不参加排名 not ranked");
    }

    public static void Print(Ruleset ruleset, IEnumerable<StandingRow> rows, int most)
    {
        IReadOnlyList<Category> categories = Output.Width >= WideEnough ? ruleset.Categories : [];
        string[] columns = [">位次", "商会 chamber", ">总分", "等次", .. categories.Select(c => ">" + c.Title.Zh), "限制"];
        Output.Table(columns, rows.Take(most).Select(r => (string[])[
            r.Place?.ToString(CultureInfo.InvariantCulture) ?? "", r.Name, Words.Fixed(r.Points),
            Words.Grade(ruleset, r.Grade, r.Class, r.BarredBy),
            .. categories.Select(c => Words.Fixed(r.Categories.First(t => t.Id == c.Id).Points)), string.Join(" ", r.Limits ?? [])]));
    }
}
