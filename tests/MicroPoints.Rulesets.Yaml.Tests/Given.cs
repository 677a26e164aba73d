using System.Text;
using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>Small files to read, and what was found in them.</summary>
internal static class Given
{
    public const string Activities =
        """
        activities-version: '1'
        kinds:
          - { id: visited, title: { zh: 走访 }, nature: event, measure: count, unit: 次 }
          - { id: served, title: { zh: 服务 }, nature: event, measure: count, keyed: true }
          - { id: invested, title: { zh: 引资 }, nature: event, measure: quantity, unit: 万元 }
          - { id: hours, title: { zh: 时长 }, nature: event, measure: quantity, unit: 小时 }
          - { id: surveyed, title: { zh: 测评 }, nature: event, measure: rate }
          - { id: signed, title: { zh: 签约 }, nature: event, measure: share }
          - { id: adopted, title: { zh: 采用 }, nature: event, measure: option, options: [ { id: county, title: { zh: 县 } }, { id: city, title: { zh: 市 } } ] }
          - { id: project, title: { zh: 项目 }, nature: event, measure: option, keyed: true,
              options: [ { id: agreed, title: { zh: 签约 } }, { id: landed, title: { zh: 落地 } } ] }
          - { id: audited, title: { zh: 审计 }, nature: event, measure: flag }
          - { id: awarded, title: { zh: 酌情 }, nature: event, measure: points }
          - { id: chartered, title: { zh: 入章 }, nature: state, measure: flag, when-missing: false }
          - { id: listed, title: { zh: 名录 }, nature: state, measure: option, when-missing: none, expires-after: 2 years,
              options: [ { id: none, title: { zh: 无 } }, { id: abnormal, title: { zh: 异常 } } ] }
        """;

    public static KindCatalogue Kinds { get; } = ActivitiesFile.Read(Utf8(Activities), "activities.yaml").Catalogue!;

    /// <summary>A ruleset that is in order, in named parts, each of which a test may replace or leave out.</summary>
    public static readonly IReadOnlyDictionary<string, string> Parts = new Dictionary<string, string>
    {
        ["ruleset"] = "ruleset: small",
        ["version"] = "version: '1'",
        ["title"] = "title: { zh: 小办法 }",
        ["authority"] = "authority: county-federation",
        ["adoptable"] = "adoptable: { from: '2026-01-01', until: '2027-01-01' }",
        ["period"] = "period: year",
        ["sources"] = "sources: { own: { title: { zh: 办法 }, publisher: 县工商联, date: '2026-01-01' } }",
        ["cite"] = "cite: { source: own, clause: 一 }",
        ["scale"] = "scale: { total: 10 }",
        ["settings"] = "",
        ["parameters"] = "",
        ["attributes"] = "",
        ["categories"] =
            """
            categories:
              - id: service
                title: { zh: 服务 }
                cap: 10
                indicators: [ { id: M1, title: { zh: 走访 }, counts: [ visited ], score: { per-count: 1 }, cap: 10 } ]
            """,
        ["deductions"] = "",
        ["limits"] = "",
        ["grades"] = "grades: [ { id: A, title: { zh: 优 }, from: 6 }, { id: B, title: { zh: 良 }, from: 0 } ]",
        ["classes"] = "",
        ["ranking"] = "",
        ["outcomes"] = "",
    };

    /// <summary>The ruleset in order with some parts replaced; an empty one leaves its part out.</summary>
    public static string With(params IReadOnlyList<(string Part, string Text)> replaced)
    {
        var parts = new Dictionary<string, string>(Parts);
        foreach (var (part, text) in replaced)
        {
            Assert.True(parts.ContainsKey(part), $"no part {part}");
            parts[part] = text;
        }
        return string.Join('\n', parts.Values.Where(t => t.Length > 0)) + "\n";
    }

    public static RulesetReading Read(string text) => RulesetFile.Read(Utf8(text), "r.yaml", Kinds);

    /// <summary>The ruleset of a text that must have no errors.</summary>
    public static Ruleset Sound(string text)
    {
        var reading = Read(text);
        Assert.True(reading.Ruleset is not null, string.Join('\n', reading.Diagnostics));
        return reading.Ruleset;
    }

    /// <summary>The ruleset in order with one score.</summary>
    public static string WithScore(string counts, string score, string more = "") => With(("categories",
        $$"""
        categories:
          - id: service
            title: { zh: 服务 }
            cap: 10
            indicators:
              - id: M1
                title: { zh: 走访 }
                counts: {{counts}}
                score: {{score}}
                {{more}}
        """));

    /// <summary>The ruleset in order with an outcome, and what it may refer to.</summary>
    public static string WithCondition(string when) => With(
        ("attributes", "attributes: { size: { type: number, title: { zh: 人数 } }, born: { type: day, title: { zh: 成立 } }, sort: { type: option, options: [ town, street ], title: { zh: 类 } } }"),
        ("settings", "settings: { some: { type: list, default: [ A ], title: { zh: 些 } }, few: { type: number, default: 2, title: { zh: 几 } } }"),
        ("deductions", "deductions: [ { id: K1, title: { zh: 扣 }, counts: [ visited ], each: -1 } ]"),
        ("limits", "limits: [ { id: L1, title: { zh: 限 }, when: { state: listed, is: [ abnormal ] }, grade: B } ]"),
        ("outcomes",
            $$"""
            outcomes:
              - { id: first, kind: award, title: { zh: 先 } }
              - id: second
                kind: support
                title: { zh: 后 }
                when: {{when}}
            """));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
