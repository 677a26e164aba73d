using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Rulesets.Yaml.RuleTests;

namespace MicroPoints.Conformance.Standings;

/// <summary>A ruleset of the source tree with the rule tests beside it.</summary>
internal sealed record RuleFolder(Ruleset Ruleset, KindCatalogue Kinds, RuleTestSuite Suite)
{
    private static readonly string Root = Above(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Those that the product ships, and those that were written after published documents to test the grammar.</summary>
    public static IEnumerable<string> Names =>
        Shipped.Concat(Directory.GetDirectories(Path.Combine(Root, Published)).Select(f => Path.GetRelativePath(Root, f)))
            .Select(f => f.Replace('\\', '/')).Order(StringComparer.Ordinal);

    private const string Published = "tests/MicroPoints.Rulesets.Yaml.Tests/Published";

    private static IEnumerable<string> Shipped =>
        Directory.GetDirectories(Path.Combine(Root, "rulesets")).Select(f => Path.GetRelativePath(Root, f));

    /// <summary>Shipped rulesets share one file of activities; the others have their own.</summary>
    public static RuleFolder Read(string name)
    {
        var folder = Path.Combine(Root, name);
        var file = Path.Combine(folder, Path.GetFileName(folder));
        var own = Path.Combine(folder, "activities.yaml");
        var activities = File.Exists(own) ? own : Path.Combine(Root, "rulesets", "activities.yaml");
        var kinds = ActivitiesFile.Read(File.ReadAllBytes(activities), "activities.yaml").Catalogue!;
        var ruleset = RulesetFile.Read(File.ReadAllBytes(file + ".yaml"), name, kinds).Ruleset!;
        return new RuleFolder(ruleset, kinds, RuleTestFile.Read(File.ReadAllBytes(file + ".test.yaml"), name, ruleset, kinds).Suite!);
    }

    private static string Above(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "rulesets", "activities.yaml"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no folder above holds rulesets/");
    }
}
