using MicroPoints.Conformance.Standings;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.NRules.Tests;

/// <summary>The second engine says what the first says, in everything.</summary>
public sealed class NRulesEngineTests : EvaluatorSuite
{
    protected override IEvaluationEngine Engine => NRulesEngine.Instance;
}
