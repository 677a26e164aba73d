using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Reads the settings of a ruleset from a form, all that are wrong at once.</summary>
internal static class SettingForm
{
    /// <summary>What separates the items of a list, as people write them.</summary>
    private static readonly char[] Between = [',', '，', '、', '\n', '\r', ' ', ';', '；'];

    public static string Field(Setting setting) => $"set-{setting.Id}";

    /// <summary>Where items are written that nobody can check.</summary>
    public static string More(Setting setting) => $"more-{setting.Id}";

    public static (IReadOnlyDictionary<string, SettingValue> Values, IReadOnlyList<FormProblem> Problems) Read(
        IFormCollection form, Ruleset ruleset)
    {
        var (values, problems) = (new Dictionary<string, SettingValue>(), new List<FormProblem>());
        foreach (var setting in ruleset.Settings)
        {
            var sent = form[Field(setting)].ToString().Trim();
            switch (setting.Type)
            {
                case SettingType.Switch:
                    values[setting.Id] = SettingValue.Of(sent.Length > 0);
                    break;
                case SettingType.Number when Points.TryParse(NameText.Plain(sent), out var number):
                    values[setting.Id] = SettingValue.Of(number);
                    break;
                case SettingType.Number:
                    problems.Add(new FormProblem(Field(setting), new Title("请填数字，最多两位小数。", "Give a number with at most two decimals.")));
                    break;
                default:
                    values[setting.Id] = SettingValue.Of(Items($"{sent},{form[More(setting)]}"));
                    break;
            }
        }
        return (values, problems);
    }

    public static IReadOnlyList<string> Items(string text) => [.. text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>A value as its field shows it; a switch is checked where it is not empty.</summary>
    public static string Text(Setting setting, SettingValue value) => setting.Type switch
    {
        SettingType.Switch => value.Switch ? "on" : "",
        SettingType.Number => new Points(value.Hundredths).ToString(),
        _ => string.Join("、", value.List),
    };

    /// <summary>The same text exactly where an adoption would be the same, so that nobody confirms what they did not see.</summary>
    public static string Seen(Ruleset ruleset, DateOnly from, IReadOnlyDictionary<string, SettingValue> settings, bool isAnnual) =>
        Digest.OfText($"{ruleset.Hash}\n{Calendar.Text(from)}\n{isAnnual}\n" + string.Join('\n', ruleset.Settings
            .Where(s => settings.ContainsKey(s.Id)).Select(s => $"{s.Id}={Text(s, settings[s.Id])}"))).ToString()[..16];
}
