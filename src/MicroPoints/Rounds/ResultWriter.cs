using System.Text.Encodings.Web;
using System.Text.Json;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Rounds;

/// <summary>Writes a round's result as JSON of fixed bytes: no culture, clock or order of input can change one.</summary>
public static class ResultWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The result before a decision shows the proposal; after one, what the meeting gave.</summary>
    /// <param name="ceremony">The round through its decision, for the steps it took; null leaves them out.</param>
    public static byte[] Write(RoundId round, RoundEvaluation evaluation, RoundDecided? decided, RoundState? ceremony = null)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Header(json, round, evaluation);
            if (ceremony is not null && CeremonyWriter.HasAny(ceremony)) CeremonyWriter.Write(json, ceremony);
            json.WriteStartArray("chambers");
            foreach (var card in evaluation.Cards) Chamber(json, card, decided);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Header(Utf8JsonWriter json, RoundId round, RoundEvaluation evaluation)
    {
        var (opened, snapshot) = (evaluation.Opened, evaluation.Snapshot);
        json.WriteString("round", round.Value);
        json.WriteString("purpose", opened.Purpose == RoundPurpose.Rehearsal ? "rehearsal" : "annual");
        if (opened.Stamp is not null) json.WriteString("stamp", opened.Stamp);
        json.WriteString("ruleset", evaluation.Ruleset.Name);
        json.WriteString("rulesetHash", snapshot.RulesetHash.ToString());
        json.WriteString("activitiesHash", snapshot.ActivitiesHash.ToString());
        json.WriteString("period", opened.Period.ToString());
        json.WriteString("scope", opened.Scope.Value);
        json.WriteString("asOf", Calendar.Text(snapshot.At.Day));
        json.WriteString("knownAt", Calendar.Text(snapshot.At.KnownAt));
        json.WriteNumber("ranked", evaluation.Ranked.Count());
    }

    private static void Chamber(Utf8JsonWriter json, Scorecard card, RoundDecided? decided)
    {
        json.WriteStartObject();
        json.WriteString("id", card.Id.Value);
        json.WriteString("seat", card.Chamber.Seat.Value);
        json.WriteBoolean("ranked", card.IsRanked);
        Points(json, "total", card.Total);
        Points(json, "base", card.Card.Base);
        Points(json, "bonus", card.Card.Bonus);
        if (card.Card.Rescale is { } rescale) json.WriteString("rescale", rescale.ToString());
        if (card.GradeByPoints is not null) json.WriteString("gradeByPoints", card.GradeByPoints);
        if (card.Grade is not null) json.WriteString("grade", card.Grade);
        if (card.Class is not null) json.WriteString("class", card.Class);
        if (card.BarredBy is not null) json.WriteString("barredBy", card.BarredBy);
        if (card.Places is { } places) Places(json, places);
        Lines(json, card.Card);
        json.WriteStartArray("limits");
        foreach (var limit in card.Limits.Where(l => l.IsMet)) json.WriteStringValue(limit.Limit.Id);
        json.WriteEndArray();
        Outcomes(json, card, decided);
        json.WriteEndObject();
    }

    private static void Places(Utf8JsonWriter json, Places places)
    {
        json.WriteStartObject("place");
        json.WriteNumber("scope", places.Scope);
        json.WriteNumber("province", places.Province);
        json.WriteNumber("city", places.City);
        json.WriteNumber("county", places.County);
        json.WriteEndObject();
    }

    private static void Lines(Utf8JsonWriter json, PointsCard card)
    {
        json.WriteStartObject("categories");
        foreach (var category in card.Categories) Points(json, category.Category.Id, category.Points);
        json.WriteEndObject();
        json.WriteStartObject("indicators");
        foreach (var line in card.Lines) Line(json, line.Indicator.Id, line.Counted, line.Raw, line.Points, line.Because);
        json.WriteEndObject();
        json.WriteStartObject("deductions");
        foreach (var line in card.Deductions) Line(json, line.Deduction.Id, line.Counted, line.Raw, line.Points, line.Because);
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, string id, Fraction counted, Points raw, Points points, IReadOnlyList<Because> because)
    {
        json.WriteStartObject(id);
        json.WriteString("counted", counted.ToString());
        Points(json, "raw", raw);
        Points(json, "points", points);
        if (because.Count > 0) json.WriteString("because", string.Join(' ', because.Select(b => b.Code())));
        json.WriteEndObject();
    }

    private static void Outcomes(Utf8JsonWriter json, Scorecard card, RoundDecided? decided)
    {
        json.WriteStartObject("outcomes");
        foreach (var outcome in card.Outcomes.Where(o => o.IsEligible)) json.WriteString(outcome.Outcome.Id, outcome.Status switch
        {
            OutcomeStatus.Proposed => "proposed",
            OutcomeStatus.TiedOnLine => "tied-on-line",
            _ => "past-quota",
        });
        json.WriteEndObject();
        if (decided is null) return;
        json.WriteStartArray("given");
        foreach (var outcome in Selection.OutcomesOf(card, decided.Departures)) json.WriteStringValue(outcome);
        json.WriteEndArray();
    }

    private static void Points(Utf8JsonWriter json, string name, Points points) => json.WriteString(name, points.ToString());
}
