using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Finds what a chamber can do itself: for every line that advice may name, the activities that it counts.</summary>
/// <remarks>Nothing that a deduction, or a line that only loses, counts is ever advised, whatever else it would bring.</remarks>
internal sealed class StepFinder
{
    private readonly TallyReading _reading;
    private readonly Values _values;
    private readonly HashSet<KindId> _avoided;

    public StepFinder(Ruleset ruleset, Values values, TallyReading reading, PointsCard card)
    {
        (_reading, _values) = (reading, values);
        _avoided = [.. ruleset.Deductions.SelectMany(d => d.Counts.Select(c => c.Kind)
                .Concat(d.While is { } state ? [state.State] : []).Concat(d.ZeroesKinds)),
            .. ruleset.Leaves.Where(i => i.Score is Score.FromFull).SelectMany(i => i.CountedKinds)];
        Lines = [.. ruleset.Categories.SelectMany(c => c.Indicators).SelectMany(Advisable)
            .Where(i => !IsForOthers(i) && Counts(card.Line(i.Id)!))];
        Steps = [.. Lines.SelectMany(Of).Distinct()];
    }

    /// <summary>Whether advice may name the line, and something of it is left to do.</summary>
    public bool HasSteps(Indicator line) => Lines.Contains(line) && Of(line).Any();

    /// <summary>Whether a kind is never advised, because it also takes points away.</summary>
    public bool IsAvoided(KindId kind) => _avoided.Contains(kind);

    /// <summary>The lines that advice may name, in file order.</summary>
    public IReadOnlyList<Indicator> Lines { get; }

    /// <summary>Every step, in the order of the lines that count it.</summary>
    public IReadOnlyList<AdvisedStep> Steps { get; }

    /// <summary>Others decide about these: peers by where they stand, staff or a panel by what they award. The others only lose, or
    /// count amounts, and points must not be bought.</summary>
    private static bool IsForOthers(Indicator indicator) =>
        indicator.Score is Score.AgainstPeers or Score.Discretionary or Score.FromFull or Score.PerQuantity;

    private static IEnumerable<Indicator> Advisable(Indicator indicator) =>
        !indicator.Advice ? [] : indicator.IsGroup ? indicator.Indicators.SelectMany(Advisable) : [indicator];

    private static bool Counts(ScoreLine line) => line.Indicator.Score is not null && !line.Because.Any(
        b => b is Because.NotApplicable or Because.SwitchedOff or Because.Zeroed);

    private IEnumerable<AdvisedStep> Of(Indicator line) => line.Score is Score.Checklist checklist
        ? checklist.Items.SelectMany(i => Of(new Counted(i.Kind), line))
        : line.Counts.SelectMany(c => Of(c, line));

    private IEnumerable<AdvisedStep> Of(Counted counted, Indicator line)
    {
        var kind = _reading.Kinds[counted.Kind];
        if (_avoided.Contains(kind.Id) || counted.Weight is { } weight && (_values.At(weight, _reading.Day) ?? 0) <= 0) yield break;
        // Another key of a state is another thing, of which nobody knows whether there is one.
        if (kind is { Nature: Nature.State, Keyed: true } || counted.Key is not null) yield break;
        switch (kind.Measure)
        {
            case MeasureType.Count or MeasureType.Share:
                yield return new AdvisedStep(kind.Id, null, null);
                break;
            case MeasureType.Flag when kind.Nature == Nature.Event || _reading.State(kind.Id).Choice != "true":
                yield return new AdvisedStep(kind.Id, null, null);
                break;
            case MeasureType.Option:
                foreach (var option in Options(counted, line, kind))
                {
                    if (kind.Nature == Nature.State && _reading.State(kind.Id).Choice == option) continue;
                    yield return new AdvisedStep(kind.Id, option, null);
                    if (!kind.Keyed) continue;
                    foreach (var key in _reading.Keys(kind.Id))
                        if (key.Facts.All(f => f.Fact.Measured.Choice != option)) yield return new AdvisedStep(kind.Id, option, key.Key);
                }
                break;
        }
    }

    /// <summary>The options that a line values, in the kind's order.</summary>
    private IEnumerable<string> Options(Counted counted, Indicator line, ActivityKind kind)
    {
        var valued = line.Score switch
        {
            Score.Option score => score.Options,
            Score.Highest score => score.Options,
            Score.OncePerKey score => score.Options,
            _ => null,
        };
        return kind.Options.Select(o => o.Id).Where(o => counted.Option is null || counted.Option == o)
            .Where(o => valued is null || valued.Any(v => v.Option == o && (_values.At(v.Points, _reading.Day) ?? 0) > 0));
    }
}
