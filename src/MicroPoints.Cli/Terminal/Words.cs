using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Cli.Terminal;

/// <summary>Names as people and scripts read them.</summary>
internal static class Words
{
    /// <summary><c>PeriodClosed</c> as <c>period-closed</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    public static string Grade(Ruleset ruleset, Scorecard card) => Grade(ruleset, StandingRow.Of(card, ""));

    public static string Grade(Ruleset ruleset, StandingRow row) => row.BarredBy is not null ? "不参评"
        : row.Grade is { } grade ? ruleset.Grades.First(g => g.Id == grade).Title.Zh
        : row.Class is { } @class ? ruleset.Classes.First(c => c.Id == @class).Title.Zh
        : "";

    /// <summary>Why a line credits what it does, in one phrase.</summary>
    public static string Because(IEnumerable<Because> because, string? note = null) =>
        string.Join("；", because.Select(b => b.Phrase().Zh).Append(note).Where(t => !string.IsNullOrEmpty(t)));
}
