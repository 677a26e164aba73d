using MicroPoints.Rulesets.NRules.Conditions;
using MicroPoints.Rulesets.NRules.Rules;
using NRules;
using NRules.RuleModel;

namespace MicroPoints.Rulesets.NRules;

/// <summary>All rules of one ruleset under some settings.</summary>
internal static class RuleSheet
{
    public static IReadOnlyList<IRuleDefinition> Of(Ruleset ruleset, Values values)
    {
        var lines = LinePlan.Of(ruleset, values);
        var conditions = new ConditionRules(ruleset, values);
        List<IRuleDefinition> rules =
        [
            .. new PeerRules(values, lines).All(),
            .. lines.SelectMany(LineRules.Of),
            .. new CardRules(ruleset, values, lines).All(),
            .. new VerdictRules(ruleset, values, conditions).All(),
            .. new OutcomeRules(ruleset, values, conditions).All(),
            .. new RankingRules(ruleset, values).All(),
        ];
        return [.. rules, .. conditions.All];
    }

    public static ISessionFactory Compile(Ruleset ruleset, Values values) => new RuleCompiler().Compile(Of(ruleset, values));
}
