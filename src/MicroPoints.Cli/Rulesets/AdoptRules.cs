using System.CommandLine;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Publishes a ruleset file and adopts it in a region, with settings; regions below without their own inherit it.</summary>
internal static class AdoptRules
{
    private static readonly Argument<string> File = new("file") { Description = "the ruleset file" };
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the adopting region; 00 is everyone", "CODE", text => new RegionCode(text), required: true);
    private static readonly Option<DateOnly> From = Common.Typed("--from", "the first day [default: today]", "DAY", Common.Day);
    private static readonly Option<string[]> Set = new(
        "--set")
    { Description = "a setting", HelpName = "ID=VALUE", AllowMultipleArgumentsPerToken = true };

    public static Command Build() => new Verb("adopt", "publish and adopt a ruleset in a region 采用办法",
            "rules adopt rulesets/micro-points/micro-points.yaml --scope 990101 --set unregistered-limit=true",
            "rules adopt county-points.yaml --scope 990101 --impact 2025 --impact 2024")
        .With(File, Scope, From, Set, ImpactPeriods.Attached, PublishRules.WithoutTests, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var impact = ImpactPeriods.ReadAttached(parsed);
        await using var desk = await Place.Open(parsed, cancel);
        var path = parsed.GetValue(File)!;
        var bytes = Common.ReadFile(path);
        var reading = RulesetFile.Read(bytes, path, desk.Kinds);
        if (reading.Ruleset is not { } ruleset)
            throw CliFailure.No($"{path} has errors", [.. reading.Diagnostics.Where(d => d.IsError).Select(d => d.ToString())]);
        var from = parsed.GetResult(From) is null ? desk.Today : parsed.GetValue(From);
        var settings = new Dictionary<string, SettingValue>();
        foreach (var (setting, value) in (parsed.GetValue(Set) ?? []).Select(t => Setting(t, ruleset)))
            if (!settings.TryAdd(setting, value)) throw CliFailure.CouldNotRun($"--set {setting} stands twice: give it once");
        var id = Digest.OfText(
            $"{ruleset.Hash}\n{Calendar.Text(from)}\n{string.Join('\n', (parsed.GetValue(Set) ?? []).Order(StringComparer.Ordinal))}").ToString()[..16];
        var (region, file) = (parsed.GetValue(Scope), PublishRules.Beside(parsed, path, bytes));
        var done = await AdoptAgain.Until($"adopt-{id}",
            next => desk.Adopt(
                new AdoptionWanted(region, new EntryId(next), ruleset, file, from, settings) { Impact = impact }, cancel),
            adopted => adopted.Entry, () => desk.IsOwn(region, ruleset.Id, from > desk.Today ? from : desk.Today, cancel));
        var output = Common.Output(parsed);
        Answers.Print(output, done.Entry, $"{RegionNames.Shown(region, null)} 采用 {ruleset.Name}",
            json => { if (impact.Count > 0) Write(json, done.Statement); });
        if (impact.Count > 0 && !output.IsJson) Print(done.Statement);
        return ExitCode.Fine;
    }

    private static void Print(AttachedStatement? statement)
    {
        if (statement is not { } attached)
        {
            Output.Line("此前没有采用办法，没有可以比较的，未附影响测算 "
                + "nothing counted there before: there is nothing to compare, and nothing is attached");
            return;
        }
        var over = attached.Before is { } before ? $"{before} → {string.Join("、", attached.Periods)}，" : "";
        Output.Line($"已附影响测算 impact attached: {over}sha256 {attached.File}");
        foreach (var why in attached.WithoutData) Output.Line($"{why.Zh}。{why.EnOrZh}.");
    }

    /// <summary>Null where there was nothing to compare with.</summary>
    private static void Write(Utf8JsonWriter json, AttachedStatement? statement)
    {
        if (statement is not { } attached)
        {
            json.WriteNull("impact");
            return;
        }
        json.WriteStartObject("impact");
        if (attached.Before is { } before) json.WriteString("before", before);
        json.WriteStartArray("periods");
        foreach (var period in attached.Periods) json.WriteStringValue($"{period}");
        json.WriteEndArray();
        json.WriteString("file", attached.File.ToString());
        json.WriteNumber("bytes", attached.Bytes);
        json.WriteEndObject();
    }

    private static (string Id, SettingValue Value) Setting(string text, Ruleset ruleset)
    {
        if (text.Split('=', 2) is not [var id, var value]) throw CliFailure.CouldNotRun($"--set '{text}' is not ID=VALUE");
        var setting = ruleset.Settings.FirstOrDefault(s => s.Id == id) ?? throw CliFailure.Refused(Refusal.SettingUnknown,
            $"{ruleset.Name} has no setting '{id}'; it has {string.Join(", ", ruleset.Settings.Select(s => s.Id))}");
        return (id, setting.Type switch
        {
            SettingType.Switch when bool.TryParse(value, out var on) => SettingValue.Of(on),
            SettingType.Number when Points.TryParse(value, out var number) => SettingValue.Of(number),
            SettingType.List => SettingValue.Of(value.Split(',', StringSplitOptions.RemoveEmptyEntries)),
            _ => throw CliFailure.Refused(Refusal.SettingNotOfType,
                $"'{value}' is not a {Words.Kebab(setting.Type.ToString())} for setting '{id}'"),
        });
    }
}
