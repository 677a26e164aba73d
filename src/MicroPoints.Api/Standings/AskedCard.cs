using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>The scorecard of the chamber in the address, among its county's, for endpoints that ask more of it than it says.</summary>
internal static class AskedCard
{
    /// <exception cref="ProblemException">It was not on the register, or moved all the while.</exception>
    public static async Task<(StandingsAnswer Answer, Scorecard Card)> Of(
        Call call, ChamberId chamber, DateOnly? asOf, DateTimeOffset? knownAt)
    {
        var seat = (await call.Workspace.Seats.Of(chamber, call.Cancel))!.Value;
        var query = new StandingsQuery(call.Text(Ask.Ruleset) ?? Ask.Ruleset.Example, call.PeriodOf(),
            seat.Enclosing(RegionLevel.County), asOf, knownAt, []);
        var answer = await call.Workspace.Standings.Ask(query, chamber, call.Cancel);
        if (answer.Cards is not [var card]) throw new ProblemException(Refusal.ChamberUnknown,
            $"{chamber} was not on the register at {Calendar.Text(answer.At.KnownAt)}");
        return answer.Trace is not null ? (answer, card) : throw new ProblemException(Refusal.HeadMoved,
            $"{chamber} was recorded into all the while it was looked at: ask again");
    }
}
