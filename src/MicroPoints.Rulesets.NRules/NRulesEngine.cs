using MicroPoints.Standings;

namespace MicroPoints.Rulesets.NRules;

/// <summary>The second engine, independent of the first.</summary>
public sealed class NRulesEngine : IEvaluationEngine
{
    /// <summary>The name that proofs give this engine and its semantics.</summary>
    public const string Engine = "nrules/1";

    public static readonly NRulesEngine Instance = new();

    private NRulesEngine() { }

    public string Name => Engine;

    public IReadOnlyList<Scorecard> Evaluate(
        Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, IReadOnlyList<ChamberFacts> chambers) =>
        new NRulesEvaluator(ruleset, settings).Evaluate(chambers);
}
