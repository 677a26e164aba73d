using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>The standings that pages of the desk are about.</summary>
internal static class CountyList
{
    /// <summary>The query by which a page shows another ruleset that counts for the county.</summary>
    public const string Asked = "rules";

    /// <summary>What a county begins with that has adopted nothing.</summary>
    public const string Sample = "micro-points";

    /// <summary>The ruleset by which the county's year stands that is worked on.</summary>
    public static ValueTask<string> RulesetOf(Desk desk) => RulesetOf(desk, desk.Scope);

    /// <inheritdoc cref="RulesetOf(Desk)"/>
    public static async ValueTask<string> RulesetOf(Desk desk, RegionCode county) =>
        await desk.Workspace.Rounds.AnnualRulesetOf(desk.Period, county, desk.Cancel) ?? Sample;

    public static async ValueTask<StandingsQuery> Query(Desk desk) =>
        new(await RulesetOf(desk), desk.Period, desk.Scope, null, null, []);

    /// <summary>The same for a ruleset that was asked for; for the county's annual one where that does not count here.</summary>
    public static async ValueTask<StandingsQuery> Query(Desk desk, string? asked)
    {
        var adopted = asked is null ? null : desk.Workspace.Regions.AdoptionOf(asked, desk.Scope, AsOf.On(desk.Workspace.Today));
        if (adopted is null) return await Query(desk);
        var (ruleset, _) = await desk.Workspace.Library.Get(adopted.Ruleset, adopted.Hash, desk.Workspace.Kinds, desk.Cancel);
        return new StandingsQuery(ruleset.Id, PeriodOf(desk, ruleset.Period), desk.Scope, null, null, []);
    }

    /// <summary>The period of a length that the desk works on: of a year that is over, its last.</summary>
    public static Period PeriodOf(Desk desk, PeriodLength length) =>
        desk.Period.Length == length ? desk.Period : Period.Containing(desk.UsualDay, length);

    public static async ValueTask<StandingsList> Of(Desk desk) =>
        await desk.Workspace.Lists.Ask(await Query(desk), null, desk.Cancel);
}
