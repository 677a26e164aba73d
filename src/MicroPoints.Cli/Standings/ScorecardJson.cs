using System.Text.Json;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Cli;

/// <summary>A scorecard as JSON, with clause and reason on every line.</summary>
internal static class ScorecardJson
{
    public static void Write(Utf8JsonWriter json, Scorecard card, string name)
    {
        json.WriteString("chamber", card.Id.Value);
        json.WriteString("name", name);
        json.WriteString("points", card.Total.ToString());
        if (card.GradeByPoints is not null) json.WriteString("gradeByPoints", card.GradeByPoints);
        if (card.Grade is not null) json.WriteString("grade", card.Grade);
        if (card.Class is not null) json.WriteString("class", card.Class);
        if (card.Places is { } places) json.WriteNumber("place", places.Scope);
        if (card.BarredBy is not null) json.WriteString("barredBy", card.BarredBy);
        json.WriteStartArray("categories");
        foreach (var category in card.Card.Categories)
            Line(json, category.Category.Id, category.Category.Title, category.Category.Cite, null, category.Sum,
                category.Cap, category.Points, category.Because);
        json.WriteEndArray();
        json.WriteStartArray("lines");
        foreach (var line in card.Card.Lines)
            Line(json, line.Indicator.Id, line.Indicator.Title, line.Indicator.Cite, line.Counted, line.Raw, line.Cap,
                line.Points, line.Because);
        json.WriteEndArray();
        json.WriteStartArray("deductions");
        foreach (var line in card.Card.Deductions)
            Line(json, line.Deduction.Id, line.Deduction.Title, line.Deduction.Cite, line.Counted, line.Raw, line.Cap,
                line.Points, line.Because);
        json.WriteEndArray();
        Conditions(json, card);
    }

    private static void Conditions(Utf8JsonWriter json, Scorecard card)
    {
        json.WriteStartArray("limits");
        foreach (var limit in card.Limits)
            Finding(json, limit.Limit.Id, limit.Limit.Title, limit.IsOn
                ? Word(limit.Finding.Verdict) : "switched-off", limit.Finding);
        json.WriteEndArray();
        json.WriteStartArray("outcomes");
        // A reference opinion is never shown to a chamber, and a switched-off outcome is not offered.
        foreach (var outcome in card.Outcomes.Where(o =>
            o.Outcome.Kind != OutcomeKind.Reference && o.Status != OutcomeStatus.NotOffered))
            Finding(json, outcome.Outcome.Id, outcome.Outcome.Title, Terminal.Words.Kebab(outcome.Status.ToString()),
                outcome.Finding);
        json.WriteEndArray();
    }

    private static void Line(
        Utf8JsonWriter json, string id, Title title, Cite cite, Fraction? counted, Points raw, Points? cap,
            Points points, IReadOnlyList<Because> because)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("title", title.Zh);
        if (counted is { } amount) json.WriteString("counted", amount.ToString());
        json.WriteString("raw", raw.ToString());
        if (cap is { } most) json.WriteString("cap", most.ToString());
        json.WriteString("points", points.ToString());
        if (because.Count > 0)
        {
            json.WriteString("because", string.Join(' ', because.Select(b => b.Code())));
            json.WriteString("why", Terminal.Words.Because(because));
        }
        json.WriteString("clause", $"{cite.Source} {cite.Clause}");
        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, string id, Title title, string status, Finding? finding)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("title", title.Zh);
        json.WriteString("status", status);
        if (finding is not null)
        {
            json.WriteString("zh", finding.Sentence.Zh);
            json.WriteString("en", finding.Sentence.EnOrZh);
        }
        json.WriteEndObject();
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not-met",
        Verdict.Error => "error",
        _ => throw new InvalidOperationException("unknown verdict"),
    };
}
