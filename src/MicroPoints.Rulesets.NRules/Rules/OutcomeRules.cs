using MicroPoints.Rulesets.NRules.Conditions;
using MicroPoints.Rulesets.NRules.Facts;
using MicroPoints.Standings;
using NRules.RuleModel;

namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>The rules for each outcome's eligibility; one that rests on an earlier outcome waits for what was decided of that.</summary>
internal sealed class OutcomeRules(Ruleset ruleset, Values values, ConditionRules conditions)
{
    public IEnumerable<IRuleDefinition> All()
    {
        foreach (var outcome in ruleset.Outcomes)
        {
            var rule = ConditionRules.Rule($"outcome {outcome.Id}", Asking.Outcomes);
            if (!values.IsOn(outcome.EnabledBy))
            {
                yield return rule.Then((Case chamber) => new Decided(new OutcomeLine(outcome, OutcomeStatus.NotOffered, null)));
                continue;
            }
            rule.When<Limited>(limited => true);
            if (outcome.When is null)
            {
                yield return rule.Then((Case chamber, Limited limited) => Decide(outcome, chamber, limited, null));
                continue;
            }
            var number = conditions.Add(outcome.When, Asking.Outcomes);
            yield return rule.When<Found>(found => found.Number == number)
                .Then((Case chamber, Limited limited, Found found) => Decide(outcome, chamber, limited, found.Finding));
        }
    }

    private Decided Decide(Outcome outcome, Case chamber, Limited limited, Finding? finding)
    {
        var status = limited.Bars || limited.Met.Any(l => Suspends(l, outcome)) ? OutcomeStatus.Suspended
            : !chamber.Chamber.IsRanked ? OutcomeStatus.NotRanked
            : finding is null || finding.IsMet ? OutcomeStatus.Proposed : OutcomeStatus.NotEligible;
        return new Decided(new OutcomeLine(outcome, status, finding));
    }

    /// <summary>Help is never suspended along with all the rest, only by name.</summary>
    private bool Suspends(Limit limit, Outcome outcome) =>
        values.List(limit.Suspends).Contains(outcome.Id) || limit.SuspendsAll && outcome.Kind != OutcomeKind.FollowUp;
}
