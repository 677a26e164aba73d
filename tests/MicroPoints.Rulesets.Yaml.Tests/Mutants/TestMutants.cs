namespace MicroPoints.Rulesets.Yaml.Tests.Mutants;

/// <summary>Slips in rule test files, and lines added to rulesets that no rule test names.</summary>
internal static class TestMutants
{
    public static readonly IReadOnlyList<Mutant> All =
    [
        new("micro-points.test", "suite: micro-points 2026.1", "suite: ▸micro-points 2025.1", "TEST001",
            "suite: micro-points 2026.1", "Write 'suite: micro-points 2026.1'"),
        new("micro-points.test", "fixture: ordinary", "fixture: ▸ordinry", "TEST002", "fixture: ordinary", "Write 'ordinary'"),
        new("four-batches.test", "without: [ registration ]", "without: ▸[ registrations ]", "TEST003",
            "without: [ registration ]", "Write 'registration'"),
        new("four-good.test", "cases:\n",
            "cases:\n  - name: 两条同号\n    given: ▸[ { id: a, kind: member.visited, on: '2026-01-01', count: 1 }, "
            + "{ id: a, kind: member.visited, on: '2026-01-02', count: 1 } ]\n    then: { grade: D, only: [ grade ] }\n",
            "TEST004"),
        new("vitality.test", "cases:\n",
            "cases:\n  - name: 同名\n    then: { grade: D, only: [ grade ] }\n▸  - name: 同名\n"
            + "    then: { total: 0, only: [ total ] }\n", "TEST005"),
        new("micro-points.test", "kind: member.visited, on: '2026-12-15', count: 12 }",
            "kind: member.visited, on: '2026-12-15', count: 12, flag: ▸true }", "TEST006",
            "kind: member.visited, on: '2026-12-15', count: 12 }", "Remove it"),
        new("vitality.test", "kind: member.visited, on: '2026-01-20', count: 5 }",
            "kind: member.visited, on: '2026-01-20', count: 5, key: ▸k }", "TEST007",
            "kind: member.visited, on: '2026-01-20', count: 5 }", "key"),
        new("vitality.test", "kind: member.visited, on: '2026-01-20', count: 5 }",
            "kind: member.visited, on: '2026-01-20', count: 5, part: ▸1/13 }", "TEST008",
            "kind: member.visited, on: '2026-01-20', count: 5, part: '1/2' }", "1/2"),
        new("micro-points.test", "kind: member.visited, on: '2026-12-15', count: 12 }",
            "kind: member.visited, on: '2026-12-15', count: 12, expires: ▸'2027-01-01' }", "TEST009",
            "kind: member.visited, on: '2026-12-15', count: 12 }", "expires"),
        new("micro-points.test", "cases:\n",
            "cases:\n  - name: 无理由\n    given: [ ▸{ kind: federation.awarded, on: '2026-01-01', points: 1 } ]\n"
            + "    then: { grade: D, only: [ grade ] }\n", "TEST010",
            "cases:\n  - name: 有理由\n"
            + "    given: [ { kind: federation.awarded, on: '2026-01-01', points: 1, reason: 牵头办会 } ]\n"
            + "    then: { grade: D, only: [ grade ] }\n", "reason"),
        new("micro-points.test", "asked: 40, answered: 24, satisfied: 21 }", "asked: 40, answered: ▸44, satisfied: 21 }",
            "TEST011", "asked: 40, answered: 24, satisfied: 21 }"),
        new("vitality.test", "cases:\n", "cases:\n  - name: 期间\n    period: ▸'2026'\n    then: { grade: D, only: [ grade ] }\n",
            "TEST012", "cases:\n  - name: 期间\n    period: '2026Q1'\n    then: { grade: D, only: [ grade ] }\n", "'2026Q1'"),
        new("classified-management.test", "settings: { governance-items: 31 }", "settings: { ▸governance-item: 31 }", "TEST013",
            "settings: { governance-items: 31 }", "Write 'governance-items'"),
        new("four-good.test", "peers: [ { id: p1, fixture: full }, { id: q1 } ]",
            "peers: [ { id: p1, fixture: full }, { id: ▸p1 } ]", "TEST014", "peers: [ { id: p1, fixture: full }, { id: q1 } ]",
            "Choose another id"),
        new("incentive-policy.test", "cases:\n", "cases:\n  - name: 空\n    then: ▸{}\n", "TEST015",
            "cases:\n  - name: 空\n    then: { grade: D, only: [ grade ] }\n", "Write what"),
        new("four-batches.test", "known-at: '2026-06-30'", "known-at: ▸'2026-06-30 18:00'", "TEST016",
            "known-at: '2026-06-30T18:00:00+08:00'", "'2026-06-30T18:00:00+08:00'"),
        new("four-good.test", "region: '990101'", "region: ▸'99010'", "TEST017", "region: '990101'", "digits"),
        new("incentive-policy.test", "not-applicable: [ B2 ]", "not-applicable: [ ▸M1 ]", "TEST018", "not-applicable: [ B2 ]",
            "remove it here"),

        new("micro-points", "      - id: M2\n",
            "      - { id: ▸M9, title: { zh: 回访 }, counts: [ lecture.held ], score: { per-count: 1 }, cap: 6 }\n"
            + "      - id: M2\n", "TEST019"),
        new("vitality", "deductions:\n",
            "deductions:\n  - { id: ▸K9, title: { zh: 应报未报 }, counts: [ report.missed ], each: -1 }\n", "TEST020"),
        new("classified-management", "limits:\n",
            "limits:\n  - { id: ▸extra, title: { zh: 处罚 }, when: { event: penalty.imposed }, suspends: [ purchase-list ] "
            + "}\n", "TEST021"),
        new("micro-points", "grades:\n", "grades:\n  - { id: ▸S, title: { zh: 卓越 }, from: 99 }\n", "TEST022"),
        new("four-batches", "classes:\n",
            "classes:\n  - { id: ▸new, title: { zh: 新建 }, when: { attribute: members, at-most: 1 } }\n", "TEST023"),
        new("incentive-policy", "outcomes:\n",
            "outcomes:\n  - { id: ▸visit, kind: invitation, title: { zh: 考察邀请 }, when: { grade-is: A } }\n", "TEST024"),
        new("vitality", "still-valid-on: '2026-03-01' }\n",
            "still-valid-on: '2026-03-01' }\n"
            + "      - { from: ▸'2026-12-01', value: 1, still-valid-on: '2026-12-01' }\n", "TEST025"),
        new("grade-assessment", "settings:\n", "settings:\n  extra-bar: ▸{ type: switch, default: false, title: { zh: 另设 } }\n",
            "TEST026"),
    ];
}
