namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>Quotas leave some places and hold something back.</summary>
/// <remarks>
/// How many peers there will be, nobody knows before a round. What a file alone proves: a percent of 100 or places for more
/// than a rank lets in hold nothing back, no places are no quota, and places that start above their own number contradict it.
/// </remarks>
internal static class QuotaCheck
{
    private const long Hundred = 100 * 100;

    public static void Run(Check check)
    {
        foreach (var grade in check.Ruleset.Grades)
            if (grade.Quota is { } quota) Quota(check, quota, $"grade '{grade.Id}'");
        foreach (var outcome in check.Ruleset.Outcomes)
        {
            if (outcome.Quota is not { } quota) continue;
            Quota(check, quota, $"the outcome '{outcome.Id}'");
            if (outcome.When is { } when) AgainstRank(check, quota, when, outcome.Id);
        }
        if (check.Ruleset.Grades is [_, .., { Quota: not null } lowest])
            check.Add(DiagnosticCodes.QuotaOnLowest, lowest, ["quota"],
                $"grade '{lowest.Id}' is the lowest, and its quota has nowhere to send a chamber",
                "Remove 'quota' here, or give the grade above one.");
    }

    private static void Quota(Check check, Quota quota, string line)
    {
        var (count, percent) = (All(check, quota.Count), All(check, quota.Percent));
        var least = All(check, quota.AtLeast);
        if (count?.Max() == 0)
            check.Add(DiagnosticCodes.QuotaNothing, quota, ["count"], $"the quota of {line} has no places",
                "Write a count of 1 or more, or remove the line.");
        else if (percent?.Max() == 0 && (quota.AtLeast is null || least?.Max() == 0))
            check.Add(DiagnosticCodes.QuotaNothing, quota, ["percent"], $"the quota of {line} is 0 percent",
                "Write a percent above 0, or add 'at-least: 1'.");
        else if (percent?.Min() == Hundred)
            check.Add(DiagnosticCodes.QuotaTooLarge, quota, ["percent"],
                $"the quota of {line} is 100 percent, so it holds nobody back", "Write fewer, or remove 'quota'.");
        if (count?.Max() is { } places && least?.Min() > places)
            check.Add(DiagnosticCodes.QuotaTooLarge, quota, ["at-least"],
                $"the quota of {line} has {new Points(places)} places and never fewer than {quota.AtLeast}",
                "Remove 'at-least', or raise 'count' to it.");
    }

    /// <summary>Only ties could bring more chambers than the rank names.</summary>
    private static void AgainstRank(Check check, Quota quota, Condition when, string outcome)
    {
        var demanded = when is Condition.All all ? all.Of : [when];
        foreach (var rank in demanded.OfType<Condition.RankAtMost>())
            if (quota.Within == Within.Scope && All(check, rank.Place)?.Max() is { } last && All(check, quota.Count)?.Min() > last)
                check.Add(DiagnosticCodes.QuotaTooLarge, quota, ["count"],
                    $"'{outcome}' has {quota.Count} places, and its condition lets in the first {rank.Place} alone",
                    $"Write 'count: {new Points(last)}', or let more in.");
    }

    /// <summary>Every value of a number; null where there is none or a region sets it.</summary>
    private static IReadOnlyList<long>? All(Check check, Number? number) =>
        number is { } given && check.MostOf(given) is not null ? check.ValuesOf(given) : null;
}
