namespace MicroPoints.Rulesets.Yaml.Tests.Mutants;

/// <summary>Slips after which a ruleset still works, and says what nobody can have meant.</summary>
internal static class SenseMutants
{
    public static readonly IReadOnlyList<Mutant> All =
    [
        new("grade-assessment", "records: { kind: assessment.graded, option: 4A }",
            "records: { kind: ▸assessment.graded, option: 5A }", "RULE071", "records: { kind: assessment.graded, option: 4A }",
            "another option"),
        new("classified-management", "records: { kind: key-supervision.listed, option: follow }",
            "records: { kind: ▸key-supervision.listed, option: priority }", "RULE071",
            "records: { kind: key-supervision.listed, option: follow }", "another option"),
        new("vitality", "counts: [ lecture.held ]", "counts: ▸[ education.held ]", "RULE072", "counts: [ lecture.held ]",
            "Count another kind"),
        new("incentive-policy", "counts: [ policy-session.held ]\n        score: { per-count: 1 }",
            "counts: ▸[ request.resolved ]\n        score: { per-count: 1 }", "RULE072",
            "counts: [ policy-session.held ]\n        score: { per-count: 1 }", "Count another kind"),
        new("four-good", "- { total: { at-least: $city-line } }", "- { total: { at-least: ▸101 } }", "RULE073",
            "- { total: { at-least: 100 } }", "inside that range"),
        new("incentive-policy", "{ indicator: M1, at-least: 6 }", "{ indicator: M1, at-least: ▸8.5 }", "RULE073",
            "{ indicator: M1, at-least: 8 }", "inside that range"),
        new("micro-points", "when: { grade-is: D }", "when: { category: economy, at-least: ▸13 }", "RULE073",
            "when: { category: economy, at-least: 12 }", "inside that range"),
        new("grade-assessment-2025", "when: { total: { below: 701 } }", "when: { total: { below: ▸0 } }", "RULE074",
            "when: { total: { below: 701 } }", "inside that range"),
        new("classified-management", "{ rate: demand.handled, at-least: $demand-rate }",
            "{ rate: demand.handled, at-least: ▸101 }", "RULE075", "{ rate: demand.handled, at-least: 100 }", "inside that range"),
        new("vitality", "when: { state: dishonesty.listed, is: [ listed ] }", "when: { total: { at-least: ▸0 } }", "RULE076",
            "when: { state: dishonesty.listed, is: [ listed ] }"),
        new("four-good", "{ at-least: 90, points: 3 }, { at-least: 80", "{ at-least: ▸900, points: 3 }, { at-least: 80",
            "RULE077", "{ at-least: 90, points: 3 }, { at-least: 80", "100 or less"),
        new("micro-points", "quota: { percent: 20, of: ranked, within: county, rounding: down, at-least: 1 }",
            "quota: { percent: ▸0, of: ranked, within: county, rounding: down }", "RULE078",
            "quota: { percent: 0, of: ranked, within: county, rounding: down, at-least: 1 }", "at-least: 1"),
        new("four-batches", "quota: { count: $policy-places, within: scope }", "quota: { count: ▸0, within: scope }", "RULE078",
            "quota: { count: 1, within: scope }", "1 or more"),
        new("vitality", "quota: { percent: 50, of: eligible,", "quota: { percent: ▸100, of: eligible,", "RULE079",
            "quota: { percent: 99, of: eligible,", "Write fewer"),
        new("four-batches", "quota: { count: $challenge-places, within: scope }",
            "quota: { count: 2, within: scope, at-least: ▸3 }", "RULE079", "quota: { count: 2, within: scope }",
            "Remove 'at-least'"),
        new("vitality", "    when: { all: [ { grade-at-least: B }, { rank-at-most: 3 } ] }\n",
            "    when: { all: [ { grade-at-least: B }, { rank-at-most: 3 } ] }\n    quota: { count: ▸9, within: scope }\n",
            "RULE079",
            "    when: { all: [ { grade-at-least: B }, { rank-at-most: 3 } ] }\n    quota: { count: 3, within: scope }\n",
            "Write 'count: 3'"),
        new("incentive-policy", "en: To be improved }, from: 0 }", "en: To be improved }, from: 0, quota: ▸{ percent: 10 } }",
            "RULE080", "en: To be improved }, from: 0 }", "Remove 'quota'"),
        new("micro-points", "scale: { total: 100,", "scale: { total: ▸100,", "RULE081"),
        new("grade-assessment", "    cap: 80", "    cap: 79", "RULE082", "    cap: 80", Where: "scale: { total: ▸1000"),
        new("four-good", "    bonus: true\n    cap: 5", "    bonus: true\n    cap: 4", "RULE083", "    bonus: true\n    cap: 5",
            "Write 'bonus-at-most: 4'", Where: "bonus-at-most: ▸5"),
        new("incentive-policy", "final-at-most: 110 }", "final-at-most: ▸120 }", "RULE084", "final-at-most: 110 }",
            "Write 'final-at-most: 110'"),
        new("micro-points", "still-valid-on: '2026-01-01'", "still-valid-on: ▸'2024-12-31'", "RULE085",
            "still-valid-on: '2026-01-01'", "'2026-01-01'", ""),
        new("vitality",
            "{ from: '2026-03-01', value: 1.5, cite: { source: sample, clause: M2，三月起 }, still-valid-on: '2026-03-01' }",
            "▸{ from: '2026-03-01', value: 1.5, cite: { source: sample, clause: M2，三月起 } }", "RULE086",
            "{ from: '2026-03-01', value: 1.5, cite: { source: sample, clause: M2，三月起 }, still-valid-on: '2026-03-01' }",
            "'2026-03-01'"),
        new("classified-management", "title: { zh: 重点培育, en: Nurture }", "title: { zh: ▸Nurture, en: Nurture }", "RULE087",
            "title: { zh: 重点培育, en: Nurture }", "in 'zh'"),
        new("activities", "title: { zh: 会员满意度测评,", "title: { zh: ▸Survey,", "RULE087", "title: { zh: 会员满意度测评,", "in 'zh'"),
        new("four-good", "title: { zh: “四好”商会认定推荐办法（样本）", "title: { zh: ▸“四好”商会示范创建办法", "RULE088", "title: { zh: “四好”商会年度评价办法",
            "年度评价"),
        new("micro-points", "title: { zh: 奖优评先推荐", "title: { zh: ▸年度表彰", "RULE088", "title: { zh: 通报表扬建议", "通报表扬建议"),
        new("vitality", "title: { zh: 待激活,", "title: { zh: ▸僵尸商会,", "RULE088", "title: { zh: 待激活,", "待激活"),
        new("grade-assessment-2025", "title: { zh: 未达等级,", "title: { zh: ▸不合格,", "RULE088", "title: { zh: 待提升,", "待提升"),
        new("incentive-policy",
            "        counts: [ party.coverage ]\n"
            + "        score: { option: { organisation: 4, instructor: 3, due-not-founded: 0, not-due: 0 } }\n"
            + "        cap: 4\n        advice: false\n",
            "        counts: ▸[ party.coverage ]\n"
            + "        score: { option: { organisation: 4, instructor: 3, due-not-founded: 0, not-due: 0 } }\n"
            + "        cap: 4\n", "RULE089",
            "        counts: [ party.coverage ]\n"
            + "        score: { option: { organisation: 4, instructor: 3, due-not-founded: 0, not-due: 0 } }\n"
            + "        cap: 4\n        advice: false\n", "advice: false"),
        new("vitality",
            "        counts: [ member.satisfaction ]\n        score: { in-proportion: 3, participation-at-least: 50 }\n"
            + "        cap: 3\n"
            + "        may-be-not-applicable: true\n        advice: false\n",
            "        counts: ▸[ member.satisfaction ]\n"
            + "        score: { in-proportion: 3, participation-at-least: 50 }\n        cap: 3\n"
            + "        may-be-not-applicable: true\n", "RULE090",
            "        counts: [ member.satisfaction ]\n        score: { in-proportion: 3, participation-at-least: 50 }\n"
            + "        cap: 3\n"
            + "        may-be-not-applicable: true\n        advice: false\n", "advice: false"),
    ];
}
