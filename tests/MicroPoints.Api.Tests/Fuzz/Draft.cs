using System.Text;
using System.Text.Json.Nodes;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Who sends: a name to print in place of the secret, and what the key may do.</summary>
/// <param name="Scope">Null: a key that lets nobody in.</param>
internal sealed record Sender(string Name, string? Secret, MicroPoints.Identity.Role Role, RegionCode? Scope);

/// <summary>A request while it is being made: begun as a good one, then made worse.</summary>
internal sealed class Draft(Operation operation, Sender sender)
{
    public Operation Operation { get; } = operation;
    public Sender Sender { get; set; } = sender;
    public string Method { get; set; } = operation.Method;
    public Dictionary<string, string> Route { get; } = [];
    public List<(string Name, string? Value)> Query { get; } = [];
    public List<(string Name, string Value)> Headers { get; } = [];
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>What is sent; the text counts, the node is where it is changed by its structure.</summary>
    public JsonNode? Json { get; set; }

    /// <summary>What stands for texts in the node that no node can hold, such as 1e999 or a lone surrogate.</summary>
    public List<string> Raw { get; } = [];

    public byte[]? Body { get; set; }
    public string? BodyType { get; set; } = operation.BodyType;

    /// <summary>Replaces everything from the first byte on.</summary>
    public Func<string, byte[], byte[]>? Wire { get; set; }

    /// <summary>The target, where it is not made of the route and the query.</summary>
    public string? Target { get; set; }

    /// <summary>Another endpoint, or none, may be what answers.</summary>
    public bool IsElsewhere { get; set; }

    /// <summary>The web server itself may refuse it, in its own few words.</summary>
    public bool IsMalformed { get; set; }

    /// <summary>What was done to it.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>A text in the tree's place of a value, written out as it is.</summary>
    public JsonNode AsIs(string text)
    {
        Raw.Add(text);
        return JsonValue.Create($"@raw{Raw.Count - 1}@");
    }

    public byte[] Text()
    {
        if (Body is not null) return Body;
        if (Json is null) return [];
        if (BodyType != "application/json" && Json is JsonValue text && text.TryGetValue<string>(out var plain))
            return Encoding.UTF8.GetBytes(plain);
        var written = Json.ToJsonString();
        for (var i = 0; i < Raw.Count; i++) written = written.Replace($"\"@raw{i}@\"", Raw[i]);
        return Encoding.UTF8.GetBytes(written);
    }

    public byte[] Bytes() => Bytes(Sender.Secret);

    /// <summary>The request without its secret, for people.</summary>
    public override string ToString()
    {
        var bytes = Bytes(Sender.Secret is null ? null : $"<{Sender.Name}>");
        var shown = string.Concat(Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 3_000)))
            .Select(c => c is '\n' || !char.IsControl(c) && c != '\ufffd' ? c.ToString() : c == '\r' ? "" : $"\\x{(int)c:x2}"));
        return $"by {Sender.Name}; {string.Join(", ", Notes)}\n{shown}{(bytes.Length > 3_000 ? $"… {bytes.Length} bytes" : "")}";
    }

    private byte[] Bytes(string? secret)
    {
        var body = Text();
        var head = new StringBuilder($"{Method} {Target ?? Path()} HTTP/1.1\r\nHost: {Host}\r\n");
        if (secret is not null) head.Append($"Authorization: Bearer {secret}\r\n");
        foreach (var (name, value) in Headers) head.Append($"{name}: {value}\r\n");
        var hasBody = Json is not null || Body is not null;
        if (hasBody && BodyType is not null) head.Append($"Content-Type: {BodyType}\r\n");
        if (Wire is not null) return Wire(head.ToString(), body);
        if (hasBody || !Operation.IsRead) head.Append($"Content-Length: {body.Length}\r\n");
        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    private string Path()
    {
        var path = Operation.Path;
        foreach (var (name, value) in Route) path = path.Replace($"{{{name}}}", Escaped(value));
        var query = string.Join('&', Query.Select(q => q.Value is null ? Escaped(q.Name) : $"{Escaped(q.Name)}={Escaped(q.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>Percent-encoded; a lone surrogate becomes what UTF-8 has for it.</summary>
    private static string Escaped(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
}
