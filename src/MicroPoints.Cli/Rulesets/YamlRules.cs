using MicroPoints.Activities;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>A rules file has errors; the message holds them, a line each.</summary>
internal sealed class RulesUnreadableException(IEnumerable<Diagnostic> diagnostics)
    : FormatException(string.Join('\n', diagnostics.Where(d => d.IsError)));

/// <summary>Rules as YAML, for everything that reads them from bytes.</summary>
internal sealed class YamlRules : IRuleFormat
{
    public static readonly YamlRules Instance = new();

    public KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes) => ReadKinds(bytes, "activities.yaml");
    public Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, KindCatalogue kinds) => ReadRuleset(bytes, "ruleset.yaml", kinds);

    public static KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes, string file)
    {
        var reading = ActivitiesFile.Read(bytes.Span, file);
        return reading.Catalogue ?? throw new RulesUnreadableException(reading.Diagnostics);
    }

    public static Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, string file, KindCatalogue kinds)
    {
        var reading = RulesetFile.Read(bytes.Span, file, kinds);
        return reading.Ruleset ?? throw new RulesUnreadableException(reading.Diagnostics);
    }
}

/// <summary>The rules that ship beside the program.</summary>
internal static class Shipped
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "rulesets");
    public static string ActivitiesPath => Path.Combine(Folder, "activities.yaml");

    public static ShippedRules Rules() => new(
        File.ReadAllBytes(ActivitiesPath),
        [.. Directory.GetDirectories(Folder).Order(StringComparer.Ordinal)
            .Select(d => Path.Combine(d, Path.GetFileName(d) + ".yaml"))
            .Where(File.Exists).Select(f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f))],
        ["micro-points"]);
}
