using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>The standings that pages of the desk are about.</summary>
internal static class CountyList
{
    public const string Ruleset = "micro-points";

    public static StandingsQuery Query(Desk desk) => new(Ruleset, desk.Period, desk.Scope, null, null, []);

    public static ValueTask<StandingsList> Of(Desk desk) => desk.Workspace.Lists.Ask(Query(desk), null, desk.Cancel);
}
