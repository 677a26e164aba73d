using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>A parameter or setting that was read, with the value that the day picked.</summary>
/// <param name="Value">Null before a parameter's first value.</param>
/// <param name="From">The day from which the value is in force; null of a setting, and before the first.</param>
/// <param name="FirstRead">The first of the days for which this value was read.</param>
/// <param name="LastRead">The last of them.</param>
/// <param name="Cite">The source of the value; null of a setting.</param>
public sealed record TracedValue(
    string Id, Points? Value, DateOnly? From, DateOnly FirstRead, DateOnly LastRead, Cite? Cite, bool IsSetting);

/// <summary>Hands out values and remembers which were read.</summary>
internal sealed class ValueWatch
{
    private readonly Values _plain;
    private readonly Dictionary<(string Id, DateOnly? From), TracedValue> _read = [];

    private readonly DateOnly _until;

    /// <param name="until">The reading day. A month's sum is valued on the month's last day, which may lie after it: values begin with a
    /// month, so on both days it is the same.</param>
    public ValueWatch(Values values, DateOnly until) => (_plain, _until, Values) = (values, until, values.Watched(Note));

    public Values Values { get; }

    /// <summary>What was read since this was asked last.</summary>
    public IReadOnlyList<TracedValue> Take()
    {
        if (_read.Count == 0) return [];
        TracedValue[] taken = [.. _read.Values.OrderBy(v => v.Id, StringComparer.Ordinal).ThenBy(v => v.From)];
        _read.Clear();
        return taken;
    }

    private void Note(Number number, DateOnly read)
    {
        var day = read > _until ? _until : read;
        var (id, isSetting) = (number.Reference!, _plain.Settings.ContainsKey(number.Reference!));
        var dated = isSetting ? null : _plain.Dated(id, day);
        var key = (id, dated?.From);
        if (!_read.TryGetValue(key, out var known)) known = new TracedValue(
            id, _plain.At(number, day) is { } value ? new Points(value) : null, dated?.From, day, day, dated?.Cite, isSetting);
        _read[key] = known with
        {
            FirstRead = day < known.FirstRead ? day : known.FirstRead,
            LastRead = day > known.LastRead ? day : known.LastRead,
        };
    }
}
