using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>One operation as the document has it.</summary>
/// <param name="Queries">Each parameter of the query with its example.</param>
/// <param name="Answers">For each status the media types with their schemas; none for a status without a body.</param>
internal sealed record Operation(
    string Id, string Method, string Path, bool IsKeyed,
    IReadOnlyDictionary<string, string> Queries, string? BodyType, JsonElement? BodySchema, JsonNode? Example,
    IReadOnlyDictionary<int, IReadOnlyDictionary<string, JsonElement>> Answers)
{
    public bool IsRead => Method == "GET";
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The OpenAPI document that a running server gives, as the fuzzer reads it.</summary>
internal sealed class Document
{
    private readonly JsonElement _root;

    public Document(string json)
    {
        _root = JsonDocument.Parse(json).RootElement;
        Operations = [.. from path in _root.GetProperty("paths").EnumerateObject()
                         from operation in path.Value.EnumerateObject()
                         select Read(path.Name, operation.Name.ToUpperInvariant(), operation.Value)];
    }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>The schema itself where this only names one.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        if (!schema.TryGetProperty("$ref", out var reference)) return schema;
        var found = _root;
        foreach (var part in reference.GetString()!.Split('/').Skip(1)) found = found.GetProperty(part);
        return found;
    }

    private static Operation Read(string path, string method, JsonElement operation)
    {
        var body = operation.TryGetProperty("requestBody", out var sent)
            ? sent.GetProperty("content").EnumerateObject().First() : (JsonProperty?)null;
        return new Operation(operation.GetProperty("operationId").GetString()!, method, path,
            operation.TryGetProperty("security", out _),
            operation.GetProperty("parameters").EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query")
                .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("example").ToString()),
            body?.Name, body?.Value.GetProperty("schema"),
            body is { } some ? JsonNode.Parse(some.Value.GetProperty("example").GetRawText()) : null,
            operation.GetProperty("responses").EnumerateObject().ToDictionary(a => int.Parse(a.Name), a => Contents(a.Value)));
    }

    private static IReadOnlyDictionary<string, JsonElement> Contents(JsonElement answer) =>
        answer.TryGetProperty("content", out var content)
            ? content.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetProperty("schema")) : [];
}
