using System.CommandLine;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Shows where the chambers of a scope stand, provisional until a round seals it.</summary>
internal static class StandingsCommand
{
    public static Command Build() => new Verb("standings", "where chambers stand 位次",
            "standings --data data", "standings --scope 990101 --period 2026 --as-of 2026-06-30",
                "standings --scope 45 --output json")
        .With(Question.Scope, Question.Ruleset, Question.Period, Question.AsOf, Question.KnownAt, Question.PeerGroup).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var answer = await Progress.Show("计算 scoring", progress =>
            store.Workspace.Lists.Ask(Question.Read(parsed, parsed.GetValue(Question.Scope)), progress, cancel).AsTask());
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, answer));
        else StandingsTable.Print(answer);
        return ExitCode.Fine;
    }

    private static void Write(Utf8JsonWriter json, StandingsList answer)
    {
        Question.WriteHeader(json, answer);
        json.WriteNumber("ranked", answer.Rows.Count(c => c.IsRanked));
        json.WriteStartArray("standings");
        foreach (var card in answer.InOrder)
        {
            json.WriteStartObject();
            json.WriteString("chamber", card.Id.Value);
            json.WriteString("name", card.Name);
            if (card.Places is { } places)
            {
                json.WriteNumber("place", places.Scope); json.WriteNumber(
                "placeInCounty", places.County);
            }
            json.WriteString("points", card.Total.ToString());
            if (card.Grade is not null) json.WriteString("grade", card.Grade);
            if (card.Class is not null) json.WriteString("class", card.Class);
            if (card.BarredBy is not null) json.WriteString("barredBy", card.BarredBy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
