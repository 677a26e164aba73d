using MicroPoints.Activities;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Runtime.Tests.Demo;

/// <summary>The shipped activities and the shipped main ruleset, read from the repository.</summary>
internal static class Rules
{
    /// <summary>The rulesets of the source tree.</summary>
    public static string Folder { get; } = Find();

    public static readonly KindCatalogue Kinds =
        ActivitiesFile.Read(Bytes("activities.yaml"), "activities.yaml").Catalogue!;

    public static readonly Ruleset MicroPoints =
        RulesetFile.Read(Bytes("micro-points/micro-points.yaml"), "micro-points.yaml", Kinds).Ruleset!;

    /// <summary>Every kind that an indicator or a deduction of micro-points counts.</summary>
    public static IReadOnlySet<KindId> Counted =>
        MicroPoints.Categories.SelectMany(c => c.Indicators).SelectMany(i => i.Counts).Select(c => c.Kind)
            .Concat(MicroPoints.Deductions.SelectMany(d => d.Counts).Select(c => c.Kind)).ToHashSet();

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "rulesets", "activities.yaml")))
            folder = folder.Parent ?? throw new InvalidOperationException("no rulesets above the tests");
        return Path.Combine(folder.FullName, "rulesets");
    }
}
