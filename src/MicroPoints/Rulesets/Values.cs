namespace MicroPoints.Rulesets;

/// <summary>The numbers, lists and switches of a ruleset as an adoption set them.</summary>
public sealed class Values
{
    private readonly Dictionary<string, Parameter> _parameters;
    private readonly Dictionary<string, SettingValue> _settings;
    private readonly Action<Number, DateOnly>? _read;

    /// <param name="ruleset">The ruleset.</param>
    /// <param name="settings">What the region set; the rest takes its default.</param>
    public Values(Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings)
    {
        _parameters = ruleset.Parameters.ToDictionary(p => p.Id);
        _settings = ruleset.Settings.ToDictionary(s => s.Id, s => settings.GetValueOrDefault(s.Id) ?? s.Default);
    }

    private Values(Values of, Action<Number, DateOnly> read) => (_parameters, _settings, _read) = (of._parameters, of._settings, read);

    /// <summary>Every setting with the value in force.</summary>
    public IReadOnlyDictionary<string, SettingValue> Settings => _settings;

    /// <summary>The hundredths in force on a day; null before a parameter's first value.</summary>
    public long? At(Number number, DateOnly day)
    {
        if (number.Reference is not { } id) return number.Hundredths;
        _read?.Invoke(number, day);
        if (_settings.TryGetValue(id, out var setting)) return setting.Hundredths;
        return Dated(id, day)?.Value.Hundredths;
    }

    /// <summary>The value of a parameter in force on a day, with its source; null before the first, and of a setting.</summary>
    public DatedValue? Dated(string parameter, DateOnly day)
    {
        // Asked for every bound of every condition of every chamber.
        if (!_parameters.TryGetValue(parameter, out var known)) return null;
        for (var i = known.Values.Count - 1; i >= 0; i--)
            if (known.Values[i].From <= day) return known.Values[i];
        return null;
    }

    /// <summary>The same values, telling each parameter and setting that is read, and for which day.</summary>
    internal Values Watched(Action<Number, DateOnly> read) => new(this, read);

    /// <summary>The points in force on a day, zero before a parameter's first value.</summary>
    public Points PointsAt(Number number, DateOnly day) => new(At(number, day) ?? 0);

    public Fraction FractionAt(Number number, DateOnly day) => Fraction.OfPoints(PointsAt(number, day));

    /// <summary>A whole number, rounded down.</summary>
    public int WholeAt(Number number, DateOnly day) => (int)Math.Clamp((At(number, day) ?? 0) / 100, 0, int.MaxValue);

    public IReadOnlyList<string> List(Ids ids) => ids.Reference is { } id ? _settings[id].List : ids.Literal;

    /// <summary>Whether what a switch enables is on; without a switch it is.</summary>
    public bool IsOn(string? enabledBy) => enabledBy is null || _settings[enabledBy].Switch;
}
