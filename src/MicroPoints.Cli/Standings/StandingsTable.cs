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

    public static void Print(StandingsAnswer answer)
    {
        if (answer.Stamp is not null) Output.Line(answer.Stamp);
        Output.Heading($"{answer.Ruleset.Title.Zh} {answer.Period}（截至 {Calendar.Text(answer.At.Day)}，试算，未经年度评价确认 provisional）");
        Print(answer.Ruleset, answer.Cards.Where(c => c.IsRanked), id => answer.Names[id], int.MaxValue);
        if (answer.Cards.Count(c => !c.IsRanked) is > 0 and var others) Output.Line($"另有 {others} 家不参加排名 not ranked");
    }

    public static void Print(Ruleset ruleset, IEnumerable<Scorecard> cards, Func<ChamberId, string> name, int most)
    {
        IReadOnlyList<Category> categories = Output.Width >= WideEnough ? ruleset.Categories : [];
        string[] columns = [">位次", "商会 chamber", ">总分", "等次", .. categories.Select(c => ">" + c.Title.Zh), "限制"];
        Output.Table(columns, InOrder(cards).Take(most).Select(c => (string[])[
            c.Places?.Scope.ToString(CultureInfo.InvariantCulture) ?? "", name(c.Id), c.Total.ToFixed(),
                Words.Grade(ruleset, c),
            .. categories.Select(l => c.Card.Category(l.Id)!.Points.ToFixed()),
                string.Join(" ", c.Limits.Where(l => l.IsMet).Select(l => l.Limit.Id))]));
    }
}
