using System.CommandLine;
using System.Globalization;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Over which periods two rulesets are compared.</summary>
internal static class ImpactPeriods
{
    public static readonly Option<Period[]> Named = Common.TypedMany("--period",
        "2026, 2026Q3 or 2025-2026; may be given several times [default: the last one that is over]", "PERIOD", Period.Parse);
    public static readonly Option<int> Last = Common.Typed("--periods",
        $"the last N that are over, N from 1 to {Limits.ImpactPeriodsMax}", "N", Count);
    public static readonly Option<Period[]> Attached = Common.TypedMany("--impact",
        "attach a statement of what changes against the rules in force in this period; may be given several times", "PERIOD", Period.Parse);

    /// <summary>Before anything is opened: what stands twice or together.</summary>
    public static void Check(ParseResult parsed)
    {
        if (parsed.GetResult(Named) is not null && parsed.GetResult(Last) is not null)
            throw CliFailure.CouldNotRun("--period and --periods stand together: name the periods, or say how many of the last");
        CheckNamed(Named, parsed);
    }

    public static IReadOnlyList<Period> Read(ParseResult parsed, ImpactService impact, PeriodLength length) =>
        parsed.GetValue(Named) is { Length: > 0 } named ? named
            : impact.LastOver(length, parsed.GetResult(Last) is null ? 1 : parsed.GetValue(Last));

    /// <summary>Empty where no statement is asked for.</summary>
    public static IReadOnlyList<Period> ReadAttached(ParseResult parsed)
    {
        CheckNamed(Attached, parsed);
        return parsed.GetValue(Attached) ?? [];
    }

    private static void CheckNamed(Option<Period[]> option, ParseResult parsed)
    {
        var named = parsed.GetValue(option) ?? [];
        if (named.GroupBy(p => p).FirstOrDefault(p => p.Count() > 1) is { } twice)
            throw CliFailure.CouldNotRun($"{option.Name} {twice.Key} stands twice: give it once");
        if (named.Length > Limits.ImpactPeriodsMax) throw CliFailure.CouldNotRun(
            $"{option.Name} stands {named.Length} times: at most {Limits.ImpactPeriodsMax} periods are replayed at once");
    }

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Limits.ImpactPeriodsMax
            ? count : throw new FormatException($"'{text}' is not a whole number from 1 to {Limits.ImpactPeriodsMax}");
}
