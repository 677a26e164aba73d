using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>The standings that pages of the desk are about.</summary>
internal static class CountyList
{
    /// <summary>The query by which a page shows another ruleset that counts for the county.</summary>
    public const string Asked = "rules";

    /// <summary>What a county begins with that has adopted nothing.</summary>
    public const string Sample = "micro-points";

    /// <summary>The ruleset of the county's annual rounds.</summary>
    public static string RulesetOf(Desk desk) => RulesetOf(desk, desk.Scope);

    /// <inheritdoc cref="RulesetOf(Desk)"/>
    public static string RulesetOf(Desk desk, RegionCode county) =>
        desk.Workspace.Regions.AnnualRulesetOf(county, AsOf.On(desk.Workspace.Today)) ?? Sample;

    public static StandingsQuery Query(Desk desk) => new(RulesetOf(desk), desk.Period, desk.Scope, null, null, []);

    /// <summary>The same for a ruleset that was asked for; for the county's annual one where that does not count here.</summary>
    public static async ValueTask<StandingsQuery> Query(Desk desk, string? asked)
    {
        var adopted = asked is null ? null : desk.Workspace.Regions.AdoptionOf(asked, desk.Scope, AsOf.On(desk.Workspace.Today));
        if (adopted is null) return Query(desk);
        var (ruleset, _) = await desk.Workspace.Library.Get(adopted.Ruleset, adopted.Hash, desk.Workspace.Kinds, desk.Cancel);
        return Query(desk) with { Ruleset = ruleset.Id, Period = PeriodOf(desk, ruleset.Period) };
    }

    /// <summary>The period of a length that the desk works on: of a year that is over, its last.</summary>
    public static Period PeriodOf(Desk desk, PeriodLength length) =>
        desk.Period.Length == length ? desk.Period : Period.Containing(desk.UsualDay, length);

    public static ValueTask<StandingsList> Of(Desk desk) => desk.Workspace.Lists.Ask(Query(desk), null, desk.Cancel);
}
