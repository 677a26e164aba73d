using System.Text.Json;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Cli;

/// <summary>A statement of impact, as programs read it.</summary>
internal static class ImpactJson
{
    /// <summary>One period as an object of its own; of several their sum, and each as such an object.</summary>
    public static void Write(Utf8JsonWriter json, ImpactStatement statement)
    {
        if (statement.Periods is [var one])
        {
            Head(json, one);
            Figures(json, one);
            return;
        }
        WriteRules(json, statement.Periods[0]);
        json.WriteString("scope", statement.Periods[0].Query.Scope.Value);
        if (statement.Stamp is { } stamp) json.WriteString("stamp", stamp);
        Each("summary", Row);
        Each("periods", answer =>
        {
            Head(json, answer);
            if (answer.HasData) Figures(json, answer);
        });

        void Row(ImpactAnswer answer)
        {
            json.WriteString("period", answer.Query.Period.ToString());
            json.WriteBoolean("hasData", answer.HasData);
            if (!answer.HasData) return;
            json.WriteNumber("chambers", answer.Impact.Chambers.Count);
            Counts(json, answer.Impact);
            json.WriteString("meanBefore", answer.Impact.SpreadBefore.Mean.ToString());
            json.WriteString("meanAfter", answer.Impact.SpreadAfter.Mean.ToString());
        }

        void Each(string name, Action<ImpactAnswer> write)
        {
            json.WriteStartArray(name);
            foreach (var answer in statement.Periods)
            {
                json.WriteStartObject();
                write(answer);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    }

    private static void WriteRules(Utf8JsonWriter json, ImpactAnswer answer)
    {
        json.WriteString("before", answer.Impact.Before.Name);
        json.WriteString("after", answer.Impact.After.Name);
    }

    private static void Head(Utf8JsonWriter json, ImpactAnswer answer)
    {
        WriteRules(json, answer);
        json.WriteString("period", answer.Query.Period.ToString());
        json.WriteString("scope", answer.Query.Scope.Value);
        if (answer.Round is { } round) json.WriteString("round", round.Value);
        if (answer.Stamp is { } stamp) json.WriteString("stamp", stamp);
        json.WriteBoolean("hasData", answer.HasData);
        json.WriteNumber("recorded", answer.Recorded);
        if (answer.IsDatedBack) json.WriteBoolean("datedBack", true);
    }

    private static void Counts(Utf8JsonWriter json, RulesetImpact impact)
    {
        json.WriteNumber("rising", impact.Rising);
        json.WriteNumber("falling", impact.Falling);
        json.WriteNumber("changingGrade", impact.ChangingGrade);
        json.WriteNumber("winningOutcome", impact.WinningOutcome);
        json.WriteNumber("losingOutcome", impact.LosingOutcome);
    }

    private static void Figures(Utf8JsonWriter json, ImpactAnswer answer)
    {
        var impact = answer.Impact;
        Counts(json, impact);
        json.WriteStartArray("chambers");
        foreach (var chamber in impact.Chambers)
        {
            json.WriteStartObject();
            json.WriteString("chamber", chamber.Chamber.Value);
            json.WriteString("name", answer.Names.GetValueOrDefault(chamber.Chamber));
            Write(json, "before", chamber.Before);
            Write(json, "after", chamber.After);
            Write(json, "won", chamber.Won);
            Write(json, "lost", chamber.Lost);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("categories");
        foreach (var category in impact.Categories)
        {
            json.WriteStartObject();
            json.WriteString("category", category.Id);
            if (category.Before is { } before) json.WriteString("before", before.ToString());
            if (category.After is { } after) json.WriteString("after", after.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Write(json, "spreadBefore", impact.SpreadBefore);
        Write(json, "spreadAfter", impact.SpreadAfter);
    }

    private static void Write(Utf8JsonWriter json, string name, ImpactSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("points", side.Total.ToString());
        if (side.GradeId is { } grade) json.WriteString("grade", grade);
        if (side.Place is { } place) json.WriteNumber("place", place);
        if (side.IsBarred) json.WriteBoolean("barred", true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, PointsSpread spread)
    {
        json.WriteStartObject(name);
        json.WriteNumber("ranked", spread.Ranked);
        json.WriteString("mean", spread.Mean.ToString());
        json.WriteString("median", spread.Median.ToString());
        json.WriteString("least", spread.Least.ToString());
        json.WriteString("most", spread.Most.ToString());
        json.WriteStartObject("grades");
        foreach (var grade in spread.Grades) json.WriteNumber(grade.Id, grade.Chambers);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
    }
}
