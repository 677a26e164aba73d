using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Tests.Mutants;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>The rulesets that the product ships, as they are read.</summary>
internal static class Shipped
{
    public static IReadOnlyList<string> Files { get; } = [.. Directory.GetDirectories(ShippedFiles.Folder).Order(StringComparer.Ordinal)
        .Select(d => Path.Combine(d, Path.GetFileName(d) + ".yaml"))];

    public static KindCatalogue Kinds { get; } = ActivitiesFile.Read(
        File.ReadAllBytes(Path.Combine(ShippedFiles.Folder, "activities.yaml")), "activities.yaml").Catalogue!;

    public static Ruleset Read(string file) => RulesetFile.Read(File.ReadAllBytes(file), file, Kinds).Ruleset!;
}
