#if CLUSTER
using MicroPoints.Rulesets.NRules;
#endif
using MicroPoints.Standings;

namespace MicroPoints.Server;

/// <summary>The engines that are built into this program; the command line has the same.</summary>
public static class Engines
{
    /// <summary>Those beside the core's own.</summary>
    public static IReadOnlyList<IEvaluationEngine> Others { get; } =
#if CLUSTER
        [NRulesEngine.Instance];
#else
        [];
#endif

    /// <summary>All of them, as proofs name them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Evaluator.Engine, .. Others.Select(e => e.Name)];
}
