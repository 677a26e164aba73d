using System.Text;
using MicroPoints.Activities;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Benchmarks;

/// <summary>
/// The ruleset of the great round: 60 capped indicators in 8 categories, four grades, and one outcome for at least 60 points in
/// every category. The peers' SQL says the same.
/// </summary>
public static class BenchRules
{
    public const int Indicators = 60, Categories = 8;
    public const string Ruleset = "great-round";

    private static readonly KindId[] Kinds = [.. Enumerable.Range(0, Indicators).Select(i => new KindId($"work.k{i:00}"))];

    public static KindId KindOf(int indicator) => Kinds[indicator];

    public static ShippedRules Rules() => new(Utf8(ActivitiesText()), [Utf8(RulesetText())], [Ruleset]);

    /// <summary>The rules that the product ships.</summary>
    public static ShippedRules Shipped()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "rulesets");
        return new ShippedRules(File.ReadAllBytes(Path.Combine(folder, "activities.yaml")),
            [File.ReadAllBytes(Path.Combine(folder, "micro-points", "micro-points.yaml"))], ["micro-points"]);
    }

    private static int CapOf(int indicator) => 20 + indicator * 37 % 61;

    private static int CapOfCategory(int category) => Inside(category).Sum(CapOf);

    private static IEnumerable<int> Inside(int category) =>
        Enumerable.Range(0, Indicators).Where(i => i % Categories == category);

    private static string ActivitiesText() => "activities-version: '1'\nkinds:\n" + string.Concat(Kinds.Select(k =>
        $"  - {{ id: {k}, title: {{ zh: 事项 }}, nature: event, measure: count, unit: 分, evidence: [ record ] }}\n"));

    private static string RulesetText()
    {
        var total = Enumerable.Range(0, Categories).Sum(CapOfCategory);
        var text = new StringBuilder($$"""
            ruleset: {{Ruleset}}
            version: '{{Year.Number}}.1'
            title: { zh: 测速用办法 }
            sample: true
            authority: benchmark
            adoptable: { from: '{{Year.Number}}-01-01', until: '{{Year.Number + 10}}-01-01' }
            period: year
            sources: { sample: { title: { zh: 测速用样本 }, publisher: MicroPoints, date: '{{Year.Number}}-01-01' } }
            cite: { source: sample, clause: 样本 }
            scale: { total: {{total}}, bonus-at-most: 0, final-at-most: {{total}} }
            categories:

            """);
        for (var c = 0; c < Categories; c++)
        {
            text.Append($"  - id: c{c}\n    title: {{ zh: 类别{c} }}\n    cap: {CapOfCategory(c)}\n    indicators:\n");
            foreach (var i in Inside(c))
                text.Append($"      - {{ id: I{i:00}, title: {{ zh: 指标{i} }}, counts: [ {Kinds[i]} ], ")
                    .Append($"score: {{ per-count: 1 }}, cap: {CapOf(i)} }}\n");
        }
        text.Append("grades:\n");
        foreach (var (grade, from) in ((string, int)[])[("A", 1900), ("B", 1800), ("C", 1700), ("D", 0)])
            text.Append($"  - {{ id: {grade}, title: {{ zh: {grade} }}, from: {from} }}\n");
        var all = string.Join(", ", Enumerable.Range(0, Categories).Select(c => $"{{ category: c{c}, at-least: 60 }}"));
        return text.Append("ranking: [ total ]\noutcomes:\n")
            .Append("  - { id: all-round, kind: support, title: { zh: 各类均衡 }, ")
            .Append($"when: {{ all: [ {all} ] }}, valid: {{ from: next-year, years: 1 }}, offered: automatic }}\n").ToString();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>Rules as YAML.</summary>
public sealed class YamlFormat : IRuleFormat
{
    public KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes) => ActivitiesFile.Read(bytes.Span, "activities.yaml") is var read
        && read.Catalogue is { } kinds ? kinds : throw new FormatException(string.Join('\n', read.Diagnostics));

    public Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, KindCatalogue kinds) => RulesetFile.Read(bytes.Span, "ruleset.yaml", kinds)
        is var read && read.Ruleset is { } ruleset ? ruleset : throw new FormatException(string.Join('\n', read.Diagnostics));
}
