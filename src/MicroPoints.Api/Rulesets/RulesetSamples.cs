using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>The examples of publishing and of what another ruleset would have done.</summary>
internal static class RulesetSamples
{
    public static readonly RulesToPublish ToPublish = new()
    {
        Rules = "ruleset: county-points\nversion: '2027.1'\n",
        Tests = "suite: county-points 2027.1\ncases: []\n",
    };

    public static readonly RecordedRuleset Published = new(SendingAnswer.Recorded, "publish-2027.1", "county-points", "2027.1",
        Samples.Hash, 1, Samples.Hash, Samples.At,
        [new RulesetDiagnostic("RULE021", "warning", 41, 9, "the weight changes nothing", "leave it out")], 14);

    public static readonly ImpactToWorkOut ToWorkOut = new()
    {
        Scope = "990101",
        Period = "2026",
        After = new RulesToCompare { Ruleset = "micro-points", Version = "2026.1" },
    };

    public static readonly ImpactDetails Impact = new("micro-points@2026.1", "county-points@2027.1", "990101", "2026",
        new DateOnly(2026, 12, 31), 1, 1, 1, 1, 0,
        [new ImpactOnChamber("c-01", Samples.ChamberToPut.Name, new ImpactPlace(76m, false, "B", 2), new ImpactPlace(84m, false, "A", 1),
            ["award-nomination"], [])],
        [new ImpactOnCategory("member-service", "服务会员", 24m, 26.5m)],
        new ImpactSpread(15, 68.4m, 70m, 41m, 88m, [new GradeCounted("A", "优秀", 3)]),
        new ImpactSpread(15, 70.1m, 71.5m, 43m, 90m, [new GradeCounted("A", "优秀", 4)]), true, 15, false, "2026-annual", Samples.Stamp);
}
