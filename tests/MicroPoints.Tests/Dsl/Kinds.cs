using MicroPoints.Activities;

namespace MicroPoints.Tests;

/// <summary>One activity kind for every nature and measure, under names that read well in a test.</summary>
internal static class Kinds
{
    public static readonly KindCatalogue All = new("test", Digest.OfText("kinds"),
    [
        Event("visit", MeasureType.Count),
        Event("talk", MeasureType.Count),
        Event("case", MeasureType.Count) with { Keyed = true },
        Event("money", MeasureType.Quantity) with { Unit = "万元" },
        Event("land", MeasureType.Quantity) with { Keyed = true },
        Event("survey", MeasureType.Rate),
        Event("signing", MeasureType.Share),
        Event("pledge", MeasureType.Flag),
        Event("awarded", MeasureType.Points),
        Event("project.awarded", MeasureType.Points) with { Keyed = true },
        Event("project", MeasureType.Option, "signed", "landed") with { Keyed = true },
        Event("medal", MeasureType.Option, "city", "province", "nation"),
        Event("falsified", MeasureType.Count) with { Keyed = true },
        State("dishonesty", "listed", "not-listed") with { WhenMissing = "not-listed" },
        State("abnormal", "listed", "not-listed") with { WhenMissing = "not-listed" },
        State("party", "founded", "liaison", "due"),
        State("rating", "5A", "4A", "3A"),
        State("honour", "nation", "province", "city") with { Keyed = true },
        State("permit", "valid", "pending") with { ExpiresAfter = new Duration(12) },
        Flag("charter"),
        Flag("cash-box"),
        Flag("open-books"),
        Flag("insured") with { WhenMissing = "true" },
        new(new KindId("coverage"), Title("coverage"), Nature.State, MeasureType.Share, null, [], false, null, null,
            null, []),
    ]);

    public static Title Title(string text) => new(text, text);

    private static ActivityKind Event(string id, MeasureType measure, params string[] options) =>
        new(new KindId(id), Title(id), Nature.Event, measure, null, Options(options), false, null, null, null, []);

    private static ActivityKind State(string id, params string[] options) =>
        new(new KindId(id), Title(id), Nature.State, MeasureType.Option, null, Options(options), false, null, null,
            null, []);

    private static ActivityKind Flag(string id) =>
        new(new KindId(id), Title(id), Nature.State, MeasureType.Flag, null, [], false, null, null, null, []);

    private static List<KindOption> Options(string[] options) => [.. options.Select(o => new KindOption(o, Title(o)))];
}
