using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Whether a value is what a schema of the document says: the keywords that the document uses, and no others.</summary>
/// <remarks>A member that the schema does not name is a fault: whoever generates a client from the document would not see it.</remarks>
internal sealed class SchemaCheck(Document document)
{
    private static readonly string[] Silent = ["description", "example", "properties", "required", "additionalProperties", "items"];

    /// <summary>The first fault with its place; null where there is none.</summary>
    public string? Fault(JsonElement value, JsonElement schema, string at = "$")
    {
        var named = document.Resolve(schema);
        foreach (var keyword in named.EnumerateObject())
            if (!Silent.Contains(keyword.Name) && !Holds(value, keyword))
                return $"{at}: {Short(value)} is not {keyword.Name} {keyword.Value.GetRawText()}";
        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(value, named, at),
            JsonValueKind.Array when named.TryGetProperty("items", out var items) =>
                value.EnumerateArray().Select((item, i) => Fault(item, items, $"{at}[{i}]")).FirstOrDefault(f => f is not null),
            _ => null,
        };
    }

    private string? Members(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) return $"{at}: {name} is missing";
        var known = schema.TryGetProperty("properties", out var properties);
        var isOpen = schema.TryGetProperty("additionalProperties", out var additional);
        foreach (var member in value.EnumerateObject())
        {
            var place = $"{at}.{member.Name}";
            var fault = known && properties.TryGetProperty(member.Name, out var of) ? Fault(member.Value, of, place)
                : isOpen ? Fault(member.Value, additional, place)
                : known ? $"{place} is not in the schema" : null;
            if (fault is not null) return fault;
        }
        return null;
    }

    private static bool Holds(JsonElement value, JsonProperty keyword) => keyword.Name switch
    {
        "type" => IsOf(value, keyword.Value.GetString()!),
        "enum" => keyword.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)),
        "format" => IsFormatted(value, keyword.Value.GetString()!),
        "multipleOf" => value.GetDecimal() % keyword.Value.GetDecimal() == 0,
        "minimum" => value.GetDecimal() >= keyword.Value.GetDecimal(),
        "pattern" => Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
        "$ref" => true,
        _ => throw new NotSupportedException($"the document uses {keyword.Name}, which this check does not know: teach it"),
    };

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException($"the document uses type {type}, which this check does not know: teach it"),
    };

    private static bool IsFormatted(JsonElement value, string format) => format switch
    {
        "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => value.TryGetDateTimeOffset(out _),
        "int32" => value.TryGetInt32(out _),
        "int64" => value.TryGetInt64(out _),
        "binary" => true,
        _ => throw new NotSupportedException($"the document uses format {format}, which this check does not know: teach it"),
    };

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..80] + "…" : value.GetRawText();
}
