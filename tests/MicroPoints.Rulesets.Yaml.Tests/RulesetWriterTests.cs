using System.Collections;

namespace MicroPoints.Rulesets.Yaml.Tests;

/// <summary>What is written reads back as the same ruleset; only the hash is that of the new bytes.</summary>
public sealed class RulesetWriterTests
{
    private const string Everything =
        """
        settings:
          on: { type: switch, default: true, title: { zh: 开 } }
          few: { type: number, default: 2.5, title: { zh: 几, en: Few } }
          marks: { type: list, default: [ abnormal ], title: { zh: 些 } }
          which: { type: list, default: [ first ], title: { zh: 些 } }
          what: { type: list, default: [ served ], title: { zh: 些 } }
        parameters:
          p: { unit: points, values: [ { from: '2026-01-01', value: 0.5, cite: { source: own, clause: 二 }, still-valid-on: '2026-02-01' }, { from: '2026-07-01', value: 0.6 } ] }
        attributes:
          sort: { type: option, options: [ town, street ], title: { zh: 类 } }
          born: { type: day, title: { zh: 成立 } }
          size: { type: number, title: { zh: 人数 } }
        categories:
          - id: service
            title: { zh: '服务：会员, "甲" # 1', en: "It's: a, title" }
            cite: { source: own, clause: 类 }
            cap: 10
            redistribute-at-most: 3
            indicators:
              - { id: F, title: { zh: 一 }, counts: [ audited ], score: { flag: 1 }, enabled-by: on, may-be-not-applicable: true, advice: false }
              - { id: O, title: { zh: 一 }, counts: [ { kind: adopted, weight: -0.5, option: county } ], score: { option: { county: 1 } }, cite: { source: own, clause: 项 } }
              - { id: C, title: { zh: 一 }, counts: $what, score: { per-count: $p }, cap: $few }
              - { id: P, title: { zh: 一 }, counts: [ visited ], score: { per-period: { points: 1, each: quarter } } }
              - { id: Q, title: { zh: 一 }, counts: [ hours ], score: { per-quantity: { points: 1, every: 10, rounding: down } } }
              - { id: U, title: { zh: 一 }, counts: [ visited ], score: { from-full: { points: 3, minus: 1 } } }
              - { id: R, title: { zh: 一 }, counts: [ surveyed ], score: { in-proportion: 2, participation-at-least: 50 } }
              - { id: T, title: { zh: 一 }, counts: [ surveyed ], score: { tier: [ { at-least: 90, points: 2 }, { at-least: 60, points: 1 } ] } }
              - id: G
                title: { zh: 组 }
                cap: 5
                cite: { source: own, clause: 组 }
                indicators:
                  - { id: H, title: { zh: 一 }, counts: [ adopted, listed ], score: { highest: { county: 1, abnormal: 2 } } }
                  - { id: K, title: { zh: 一 }, counts: [ project ], score: { once-per-key: { agreed: 2 }, once-across-periods: true }, cap: 4, overflow: { to: J, each: 2 } }
              - { id: D, title: { zh: 一 }, counts: [ awarded ], score: { discretionary: { from: 1, to: 2 } } }
              - { id: V, title: { zh: 一 }, counts: [ visited ], score: { against-peers: { points: 5, base: 3, fallback: 4 } } }
              - { id: L, title: { zh: 一 }, score: { checklist: { items: [ audited, { kind: chartered, points: 1 } ], points: 3 } } }
          - { id: bonus, title: { zh: 加分 }, bonus: true, indicators: [ { id: J, title: { zh: 超出 }, cap: 3 } ] }
        deductions:
          - { id: K1, title: { zh: 扣 }, counts: [ served ], each: -1, cap: -3, zeroes-indicators-counting: key, enabled-by: on }
          - { id: K2, title: { zh: 扣 }, while: { state: listed, is: [ abnormal ], points: -10 }, zeroes-indicators-counting: [ visited ] }
        limits:
          - { id: L1, title: { zh: 限 }, when: { state: listed, is: $marks }, grade-at-most: B, suspends: outcomes }
          - { id: L2, title: { zh: 限 }, when: { state: listed, missing: true }, grades-down: 1, suspends: [ first ] }
          - { id: L3, title: { zh: 限 }, when: { state: chartered, is: true, held-for-at-least: 18 months }, bars: true, suspends: $which }
        ranking: [ total, { category: service }, { indicator: F }, { attribute: size, order: ascending, missing: first } ]
        outcomes:
          - { id: first, kind: award, title: { zh: 先 }, quota: { percent: 20, of: ranked, within: city, rounding: up, at-least: 1 }, ties: expand-quota, valid: { from: next-year, years: 2 } }
          - { id: second, kind: follow-up, title: { zh: 后 }, offered: automatic, ties: exclude, enabled-by: on, records: { kind: listed, option: abnormal }, quota: { count: 3 },
              when: { all: [
                { any: [ { total: { at-least: 6, below: 8 } }, { category: service, at-most: 5 }, { indicator: F, at-least: $few }, { deduction: K1, below: -1 }, { rate: surveyed, at-least: 80 } ] },
                { none-of: [ { attribute: sort, is: town }, { attribute: size, missing: true }, { attribute: size, at-least: 3 }, { attribute: born, at-most: '2020-01-01' } ] },
                { at-least-of: { n: 1, of: [ { grade-at-least: A }, { grade-is: [ A ] }, { limited-by: [ L1 ] }, { not-limited-by: L2 } ] } },
                { event: adopted, is: [ city ], occurred: { within: 3 }, at-least: 2 }, { silent-for: { quarters: 2, kinds: [ visited ] } }, { rank-at-most: 3 },
                { outcome: first }, { history: { grade: B, within: 2, at-least: 2 } }, { history: { outcome: first, within: 1 } } ] } }
        """;

    public static TheoryData<string> Texts => new()
    {
        Given.With(),
        Given.With(("scale", ""), ("categories", ""), ("grades", ""), ("period", "period: quarter"), ("classes",
            "classes: [ { id: one, title: { zh: 一 }, when: { class-is: [ one ] } }, { id: rest, title: { zh: 其余 } } ]")
            ).Replace("class-is: [ one ]", "state: chartered, is: false", StringComparison.Ordinal),
        Given.With(("period", "period: 2-years\nsample: true\napplies-to: { peer-groups: [ township ], applicants-only: true, "
            + "registered-for-at-least: 2 years }"), ("scale", "scale: { total: 10, bonus-at-most: 2, final-at-most: 12 }"),
            ("categories", Everything), ("version", "version: '2026.1'"),
            ("title", "title: { zh: \"两行\\n一题\\u2028\", en: 'null' }")),
    };

    [Theory, MemberData(nameof(Texts))]
    public void What_is_written_reads_back_the_same(string text)
    {
        var ruleset = Given.Sound(text);
        var written = RulesetWriter.Write(ruleset);
        Assert.Equal(Shape(ruleset with { Hash = default }), Shape(Given.Sound(written) with { Hash = default }));
    }

    [Theory, MemberData(nameof(Texts))]
    public void Writing_twice_gives_the_same_bytes(string text)
    {
        var written = RulesetWriter.Write(Given.Sound(text));
        Assert.Equal(written, RulesetWriter.Write(Given.Sound(written)));
    }

    [Fact]
    public void A_line_repeats_no_citation_that_it_inherits() =>
        Assert.Equal(1, RulesetWriter.Write(Given.Sound(Given.With())).Split("cite:").Length - 1);

    /// <summary>Every value of a model, however deep, as text: records hold lists, whose equality is that of the reference.</summary>
    private static string Shape(object? value) => value switch
    {
        null => "null",
        string or bool or int or long or Enum or DateOnly or KindId or Points or Digest or Number or Duration => $"{value}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Shape))}]",
        _ => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties()
            .Where(p => p.GetIndexParameters().Length == 0
                && p.Name is not ("Leaves" or "AllIndicators" or "SelfAndBelow" or "CountedKinds"))
            .Select(p => $"{p.Name}={Shape(p.GetValue(value))}"))})",
    };
}
