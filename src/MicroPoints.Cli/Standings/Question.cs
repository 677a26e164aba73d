using System.CommandLine;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>The options of everything that asks for scorecards.</summary>
internal static class Question
{
    public static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the region [default: everything there is]", "CODE", text => new RegionCode(text));
    public static readonly Option<string> Ruleset = new(
        "--ruleset")
    {
        Description = "the adopted ruleset",
        HelpName = "ID",
        DefaultValueFactory = _ =>
        "micro-points"
    };
    public static readonly Option<Period> Period = Common.Typed(
        "--period", "2026, 2026Q3 or 2025-2026 [default: the one as-of lies in]", "PERIOD", MicroPoints.Period.Parse);
    public static readonly Option<DateOnly> AsOf = Common.Typed(
        "--as-of", "facts and parameters up to this day [default: today]", "DAY", Common.Day);
    public static readonly Option<DateTimeOffset> KnownAt = Common.Typed(
        "--known-at", "entries recorded by this day or instant [default: now]", "WHEN", Common.Known);
    public static readonly Option<string[]> PeerGroup = new(
        "--peer-group")
    {
        Description = "only this kind of chamber",
        HelpName = "KIND",
        AllowMultipleArgumentsPerToken = true
    };

    public static StandingsQuery Read(ParseResult parsed, RegionCode scope) => new(
        parsed.GetValue(Ruleset)!, parsed.GetResult(Period) is null ? null : parsed.GetValue(Period), scope,
        parsed.GetResult(AsOf) is null ? null : parsed.GetValue(AsOf), parsed.GetResult(KnownAt) is null ? null
            : parsed.GetValue(KnownAt),
        parsed.GetValue(PeerGroup) ?? []);

    public static void WriteHeader(Utf8JsonWriter json, string ruleset, string period, string scope, DateOnly asOf,
        DateTimeOffset knownAt, string? stamp)
    {
        json.WriteString("ruleset", ruleset);
        json.WriteString("period", period);
        json.WriteString("scope", scope);
        json.WriteString("asOf", Calendar.Text(asOf));
        json.WriteString("knownAt", Calendar.Text(knownAt));
        json.WriteBoolean("provisional", true);
        if (stamp is not null) json.WriteString("stamp", stamp);
    }
}
