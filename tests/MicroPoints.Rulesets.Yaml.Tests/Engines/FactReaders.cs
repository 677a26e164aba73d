using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>Reads what conditions ask of a scorecard: events and states from what was recorded, not from the tally that evaluation
/// reads.</summary>
public sealed class FactReaders(KindCatalogue kinds, Period period, DateOnly day)
{
    public FactSheet Sheet { get; } = new();

    public int Grade => Sheet.Of("grade", s => s.Card.Grade);
    public int Class => Sheet.Of("class", s => s.Card.Class);
    public int Rank => Sheet.Of("rank", s => s.Card.Places?.Scope);
    public int Founded => Sheet.Of("founded", s => s.Card.Chamber.Founded?.DayNumber);
    public int Limits => Sheet.Of("limits", s => s.Card.Limits.Where(l => l.IsMet).Select(l => l.Limit.Id).ToArray());
    public int Eligible => Sheet.Of("eligible", s => s.Card.Outcomes.Where(o => o.IsEligible).Select(o => o.Outcome.Id).ToArray());

    public int Points(Subject subject, string? id) => Sheet.Of($"{subject} {id}", s => (subject switch
    {
        Subject.Total => s.Card.Total,
        Subject.Category => s.Card.Card.Category(id!)!.Points,
        Subject.Indicator => s.Card.Card.Line(id!)!.Points,
        Subject.Deduction => s.Card.Card.Deduction(id!)!.Points,
        _ => throw new InvalidOperationException("no points"),
    }).Hundredths);

    /// <summary>Hundredths of the latest percent, rounded one way: floating-point numbers could not hold the fraction.</summary>
    public int Percent(string kind, bool up) => Sheet.Of($"percent {kind} {up}", s =>
        LatestPercent(new KindId(kind), s) is { } percent ? Hundredths(percent, up) : null);

    public int AttributeText(string id) => Sheet.Of($"text {id}", s => Text(s, id));

    public int AttributeNumber(string id) => Sheet.Of($"number {id}", s =>
        MicroPoints.Points.TryParse(Text(s, id), out var points) ? points.Hundredths : null);

    public int AttributeDay(string id) => Sheet.Of($"day {id}", s =>
        Calendar.TryParseDay(Text(s, id), out var value) ? value.DayNumber : null);

    public int State(KindId kind) =>
        Sheet.Of($"state {kind}", s => Keys(kind, s).Select(k => ChoiceOn(day, kind, k)).OfType<string>().ToArray());

    /// <summary>The latest day of which anything was recorded; null where nothing ever was.</summary>
    public int LatestRecord(KindId kind) => Sheet.Of($"recorded {kind}", s => Keys(kind, s).SelectMany(k => k)
        .Max(f => (int?)f.Fact.On.Last.DayNumber));

    /// <summary>The first day of those, back from the reading day without a break, on which it was one of some options.</summary>
    public int HeldSince(KindId kind, IReadOnlyList<string> options) => Sheet.Of($"held {kind} {string.Join(' ', options)}", s =>
        Keys(kind, s).Select(k => HeldSince(kind, k, options)).Min());

    /// <summary>Hundredths of how often an event happened in this period and those before it.</summary>
    public int Occurrences(KindId kind, IReadOnlyList<string>? options, int periods)
    {
        var first = period;
        for (var back = 1; back < periods; back++) first = first.Previous;
        return Sheet.Of($"event {kind} {(options is null ? "*" : string.Join(' ', options))} {periods}", s => 100 * s.Facts
            .Where(f => f.Fact.Kind == kind && f.Fact.On.Last >= first.From && f.Fact.On.Last < period.Until && f.Fact.On.Last <= day)
            .Where(f => options is null || options.Contains(f.Fact.Measured.Choice))
            .Sum(f => f.Fact.Measured is Measured.Count count ? count.Times : 1));
    }

    public int LatestEvent(IReadOnlyList<KindId> asked) => Sheet.Of($"latest {string.Join(' ', asked)}", s => s.Facts
        .Where(f => f.Fact.Nature == Nature.Event && f.Fact.On.Last <= day && asked.Contains(f.Fact.Kind))
        .Max(f => (int?)f.Fact.On.Last.DayNumber));

    /// <summary>Of the round so many before, the latest being none.</summary>
    public int EarlierGrade(int back) => Sheet.Of($"earlier grade {back}", s => s.Card.Chamber.History.ElementAtOrDefault(back)?.Grade);

    public int EarlierOutcomes(int back) => Sheet.Of($"earlier outcomes {back}", s =>
        s.Card.Chamber.History.ElementAtOrDefault(back)?.Outcomes.ToArray() ?? []);

    private static string? Text(Scored scored, string attribute) => scored.Card.Chamber.Attributes.GetValueOrDefault(attribute);

    /// <summary>What was recorded of a state, the latest last: by key, and of an unkeyed one even where nothing was.</summary>
    private IEnumerable<IReadOnlyList<StandingFact>> Keys(KindId kind, Scored scored)
    {
        var recorded = scored.Facts.Where(f => f.Fact.Kind == kind && f.Fact.On.Last <= day).Order().ToList();
        return kinds[kind].Keyed ? recorded.GroupBy(f => f.Fact.Key).Select(k => k.ToList()) : [recorded];
    }

    private string? ChoiceOn(DateOnly on, KindId kind, IReadOnlyList<StandingFact> recorded)
    {
        if (recorded.LastOrDefault(f => f.Fact.On.Last <= on) is not { Fact: var last }) return kinds[kind].WhenMissing;
        return last.Expires <= on || last.Measured.Choice == ActivityKind.Ended ? null : last.Measured.Choice;
    }

    private int? HeldSince(KindId kind, IReadOnlyList<StandingFact> recorded, IReadOnlyList<string> options)
    {
        var first = recorded.Count > 0 ? recorded[0].Fact.On.Last : day;
        var since = (int?)null;
        // Before the first record nothing changes any more, so one day there says it of all.
        for (var on = day; on >= first.AddDays(-1); on = on.AddDays(-1))
        {
            if (ChoiceOn(on, kind, recorded) is not { } choice || !options.Contains(choice)) return since;
            since = on < first ? 0 : on.DayNumber;
        }
        return since;
    }

    private Fraction? LatestPercent(KindId kind, Scored scored) => kinds[kind].Nature == Nature.State
        ? Keys(kind, scored).Select(k => k.LastOrDefault()).Where(f => f is not null && !(f.Fact.Expires <= day))
            .Max()?.Fact.Measured.Percent
        : scored.Facts.Where(f => f.Fact.Kind == kind && period.Contains(f.Fact.On) && f.Fact.On.Last <= day).Max()?.Fact.Measured.Percent;

    private static long Hundredths(Fraction percent, bool up) =>
        (long)((percent.Numerator * 100 + (up ? percent.Denominator - 1 : 0)) / percent.Denominator);
}
