using System.CommandLine;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Shows where the chambers of a scope stand, provisional until a round seals it.</summary>
internal static class StandingsCommand
{
    public static Command Build() => new Verb("standings", "where chambers stand 位次",
            "standings --data data", "standings --scope 990101 --period 2026 --as-of 2026-06-30",
                "standings --scope 45 --output json")
        .With(Question.Scope, Question.Ruleset, Question.Period, Question.AsOf, Question.KnownAt, Question.PeerGroup)
        .Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (page, ruleset) = await Progress.Show("计算 scoring", progress =>
            desk.Standings(Question.Read(parsed, parsed.GetValue(Question.Scope)), progress, cancel));
        if (Common.Output(parsed).IsJson) Output.Object(json => Write(json, page));
        else StandingsTable.Print(page, ruleset);
        return ExitCode.Fine;
    }

    private static void Write(Utf8JsonWriter json, StandingsPage page)
    {
        Question.WriteHeader(json, page.Ruleset, page.Period, page.Scope, page.AsOf, page.KnownAt, page.Stamp);
        json.WriteNumber("ranked", page.Ranked);
        json.WriteStartArray("standings");
        foreach (var row in page.Standings)
        {
            json.WriteStartObject();
            json.WriteString("chamber", row.Chamber);
            json.WriteString("name", row.Name);
            if (row.Place is { } place) json.WriteNumber("place", place);
            if (row.PlaceInCounty is { } inCounty) json.WriteNumber("placeInCounty", inCounty);
            json.WriteString("points", Words.Number(row.Points));
            if (row.Grade is not null) json.WriteString("grade", row.Grade);
            if (row.Class is not null) json.WriteString("class", row.Class);
            if (row.BarredBy is not null) json.WriteString("barredBy", row.BarredBy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
