using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>An engine that evaluates chambers under a ruleset. Where two are built in, a round seals only if they agree.</summary>
public interface IEvaluationEngine
{
    /// <summary>The name that proofs give the engine and its semantics, such as <c>builtin/1</c>.</summary>
    string Name { get; }

    /// <summary>Scorecards of all chambers, in order of id; the same for the same facts, in whatever order they come.</summary>
    IReadOnlyList<Scorecard> Evaluate(
        Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, IReadOnlyList<ChamberFacts> chambers);
}

/// <summary>The engine of the core, which every edition has.</summary>
public sealed class BuiltInEngine : IEvaluationEngine
{
    public static readonly BuiltInEngine Instance = new();

    private BuiltInEngine() { }

    public string Name => Evaluator.Engine;

    public IReadOnlyList<Scorecard> Evaluate(
        Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, IReadOnlyList<ChamberFacts> chambers) =>
        new Evaluator(ruleset, settings).Evaluate(chambers);
}
