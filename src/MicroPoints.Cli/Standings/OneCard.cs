using System.CommandLine;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Cli;

/// <summary>One chamber's scorecard among its county's, for verbs that ask more of it than it says.</summary>
internal static class OneCard
{
    public static async Task<(StandingsAnswer Answer, Scorecard Card)> Of(
        Workspace workspace, ParseResult parsed, ChamberId chamber, CancellationToken cancel)
    {
        var seat = await workspace.Seats.Of(chamber, cancel)
            ?? throw CliFailure.Refused(Refusal.ChamberUnknown, $"{chamber} is not registered");
        var query = new StandingsQuery(parsed.GetValue(Question.Ruleset)!,
            parsed.GetResult(Question.Period) is null ? null : parsed.GetValue(Question.Period),
            seat.Enclosing(RegionLevel.County), null, null, []);
        var answer = await workspace.Standings.Ask(query, chamber, cancel);
        return answer.Cards is [var card] ? (answer, card)
            : throw CliFailure.No($"{chamber} has no scorecard of {answer.Period}: it was not on the register then");
    }

    public static void WriteHeader(Utf8JsonWriter json, StandingsAnswer answer, Scorecard card)
    {
        json.WriteString("chamber", card.Id.Value);
        json.WriteString("ruleset", answer.Ruleset.Name);
        json.WriteString("period", answer.Period.ToString());
        json.WriteString("asOf", Calendar.Text(answer.At.Day));
        json.WriteString("total", card.Total.ToString());
        if (card.Grade is not null) json.WriteString("grade", card.Grade);
        if (answer.Stamp is not null) json.WriteString("stamp", answer.Stamp);
    }
}
