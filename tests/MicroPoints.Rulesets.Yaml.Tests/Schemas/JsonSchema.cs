using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroPoints.Rulesets.Yaml.Tests.Schemas;

/// <summary>Judges a document by a JSON Schema (draft 2020-12), as far as the shipped schemas use it.</summary>
/// <remarks>A keyword that it does not know is a fault of the schema: nothing in one is passed over in silence.</remarks>
internal sealed class JsonSchema(JsonNode root)
{
    private static readonly string[] Notes = ["$schema", "$id", "$defs", "title", "description", "default", "examples", "then", "else"];

    public static JsonSchema Read(string file) => new(JsonNode.Parse(File.ReadAllText(file))!);

    /// <summary>What is wrong, each with the place in the document; none where it conforms.</summary>
    public IReadOnlyList<string> Judge(JsonNode? document) => [.. Errors(root, document, "")];

    private bool Fits(JsonNode? schema, JsonNode? value) => !Errors(schema, value, "").Any();

    private IEnumerable<string> Errors(JsonNode? schema, JsonNode? value, string at) => schema switch
    {
        JsonValue flag => flag.GetValue<bool>() ? [] : [$"{at}: not allowed"],
        JsonObject keywords => keywords.SelectMany(k => Keyword(k.Key, k.Value!, keywords, value, at)),
        _ => throw new InvalidOperationException("a schema is an object, true or false"),
    };

    private IEnumerable<string> Keyword(string name, JsonNode rule, JsonObject schema, JsonNode? value, string at)
    {
        switch (name)
        {
            case "$ref": return Errors(Resolve(rule.GetValue<string>()), value, at);
            case "type":
                return Say((rule as JsonArray ?? [rule.DeepClone()])
                .Any(t => Is(t!.GetValue<string>(), TypeOf(value))), $"{at}: not of type {rule.ToJsonString()}");
            case "enum": return Say(rule.AsArray().Any(e => JsonNode.DeepEquals(e, value)), $"{at}: none of {rule.ToJsonString()}");
            case "const": return Say(JsonNode.DeepEquals(rule, value), $"{at}: not {rule}");
            case "allOf": return rule.AsArray().SelectMany(s => Errors(s, value, at));
            case "anyOf": return Say(rule.AsArray().Any(s => Fits(s, value)), $"{at}: fits none of anyOf");
            case "oneOf": return Say(rule.AsArray().Count(s => Fits(s, value)) == 1, $"{at}: does not fit exactly one of oneOf");
            case "not": return Say(!Fits(rule, value), $"{at}: fits what it must not");
            case "if": return Errors(Fits(rule, value) ? schema["then"] ?? true : schema["else"] ?? true, value, at);
            default:
                return Notes.Contains(name) ? [] : value switch
                {
                    JsonObject map => OfObject(name, rule, schema, map, at),
                    JsonArray list => OfArray(name, rule, list, at),
                    JsonValue scalar => OfScalar(name, rule, scalar, at),
                    _ => [],
                };
        }
    }

    private IEnumerable<string> OfObject(string name, JsonNode rule, JsonObject schema, JsonObject map, string at) => name switch
    {
        "properties" => rule.AsObject().Where(p => map.ContainsKey(p.Key)).SelectMany(p => Errors(p.Value, map[p.Key], $"{at}/{p.Key}")),
        "additionalProperties" => map.Where(p => schema["properties"]?[p.Key] is null)
            .SelectMany(p => Errors(rule, p.Value, $"{at}/{p.Key}")),
        "propertyNames" => map.SelectMany(p => Errors(rule, JsonValue.Create(p.Key), $"{at}/{p.Key}")),
        "required" => rule.AsArray().Where(r => !map.ContainsKey(r!.GetValue<string>())).Select(r => $"{at}: lacks {r}"),
        "minProperties" => Say(map.Count >= rule.GetValue<int>(), $"{at}: too few keys"),
        "dependentRequired" => rule.AsObject().Where(d => map.ContainsKey(d.Key))
            .SelectMany(d => OfObject("required", d.Value!, schema, map, at)),
        "dependentSchemas" => rule.AsObject().Where(d => map.ContainsKey(d.Key)).SelectMany(d => Errors(d.Value, map, at)),
        _ => Other(name),
    };

    private IEnumerable<string> OfArray(string name, JsonNode rule, JsonArray list, string at) => name switch
    {
        "items" => list.SelectMany((item, i) => Errors(rule, item, $"{at}/{i}")),
        "minItems" => Say(list.Count >= rule.GetValue<int>(), $"{at}: too few items"),
        "uniqueItems" => Say(!rule.GetValue<bool>() || list.Select(i => i?.ToJsonString()).Distinct().Count() == list.Count,
            $"{at}: an item stands twice"),
        "maxItems" => Say(list.Count <= rule.GetValue<int>(), $"{at}: too many items"),
        _ => Other(name),
    };

    private static IEnumerable<string> OfScalar(string name, JsonNode rule, JsonValue value, string at)
    {
        if (value.TryGetValue<string>(out var text))
            return name switch
            {
                "pattern" => Say(Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.ECMAScript), $"{at}: '{text}' does not match"),
                "minLength" => Say(text.Length >= rule.GetValue<int>(), $"{at}: too short"),
                "maxLength" => Say(text.Length <= rule.GetValue<int>(), $"{at}: too long"),
                _ => Other(name),
            };
        if (value.TryGetValue<decimal>(out var number))
            return name switch
            {
                "minimum" => Say(number >= rule.GetValue<decimal>(), $"{at}: {number} is too small"),
                "maximum" => Say(number <= rule.GetValue<decimal>(), $"{at}: {number} is too large"),
                "exclusiveMinimum" => Say(number > rule.GetValue<decimal>(), $"{at}: {number} is too small"),
                "exclusiveMaximum" => Say(number < rule.GetValue<decimal>(), $"{at}: {number} is too large"),
                "multipleOf" => Say(number % rule.GetValue<decimal>() == 0, $"{at}: {number} has too many decimals"),
                _ => Other(name),
            };
        return Other(name);
    }

    private static readonly string[] OfOtherTypes =
    [
        "properties", "additionalProperties", "propertyNames", "required", "minProperties", "dependentRequired", "dependentSchemas",
        "items", "minItems", "maxItems", "uniqueItems", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
        "exclusiveMaximum", "multipleOf",
    ];

    private static IEnumerable<string> Other(string name) => OfOtherTypes.Contains(name) ? []
        : throw new InvalidOperationException($"this judge does not know '{name}'");

    private static IEnumerable<string> Say(bool holds, string otherwise) => holds ? [] : [otherwise];

    private JsonNode Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(root, (node, part) => node[part]!);

    private static bool Is(string wanted, string type) => wanted == type || wanted == "number" && type == "integer";

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        JsonValue v when v.TryGetValue<bool>(out _) => "boolean",
        JsonValue v when v.TryGetValue<decimal>(out var n) => n == decimal.Truncate(n) ? "integer" : "number",
        _ => "string",
    };
}
