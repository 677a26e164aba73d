using System.Globalization;
using MicroPoints.Rulesets;

namespace MicroPoints.Cli.Terminal;

/// <summary>Names as people and scripts read them.</summary>
internal static class Words
{
    /// <summary><c>PeriodClosed</c> as <c>period-closed</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The grade's title, else the class's; 不参评 for one that a limit bars.</summary>
    public static string Grade(Ruleset ruleset, string? grade, string? @class, string? barredBy) => barredBy is not null ? "不参评"
        : grade is not null ? ruleset.Grades.First(g => g.Id == grade).Title.Zh
        : @class is not null ? ruleset.Classes.First(c => c.Id == @class).Title.Zh
        : "";

    /// <summary>Why a line credits what it does, in one phrase.</summary>
    public static string Because(string? why, string? note = null) =>
        string.Join("；", new[] { why, note }.Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>The shortest writing: <c>82.35</c>, <c>0.5</c>, <c>-3</c>.</summary>
    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>With two decimals, as columns are aligned.</summary>
    public static string Fixed(decimal number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
