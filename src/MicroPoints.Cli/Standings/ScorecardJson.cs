using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>A scorecard as JSON, with clause and reason on every line.</summary>
internal static class ScorecardJson
{
    public static void Write(Utf8JsonWriter json, ScorecardDetails card)
    {
        json.WriteString("chamber", card.Chamber);
        json.WriteString("name", card.Name);
        json.WriteString("points", Words.Number(card.Points));
        if (card.GradeByPoints is not null) json.WriteString("gradeByPoints", card.GradeByPoints);
        if (card.Grade is not null) json.WriteString("grade", card.Grade);
        if (card.Class is not null) json.WriteString("class", card.Class);
        if (card.Place is { } place) json.WriteNumber("place", place);
        if (card.BarredBy is not null) json.WriteString("barredBy", card.BarredBy);
        json.WriteStartArray("categories");
        foreach (var c in card.Categories) Line(json, c.Id, c.Title, null, c.Sum, c.Cap, c.Points, c.Because, c.Why, c.Clause);
        json.WriteEndArray();
        Lines(json, "lines", card.Lines);
        Lines(json, "deductions", card.Deductions);
        Conditions(json, "limits", card.Limits);
        Conditions(json, "outcomes", card.Outcomes);
    }

    private static void Lines(Utf8JsonWriter json, string name, IReadOnlyList<LinePoints> lines)
    {
        json.WriteStartArray(name);
        foreach (var l in lines)
            Line(json, l.Id, l.Title, l.CountedExactly ?? Words.Number(l.Counted), l.Raw, l.Cap, l.Points, l.Because, l.Why, l.Clause);
        json.WriteEndArray();
    }

    private static void Line(Utf8JsonWriter json, string id, string title, string? counted, decimal raw, decimal? cap,
        decimal points, IReadOnlyList<string>? because, string? why, string clause)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("title", title);
        if (counted is not null) json.WriteString("counted", counted);
        json.WriteString("raw", Words.Number(raw));
        if (cap is { } most) json.WriteString("cap", Words.Number(most));
        json.WriteString("points", Words.Number(points));
        if (because is not null)
        {
            json.WriteString("because", string.Join(' ', because));
            json.WriteString("why", why);
        }
        json.WriteString("clause", clause);
        json.WriteEndObject();
    }

    private static void Conditions(Utf8JsonWriter json, string name, IReadOnlyList<ConditionFound> conditions)
    {
        json.WriteStartArray(name);
        foreach (var condition in conditions)
        {
            json.WriteStartObject();
            json.WriteString("id", condition.Id);
            json.WriteString("title", condition.Title);
            json.WriteString("status", condition.Status);
            if (condition.Zh is not null) json.WriteString("zh", condition.Zh);
            if (condition.En is not null) json.WriteString("en", condition.En);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
