using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Everything that can be decided about a ruleset without a chamber.</summary>
internal static class RulesetChecks
{
    public static void Run(Ruleset ruleset, RulesetContext context)
    {
        var check = new Check(ruleset, context);
        ParameterCheck.Run(check);
        NumberCheck.Run(check);
        CountedCheck.Run(check);
        ScoreCheck.Run(check);
        IndicatorCheck.Run(check);
        OverflowCheck.Run(check);
        ReferenceCheck.Run(check);
        StageCheck.Run(check);
        ConditionCheck.Run(check);
        ConditionSenseCheck.Run(check);
        GradeCheck.Run(check);
        OutcomeCheck.Run(check);
        QuotaCheck.Run(check);
        TwiceCheck.Run(check);
        AdviceCheck.Run(check);
        WordingCheck.Run(check);
        // What can be reached means nothing while what it is reached with is wrong.
        if (context.Findings.HasErrors) return;
        ReachCheck.Run(check);
        VerdictCheck.Run(check);
    }
}
