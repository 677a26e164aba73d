using System.Globalization;
using System.Text.RegularExpressions;
using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Which number of a rate or share a column holds.</summary>
public enum MeasurePart
{
    Whole = 1,
    Satisfied = 2,
    Answered = 3,
    Asked = 4,
    Done = 5,
    Of = 6,
}

/// <summary>What a column of an annual table is about.</summary>
/// <param name="Span">The month or quarter that it is for; null for the whole period.</param>
/// <param name="Indicator">The indicator or deduction that counts it; null where it was named by its kind.</param>
public sealed record ColumnTarget(ActivityKind Kind, MeasurePart Part, On? Span, string? Indicator);

/// <summary>Tells columns by indicator, deduction or kind: by id, title, or both, with or without what stands in brackets.</summary>
internal sealed partial class ColumnNames
{
    private static readonly (string Word, MeasurePart Part)[] Parts =
    [
        ("满意人数", MeasurePart.Satisfied), ("满意数", MeasurePart.Satisfied), ("满意", MeasurePart.Satisfied),
        ("satisfied", MeasurePart.Satisfied), ("参评人数", MeasurePart.Answered), ("参评数", MeasurePart.Answered),
        ("参评", MeasurePart.Answered), ("answered", MeasurePart.Answered), ("应评人数", MeasurePart.Asked),
        ("应评数", MeasurePart.Asked), ("应评", MeasurePart.Asked), ("asked", MeasurePart.Asked),
        ("应完成数", MeasurePart.Of), ("应完成", MeasurePart.Of), ("应签数", MeasurePart.Of), ("应签", MeasurePart.Of),
        ("总数", MeasurePart.Of), ("of", MeasurePart.Of), ("完成数", MeasurePart.Done), ("完成", MeasurePart.Done),
        ("已签数", MeasurePart.Done), ("已签", MeasurePart.Done), ("done", MeasurePart.Done),
    ];

    private readonly Dictionary<string, List<(ActivityKind Kind, string? Indicator)>> _byName = [];
    private readonly List<string> _titles = [];
    private readonly Period _period;

    public ColumnNames(KindCatalogue kinds, Ruleset ruleset, Period period)
    {
        _period = period;
        foreach (var indicator in ruleset.AllIndicators)
            Name(kinds, indicator.Id, indicator.Title, indicator.Leaves.SelectMany(l => l.CountedKinds));
        foreach (var deduction in ruleset.Deductions)
            Name(kinds, deduction.Id, deduction.Title,
                deduction.Counts.Select(c => c.Kind).Concat(deduction.While is { } state ? [state.State] : []));
        foreach (var kind in kinds.Kinds)
            foreach (var name in (string?[])[kind.Id.Value, kind.Title.Zh, kind.Title.En]) Add(name, kind, null);
    }

    private void Name(KindCatalogue kinds, string id, Title title, IEnumerable<KindId> counted)
    {
        _titles.Add($"{id} {title.Zh}");
        foreach (var kind in counted.Distinct().Select(kinds.Find).OfType<ActivityKind>())
            foreach (var name in (string?[])[id, title.Zh, title.En, id + title.Zh, id + kind.Title.Zh, id + kind.Id])
                Add(name, kind, id);
    }

    private void Add(string? name, ActivityKind kind, string? indicator)
    {
        if (name is null || NameText.Key(name) is not { Length: > 0 } key) return;
        var known = _byName.TryGetValue(key, out var list) ? list : _byName[key] = [];
        if (known.All(k => k.Kind.Id != kind.Id)) known.Add((kind, indicator));
    }

    /// <summary>What a heading names: none, one, or several kinds that one indicator counts.</summary>
    /// <remarks>What stands in brackets is read first, for it may be a quarter, and only then left out.</remarks>
    public IReadOnlyList<ColumnTarget> Find(string heading) =>
        OfKey(NameText.Key(heading)) is { Count: > 0 } found ? found : OfKey(NameText.KeyOutsideBrackets(heading));

    private IReadOnlyList<ColumnTarget> OfKey(string key)
    {
        if (Targets(key, MeasurePart.Whole, null) is { Count: > 0 } whole) return whole;
        var (rest, span) = WithoutSpan(key);
        if (span is not null && Targets(rest, MeasurePart.Whole, span) is { Count: > 0 } dated) return dated;
        foreach (var (word, part) in Parts)
            if (rest.EndsWith(word, StringComparison.Ordinal)
                && Targets(rest[..^word.Length], part, span).Where(t => Holds(t.Kind.Measure, part)).ToList() is { Count: > 0 } fitting)
                return fitting;
        return [];
    }

    /// <summary>The indicator that was probably meant; null where none is near.</summary>
    public string? Nearest(string heading) => NameText.Nearest(heading, _titles);

    public static bool Holds(MeasureType measure, MeasurePart part) => part switch
    {
        MeasurePart.Whole => true,
        MeasurePart.Satisfied or MeasurePart.Answered or MeasurePart.Asked => measure == MeasureType.Rate,
        _ => measure == MeasureType.Share,
    };

    private List<ColumnTarget> Targets(string key, MeasurePart part, On? span) => key.Length > 0 && _byName.TryGetValue(key, out var kinds)
        ? [.. kinds.Select(k => new ColumnTarget(k.Kind, part, span, k.Indicator))] : [];

    /// <summary>Takes a month or quarter off a heading, such as 一季度, 2026Q1 or 3月.</summary>
    private (string Left, On? Span) WithoutSpan(string key)
    {
        var year = _period.From.Year.ToString("0000", CultureInfo.InvariantCulture);
        if (Quarter().Match(key) is { Success: true } quarter)
        {
            var number = "一二三四".IndexOf(quarter.Groups["n"].Value, StringComparison.Ordinal) is >= 0 and var at
                ? at + 1 : int.Parse(quarter.Groups["n"].Value, CultureInfo.InvariantCulture);
            return (key.Remove(quarter.Index, quarter.Length), On.Parse($"{Year(quarter)}Q{number}"));
        }
        if (Month().Match(key) is { Success: true } month)
            return (key.Remove(month.Index, month.Length), On.Parse($"{Year(month)}-{month.Groups["n"].Value.PadLeft(2, '0')}"));
        return (key, null);

        string Year(Match match) => match.Groups["y"] is { Success: true, Value: var given } ? given : year;
    }

    [GeneratedRegex("(?:(?<y>20[0-9]{2})年?)?(?:q(?<n>[1-4])|第?(?<n>[1-4一二三四])季度)")]
    private static partial Regex Quarter();

    [GeneratedRegex("(?:(?<y>20[0-9]{2})年)?(?<![0-9])(?<n>1[0-2]|0?[1-9])月份?")]
    private static partial Regex Month();
}
