using System.Text.Json;
using MicroPoints.Contracts;
using MicroPoints.Rulesets;

namespace MicroPoints.Api;

/// <summary>Settings as JSON: true or false, a number, or a list, by the setting's type.</summary>
internal static class SettingValues
{
    public static Dictionary<string, SettingValue> Read(IReadOnlyDictionary<string, JsonElement>? sent, Ruleset ruleset)
    {
        var values = new Dictionary<string, SettingValue>();
        foreach (var (id, json) in sent ?? new Dictionary<string, JsonElement>())
        {
            var setting = ruleset.Settings.FirstOrDefault(s => s.Id == id) ?? throw new ProblemException(Refusal.SettingUnknown,
                $"{ruleset.Name} has no setting '{id}'; it has {string.Join(", ", ruleset.Settings.Select(s => s.Id))}");
            values[id] = Read(setting, json);
        }
        return values;
    }

    public static Dictionary<string, JsonElement> Write(IReadOnlyDictionary<string, SettingValue> values, Ruleset ruleset) =>
        values.OrderBy(v => v.Key, StringComparer.Ordinal).ToDictionary(v => v.Key, v => Write(v.Value,
            ruleset.Settings.FirstOrDefault(s => s.Id == v.Key)?.Type ?? SettingType.Switch));

    private static SettingValue Read(Setting setting, JsonElement json) => (setting.Type, json.ValueKind) switch
    {
        (SettingType.Switch, JsonValueKind.True or JsonValueKind.False) => SettingValue.Of(json.GetBoolean()),
        (SettingType.Number, JsonValueKind.Number) when json.TryGetDecimal(out var number)
            && WireNumber.TryRead(number, out var hundredths) => SettingValue.Of(new Points(hundredths)),
        (SettingType.List, JsonValueKind.Array) when json.EnumerateArray().All(i => i.ValueKind == JsonValueKind.String) =>
            SettingValue.Of([.. json.EnumerateArray().Select(i => i.GetString()!)]),
        _ => throw new ProblemException(Refusal.SettingNotOfType,
            $"setting '{setting.Id}' is a {setting.Type}: send true or false, a number with at most two decimals, or a list of ids"),
    };

    private static JsonElement Write(SettingValue value, SettingType type) => type switch
    {
        SettingType.Switch => JsonSerializer.SerializeToElement(value.Switch, WireJson.Default.Boolean),
        SettingType.Number => JsonSerializer.SerializeToElement(WireNumber.Of(value.Hundredths), WireJson.Default.Decimal),
        SettingType.List => JsonSerializer.SerializeToElement(value.List, WireJson.Default.IReadOnlyListString),
    };
}
