using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>The scorecard of the chamber in the address, among its county's, for endpoints that ask more of it than it says.</summary>
/// <param name="ETag">Of what is worked out from the card; null where its inputs are not known.</param>
internal sealed record AskedCard(StandingsAnswer Answer, Scorecard Card, string? ETag)
{
    /// <param name="what">What is asked of the card, with all that the answer depends on beside the card's own inputs.</param>
    /// <exception cref="ProblemException">It was not on the register, or moved all the while.</exception>
    public static async Task<AskedCard> Of(
        Call call, ChamberId chamber, string what, DateOnly? asOf = null, DateTimeOffset? knownAt = null)
    {
        var seat = (await call.Workspace.Seats.Of(chamber, call.Cancel))!.Value;
        var query = new StandingsQuery(call.Text(Ask.Ruleset) ?? Ask.Ruleset.Example, call.PeriodOf(),
            seat.Enclosing(RegionLevel.County), asOf, knownAt, []);
        var answer = await call.Workspace.Standings.Ask(query, chamber, call.Cancel);
        if (answer.Cards is not [var card]) throw new ProblemException(Refusal.ChamberUnknown,
            $"{chamber} was not on the register at {Calendar.Text(answer.At.KnownAt)}");
        if (answer.Trace is null) throw new ProblemException(Refusal.HeadMoved,
            $"{chamber} was recorded into all the while it was looked at: ask again");
        return new AskedCard(answer, card,
            answer.Inputs is { } inputs ? StandingsInputs.ETag(call, query, $"{what} {chamber}", inputs) : null);
    }

    /// <summary>Whether the client has already what is worked out from the card.</summary>
    public bool IsKnown(Call call) => ETag is not null && call.IsKnown(ETag);
}
