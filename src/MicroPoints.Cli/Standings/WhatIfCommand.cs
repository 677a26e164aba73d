using System.CommandLine;
using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;

namespace MicroPoints.Cli;

/// <summary>Shows what a scorecard would be with activities that nobody recorded; nothing is written.</summary>
internal static class WhatIfCommand
{
    private static readonly Argument<ChamberId> Chamber = Common.TypedArgument("chamber", "the chamber's id", text => new ChamberId(text));
    private static readonly Option<string[]> With = new("--with")
    {
        Description = "KIND, KIND=3, KIND=80/95 (done of due, or satisfied/answered/asked), KIND:OPTION; may be repeated",
        HelpName = "WHAT",
        Required = true,
    };

    public static Command Build() => new Verb("what-if", "a scorecard as it would be; nothing is written 假如",
            "what-if c-01 --with member.visited=3", "what-if c-01 --with project.brokered:landed --with pledge.signed=40/40")
        .With(Chamber, With, Question.Ruleset, Question.Period).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (texts, kinds) = (parsed.GetValue(With)!, desk.Kinds);
        var wanted = texts.Select(text => Read(text, kinds)).ToList();
        // What is in the ledger already would change nothing, so the ids are nobody's.
        var mark = Guid.NewGuid().ToString("N");
        var (told, ruleset, bad) = await desk.Suppose(parsed.GetValue(Chamber), county => Question.Read(parsed, county),
            day => [.. wanted.Select((w, i) => new RecordActivity(new EntryId($"what-if-{mark}-{i}"), w.Kind.Id, On.Day(day), w.Measured,
                Key: w.Kind.Keyed ? $"what-if-{i}" : null, Reason: "假如"))], cancel);
        if (told is null) throw CliFailure.No("what could not be recorded cannot be supposed",
            [.. bad.Select(b => $"--with {texts[b.Index]}: {b.Refusal}: {b.Detail}")]);
        if (Common.Output(parsed).IsJson) Output.Document(told, WireJson.Default.WhatIfAnswer);
        else Print(told, ruleset);
        return ExitCode.Fine;
    }

    private static void Print(WhatIfAnswer told, Ruleset ruleset)
    {
        if (told.Stamp is not null) Output.Line(told.Stamp);
        Output.Heading($"{told.Name}，假如今天另有 {told.Supposed} 项，什么都不写入 nothing is written");
        Output.Table(["指标 line", ">现在 now", ">假如 then"],
            told.Lines.Select(l => (string[])[$"{l.Id} {l.Title}", Words.Fixed(l.Before), Words.Fixed(l.After)]));
        Output.Line($"总分 {Words.Number(told.Points)} → {Words.Number(told.PointsThen)}；等次 {Title(told.Grade)} → "
            + $"{Title(told.GradeThen)}；名次和名额按别家不变 places as they are");

        string Title(string? grade) => ruleset.Grades.FirstOrDefault(g => g.Id == grade)?.Title.Zh ?? "—";
    }

    /// <exception cref="CliFailure">It does not say what the kind measures.</exception>
    private static (ActivityKind Kind, Measured Measured) Read(string text, KindCatalogue kinds)
    {
        var (name, value) = Halves(text, '=');
        var (id, option) = Halves(name, ':');
        if (!KindId.IsValid(id) || kinds.Find(new KindId(id)) is not { } kind) throw CliFailure.No($"'{id}' is no kind of activity");
        return (kind, Measured(kind, option, value)
            ?? throw CliFailure.No($"'{text}' does not say what {kind.Id} measures: {Wanted(kind)}"));
    }

    private static Measured? Measured(ActivityKind kind, string? option, string? value)
    {
        var parts = value?.Split('/')
            .Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray() ?? [];
        if (kind.Measure == MeasureType.Option)
            return option is not null && value is null && kind.HasOption(option) ? new Measured.Option(option) : null;
        if (option is not null) return null;
        return kind.Measure switch
        {
            MeasureType.Flag => value is null or "true" ? new Measured.Flag(true) : value == "false" ? new Measured.Flag(false) : null,
            MeasureType.Count => value is null ? new Measured.Count(1) : parts is [> 0] ? new Measured.Count(parts[0]) : null,
            MeasureType.Quantity => value is not null && Points.TryParse(value, out var quantity) && quantity > Points.Zero
                ? new Measured.Quantity(quantity.Hundredths) : null,
            MeasureType.Points => value is not null && Points.TryParse(value, out var points) ? new Measured.Awarded(points) : null,
            MeasureType.Share => parts is [>= 0, > 0] && parts[0] <= parts[1] ? new Measured.Share(parts[0], parts[1]) : null,
            MeasureType.Rate => parts is [>= 0, >= 0, > 0] && parts[0] <= parts[1] && parts[1] <= parts[2]
                ? new Measured.Rate(parts[1], parts[0], parts[2]) : null,
            _ => throw new InvalidOperationException("unknown measure"),
        };
    }

    private static string Wanted(ActivityKind kind) => kind.Measure switch
    {
        MeasureType.Option => $"{kind.Id}:{string.Join("|", kind.Options.Select(o => o.Id))}",
        MeasureType.Flag => $"{kind.Id} or {kind.Id}=false",
        MeasureType.Count => $"{kind.Id}=3",
        MeasureType.Share => $"{kind.Id}=80/95 (done/due)",
        MeasureType.Rate => $"{kind.Id}=70/80/100 (satisfied/answered/asked)",
        _ => $"{kind.Id}=1.5",
    };

    private static (string First, string? Second) Halves(string text, char at) =>
        text.IndexOf(at) is >= 0 and var i ? (text[..i], text[(i + 1)..]) : (text, null);
}
