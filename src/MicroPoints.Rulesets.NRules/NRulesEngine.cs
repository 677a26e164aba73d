using System.Runtime.CompilerServices;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.NRules;

/// <summary>The second engine, independent of the first.</summary>
public sealed class NRulesEngine : IEvaluationEngine
{
    /// <summary>The name that proofs give this engine and its semantics.</summary>
    public const string Engine = "nrules/1";

    public static readonly NRulesEngine Instance = new();

    /// <summary>Compiling costs more than evaluating a county, so the rules of a ruleset are kept for as long as it is.</summary>
    private readonly ConditionalWeakTable<Ruleset, Compiled> _compiled = [];

    private NRulesEngine() { }

    public string Name => Engine;

    public IReadOnlyList<Scorecard> Evaluate(
        Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, IReadOnlyList<ChamberFacts> chambers)
    {
        if (!_compiled.TryGetValue(ruleset, out var compiled) || !compiled.IsUnder(settings))
        {
            compiled = new Compiled(new NRulesEvaluator(ruleset, settings), new Dictionary<string, SettingValue>(settings));
            _compiled.AddOrUpdate(ruleset, compiled);
        }
        return compiled.Evaluator.Evaluate(chambers);
    }

    private sealed record Compiled(NRulesEvaluator Evaluator, IReadOnlyDictionary<string, SettingValue> Settings)
    {
        public bool IsUnder(IReadOnlyDictionary<string, SettingValue> settings) => settings.Count == Settings.Count
            && settings.All(s => Settings.TryGetValue(s.Key, out var known) && known == s.Value);
    }
}
