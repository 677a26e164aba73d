namespace MicroPoints.Rulesets;

/// <summary>The numbers, lists and switches of a ruleset as an adoption set them.</summary>
/// <param name="ruleset">The ruleset.</param>
/// <param name="settings">What the region set; the rest takes its default.</param>
public sealed class Values(Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings)
{
    private readonly Dictionary<string, Parameter> _parameters = ruleset.Parameters.ToDictionary(p => p.Id);
    private readonly Dictionary<string, SettingValue> _settings =
        ruleset.Settings.ToDictionary(s => s.Id, s => settings.GetValueOrDefault(s.Id) ?? s.Default);

    /// <summary>Every setting with the value in force.</summary>
    public IReadOnlyDictionary<string, SettingValue> Settings => _settings;

    /// <summary>The hundredths in force on a day; null before a parameter's first value.</summary>
    public long? At(Number number, DateOnly day)
    {
        if (number.Reference is not { } id) return number.Hundredths;
        if (_settings.TryGetValue(id, out var setting)) return setting.Hundredths;
        return _parameters[id].Values.LastOrDefault(v => v.From <= day)?.Value.Hundredths;
    }

    /// <summary>The points in force on a day, zero before a parameter's first value.</summary>
    public Points PointsAt(Number number, DateOnly day) => new(At(number, day) ?? 0);

    public Fraction FractionAt(Number number, DateOnly day) => Fraction.OfPoints(PointsAt(number, day));

    /// <summary>A whole number, rounded down.</summary>
    public int WholeAt(Number number, DateOnly day) => (int)Math.Clamp((At(number, day) ?? 0) / 100, 0, int.MaxValue);

    public IReadOnlyList<string> List(Ids ids) => ids.Reference is { } id ? _settings[id].List : ids.Literal;

    /// <summary>Whether what a switch enables is on; without a switch it is.</summary>
    public bool IsOn(string? enabledBy) => enabledBy is null || _settings[enabledBy].Switch;
}
