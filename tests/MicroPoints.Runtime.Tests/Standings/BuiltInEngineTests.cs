using MicroPoints.Conformance.Standings;
using MicroPoints.Standings;

namespace MicroPoints.Runtime.Tests.Standings;

/// <summary>The built-in engine is what others are compared with: against itself the suite tests its own plumbing.</summary>
public sealed class BuiltInEngineTests : EvaluatorSuite
{
    protected override IEvaluationEngine Engine => BuiltInEngine.Instance;
    protected override int Ledgers => 500;
}
