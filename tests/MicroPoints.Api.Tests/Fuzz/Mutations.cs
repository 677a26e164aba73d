using System.Text;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Ways to make a good request a bad one. Each says what it did; one that cannot be applied does nothing.</summary>
internal sealed class Mutations(World world)
{
    /// <summary>Parts of a path as they go over the wire.</summary>
    private static readonly string[] Segments =
    [
        "..%2f..%2fkeys", "%2e%2e", "%2e%2e/%2e%2e/keys", "c%2fd", "%c0%af", "%ff", "%", "%zz", "%00",
        "%0d%0aX-Evil:1", "a//b", "./a", "a\\b", "c;d=e", "%u0041", "%ef%bc%8f", "a%20b", "{chamber}", "字", "\u00ff", "a%00b",
        "%252e%252e", "[", "|", "^",
    ];

    public void Apply(Draft draft, Random random) => Good.Any<Action<Draft, Random>>(
    [
        JsonMutations.Tree, JsonMutations.Tree, JsonMutations.Tree, JsonMutations.Tree, JsonMutations.Tree, JsonMutations.Text,
        JsonMutations.Text, JsonMutations.Size, Route, Route, Query, Query, Query, Cursor, Cursor, Etag, Etag, Header, Header,
        Method, Credential, Host, Range, RawRoute, WireMutations.Any,
    ], random)(draft, random);

    private void Route(Draft draft, Random random)
    {
        if (draft.Route.Count == 0) return;
        var name = Good.Any([.. draft.Route.Keys], random);
        var value = random.Next(4) == 0 ? Good.Any(world.Foreign, random) : Good.Any(Hostile.Texts, random);
        draft.Route[name] = value;
        // Dots and nothing fold the path together; so much as 64 KB is more than a request line holds.
        if (value is "" or "." or ".." || value.Contains('/')) draft.IsElsewhere = true;
        if (value.Length > 2_000 || value.Contains('\0')) draft.IsMalformed = true;
        draft.Notes.Add($"{name} := {Short(value)}");
    }

    private static void RawRoute(Draft draft, Random random)
    {
        if (draft.Route.Count == 0) return;
        var value = Good.Any(Segments, random);
        draft.Target = draft.Operation.Path;
        foreach (var (name, good) in draft.Route) draft.Target = draft.Target.Replace($"{{{name}}}", random.Next(2) == 0 ? value : good);
        (draft.IsElsewhere, draft.IsMalformed) = (true, true);
        draft.Notes.Add($"target {draft.Target}");
    }

    private void Query(Draft draft, Random random)
    {
        string[] known = [.. draft.Operation.Queries.Keys];
        var name = known.Length > 0 && random.Next(4) > 0 ? Good.Any(known, random)
            : Good.Any(["role", "Limit", "", "limit[]", "cursor\0", "a.b", "__proto__", "字", "scope "], random);
        string? value = random.Next(12) == 0 ? null : Good.Any(random.Next(5) == 0 ? [.. world.Foreign] : Hostile.Texts, random);
        if (random.Next(3) > 0) draft.Query.RemoveAll(q => q.Name == name);
        draft.Query.Add((name, value));
        if (random.Next(8) == 0) draft.Query.Add((name, value));
        if (value?.Length > 2_000) draft.IsMalformed = true;
        draft.Notes.Add($"?{name} := {Short(value ?? "nothing")}");
    }

    private void Cursor(Draft draft, Random random)
    {
        if (!draft.Operation.Queries.ContainsKey("cursor")) return;
        var value = random.Next(5) switch
        {
            0 => Good.Any(Hostile.Texts, random),
            1 => Convert.ToBase64String(Bytes(random)),
            2 => Convert.ToBase64String(Bytes(random)).Replace('+', '-').Replace('/', '_').TrimEnd('='),
            3 when world.Cursors.Count > 0 => Spoilt(Good.Any(world.Cursors, random), random),
            _ => Forged(draft, random),
        };
        draft.Query.RemoveAll(q => q.Name == "cursor");
        draft.Query.Add(("cursor", value));
        if (value.Length > 2_000) draft.IsMalformed = true;
        draft.Notes.Add($"cursor := {Short(value)}");
    }

    private string Forged(Draft draft, Random random)
    {
        draft.Query.Clear();
        if (draft.Route.ContainsKey("round")) draft.Route["round"] = world.SealedRounds[0];
        var scope = draft.Sender.Scope?.Value ?? TestServer.County;
        var position = Good.Any(random.Next(2) == 0 ? Forgery.Positions : Hostile.Texts, random);
        return Forgery.Of(Forgery.Question(draft.Operation.Id, scope, world.ResultsQuestion), position);
    }

    private void Etag(Draft draft, Random random)
    {
        var name = random.Next(2) == 0 ? "If-None-Match" : "If-Match";
        var value = world.Etags.Count > 0 && random.Next(4) == 0 ? Good.Any(world.Etags, random) : Good.Any(Hostile.Etags, random);
        draft.Headers.Add((name, value));
        if (random.Next(8) == 0) draft.Headers.Add((name, Good.Any(Hostile.Etags, random)));
        draft.Notes.Add($"{name}: {Short(value)}");
    }

    private static void Header(Draft draft, Random random)
    {
        switch (random.Next(5))
        {
            case 0: draft.Headers.Add(("Accept", Good.Any(Hostile.Accepts, random))); break;
            case 1: draft.BodyType = Good.Any(Hostile.MediaTypes, random); break;
            case 2: draft.Headers.Add(Good.Any(Hostile.Proxies, random)); break;
            case 3: draft.Headers.Add(("X-Request-Id", Clean(Good.Any(Hostile.Texts, random)))); break;
            default:
                draft.IsMalformed = true;
                if (random.Next(2) == 0) draft.Headers.Add(("X-Long", new string('x', 40_000)));
                else for (var i = 0; i < 200; i++) draft.Headers.Add(($"X-{i}", "y"));
                break;
        }
        draft.Notes.Add("another header");
    }

    private static void Method(Draft draft, Random random)
    {
        draft.Method = Good.Any(Hostile.Methods, random);
        draft.IsElsewhere = true;
        draft.Notes.Add(draft.Method);
    }

    private static void Credential(Draft draft, Random random)
    {
        draft.Headers.Add(("Authorization", Good.Any(Hostile.Credentials, random)));
        // Beside a good key it makes two, which is none; alone it is none.
        draft.Sender = draft.Sender with { Secret = random.Next(3) == 0 ? draft.Sender.Secret : null, Scope = null };
        draft.Notes.Add("another credential");
    }

    private static void Host(Draft draft, Random random)
    {
        draft.Host = Good.Any(Hostile.Hosts, random);
        draft.IsMalformed = true;
        draft.Notes.Add("another host");
    }

    private static void Range(Draft draft, Random random)
    {
        draft.Headers.Add(("Range", Good.Any(Hostile.Ranges, random)));
        if (random.Next(3) == 0) draft.Headers.Add(("If-Range", Good.Any(Hostile.Etags, random)));
        draft.Notes.Add("a range");
    }

    public static string Short(string text) => text.Length > 40 ? $"{text[..40]}…({text.Length})" : text;

    /// <summary>What a header may hold without ending it.</summary>
    private static string Clean(string text) => new([.. text.Where(c => !char.IsControl(c)).Take(3_000)]);

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Spoilt(string cursor, Random random) => random.Next(3) switch
    {
        0 => cursor[..random.Next(cursor.Length)],
        1 => cursor + cursor,
        _ => Encoding.ASCII.GetString([.. cursor.Select((c, i) => (byte)(i == cursor.Length / 2 ? c ^ 1 : c))]),
    };
}
