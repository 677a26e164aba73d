using System.CommandLine;
using System.Globalization;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;

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
        .With(Chamber, With, Question.Ruleset, Question.Period).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var kinds = store.Workspace.Kinds;
        var (answer, card) = await OneCard.Of(store.Workspace, parsed, parsed.GetValue(Chamber), cancel);
        var day = card.Chamber.Reading.Day;
        var facts = parsed.GetValue(With)!.Select((text, i) => Read(text, kinds, day, i)).ToList();
        var then = answer.Suppose!(facts);
        var moved = card.Card.Lines.Zip(then.Card.Lines)
            .Where(l => l.First.Points != l.Second.Points && !l.First.Indicator.IsGroup).ToList();
        if (Common.Output(parsed).IsJson)
            Output.Object(json =>
            {
                OneCard.WriteHeader(json, answer, card);
                json.WriteString("totalThen", then.Total.ToString());
                if (then.Grade is not null) json.WriteString("gradeThen", then.Grade);
                json.WriteStartArray("lines");
                foreach (var (before, after) in moved)
                {
                    json.WriteStartObject();
                    json.WriteString("line", before.Indicator.Id);
                    json.WriteString("before", before.Points.ToString());
                    json.WriteString("after", after.Points.ToString());
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
        else
        {
            if (answer.Stamp is not null) Output.Line(answer.Stamp);
            Output.Heading($"{answer.Names[card.Id]}，假如今天另有 {facts.Count} 项，什么都不写入 nothing is written");
            Output.Table(["指标 line", ">现在 now", ">假如 then"], [.. moved.Select(l => new[]
            {
                $"{l.First.Indicator.Id} {l.First.Indicator.Title.Zh}", l.First.Points.ToFixed(), l.Second.Points.ToFixed(),
            })]);
            Output.Line($"总分 {card.Total} → {then.Total}；等次 {Title(answer, card.Grade)} → {Title(answer, then.Grade)}；"
                + "名次和名额按别家不变 places as they are");
        }
        return ExitCode.Fine;
    }

    private static string Title(Runtime.StandingsAnswer answer, string? grade) =>
        answer.Ruleset.Grades.FirstOrDefault(g => g.Id == grade)?.Title.Zh ?? "—";

    /// <exception cref="CliFailure">It does not say what the kind measures.</exception>
    private static Fact Read(string text, KindCatalogue kinds, DateOnly day, int number)
    {
        var (name, value) = Halves(text, '=');
        var (id, option) = Halves(name, ':');
        if (!KindId.IsValid(id) || kinds.Find(new KindId(id)) is not { } kind) throw CliFailure.No($"'{id}' is no kind of activity");
        var measured = Measured(kind, option, value)
            ?? throw CliFailure.No($"'{text}' does not say what {kind.Id} measures: {Wanted(kind)}");
        return new Fact(kind.Id, kind.Nature, On.Day(day), kind.Nature == Nature.State ? kind.ExpiresAfter?.AfterStart(day) : null,
            measured, kind.Keyed ? $"what-if-{number}" : null, null);
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
