using System.CommandLine;
using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>The options for measures, of which each kind takes its own.</summary>
internal static class MeasureOptions
{
    private static readonly Option<long> Count = Whole("--count", "how often");
    private static readonly Option<Points> Quantity = Number("--quantity", "how much, in the kind's unit");
    private static readonly Option<long> Answered = Whole("--answered", "of a survey: how many answered");
    private static readonly Option<long> Satisfied = Whole("--satisfied", "of a survey: how many were satisfied");
    private static readonly Option<long> Asked = Whole("--asked", "of a survey: how many were asked");
    private static readonly Option<long> Done = Whole("--done", "of a share: how many are done");
    private static readonly Option<long> Of = Whole("--of", "of a share: how many are due");
    private static readonly Option<string?> Option = new("--option") { Description = "one of the kind's options, or ended" };
    private static readonly Option<Measured.Flag> Flag = Common.Typed(
        "--flag", "whether it is so", "true|false", text => text switch
    {
        "true" or "是" => new Measured.Flag(true),
        "false" or "否" => new Measured.Flag(false),
        _ => throw new FormatException($"'{text}' is not true or false (是 / 否)"),
    });
    private static readonly Option<Points> Points = Number("--points", "points that staff award");

    public static readonly IReadOnlyList<Symbol> All = [Count, Quantity, Answered, Satisfied, Asked, Done, Of, Option,
        Flag, Points];

    /// <summary>Reads what the kind takes; what is missing or does not belong is refused by name.</summary>
    public static Measured Read(ParseResult parsed, ActivityKind kind)
    {
        Option[] needed = kind.Measure switch
        {
            MeasureType.Count => [Count],
            MeasureType.Quantity => [Quantity],
            MeasureType.Rate => [Answered, Satisfied, Asked],
            MeasureType.Share => [Done, Of],
            MeasureType.Option => [Option],
            MeasureType.Flag => [Flag],
            MeasureType.Points => [Points],
            _ => throw new InvalidOperationException("unknown measure"),
        };
        var given = All.OfType<Option>().Where(o => parsed.GetResult(o) is not null).ToList();
        if (needed.Except(given).FirstOrDefault() is { } missing)
            throw CliFailure.Refused(Refusal.MeasureMissing,
                $"{kind.Id} ({kind.Title.Zh}) needs {string.Join(", ", needed.Select(o => o.Name))}: {missing.Name} is missing{Options(kind)}");
        if (given.Except(needed).FirstOrDefault() is { } extra)
            throw CliFailure.Refused(Refusal.MeasureNotOfKind,
                $"{kind.Id} ({kind.Title.Zh}) takes {string.Join(", ", needed.Select(o => o.Name))}, not {extra.Name}");
        return kind.Measure switch
        {
            MeasureType.Count => new Measured.Count(parsed.GetValue(Count)),
            MeasureType.Quantity => new Measured.Quantity(parsed.GetValue(Quantity).Hundredths),
            MeasureType.Rate => new Measured.Rate(parsed.GetValue(Answered), parsed.GetValue(Satisfied),
                parsed.GetValue(Asked)),
            MeasureType.Share => new Measured.Share(parsed.GetValue(Done), parsed.GetValue(Of)),
            MeasureType.Option => new Measured.Option(parsed.GetValue(Option)!),
            MeasureType.Flag => parsed.GetValue(Flag)!,
            MeasureType.Points => new Measured.Awarded(parsed.GetValue(Points)),
            _ => throw new InvalidOperationException("unknown measure"),
        };
    }

    private static string Options(ActivityKind kind) =>
        kind.Options.Count == 0 ? "" : $" (one of {string.Join(", ", kind.Options.Select(o => $"{o.Id} {o.Title.Zh}"))})";

    private static Option<long> Whole(string name, string description) => Common.Typed(name, description, "N",
        text => text.Length <= 12 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole
            : throw new FormatException($"'{text}' is not a whole number of at most 12 digits"));

    private static Option<Points> Number(string name, string description) => Common.Typed(name, description, "NUMBER",
        text => MicroPoints.Points.TryParse(text, out var number)
            ? number : throw new FormatException($"'{text}' is not a number with at most two decimals"));
}
