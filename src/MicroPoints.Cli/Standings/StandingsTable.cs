using System.Globalization;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Cli;

/// <summary>The ranking as people read it.</summary>
internal static class StandingsTable
{
    /// <summary>A terminal this wide shows the categories too.</summary>
    private const int WideEnough = 150;

    public static IEnumerable<Scorecard> InOrder(IEnumerable<Scorecard> cards) =>
        cards.OrderBy(c => c.Places?.Scope ?? int.MaxValue).ThenBy(c => c.Id);

    public static void Print(StandingsList list)
    {
        if (list.Stamp is not null) Output.Line(list.Stamp);
        Output.Heading($"{list.Ruleset.Title.Zh} {list.Period}（截至 {Calendar.Text(list.At.Day)}，试算，未经年度评价确认 provisional）");
        Print(list.Ruleset, list.InOrder.Where(r => r.IsRanked));
        if (list.Rows.Count(r => !r.IsRanked) is > 0 and var others) Output.Line($"另有 {others} 家不参加排名 not ranked");
    }

    public static void Print(Ruleset ruleset, IEnumerable<Scorecard> cards, Func<ChamberId, string> name, int most) =>
        Print(ruleset, InOrder(cards).Take(most).Select(c => StandingRow.Of(c, name(c.Id))));

    /// <param name="rows">In the order in which they are shown.</param>
    public static void Print(Ruleset ruleset, IEnumerable<StandingRow> rows)
    {
        var shown = Output.Width >= WideEnough ? ruleset.Categories.Count : 0;
        string[] columns =
            [">位次", "商会 chamber", ">总分", "等次", .. ruleset.Categories.Take(shown).Select(c => ">" + c.Title.Zh), "限制"];
        Output.Table(columns, rows.Select(r => (string[])[
            r.Places?.Scope.ToString(CultureInfo.InvariantCulture) ?? "", r.Name, r.Total.ToFixed(), Words.Grade(ruleset, r),
            .. r.Categories.Take(shown).Select(p => p.ToFixed()), string.Join(" ", r.Limits)]));
    }
}
