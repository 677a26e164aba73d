using System.Text;
using System.Text.Json.Nodes;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Ways to spoil a body: by its structure, by its text, by its size.</summary>
internal static class JsonMutations
{
    private static readonly string[] Wholes =
        ["", " ", "null", "[]", "{}", "\"x\"", "1", "true", "[{}]", "{", "}", "[", "{\"", "\ufeff{}", "{}{}", "nul", "\0"];

    /// <summary>What no UTF-8 text holds, and a NUL.</summary>
    private static readonly byte[][] Bytes = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf8, 0x88], [0], [0xe5, 0x86]];

    private static readonly int[] Depths = [10, 63, 64, 65, 1_000, 100_000], Counts = [2, 21, 51, 1_001, 3_000], Sizes =
        [Limits.BodyBytesMax - 1, Limits.BodyBytesMax, Limits.BodyBytesMax + 1, Limits.BatchBodyBytesMax + 1];

    /// <summary>What a place holds in turn when every place is tried: of every type, and nothing.</summary>
    private static readonly string[] Others = ["null", "\"\"", "\"x\"", "0", "-1.5", "true", "[]", "[null]", "{}", "{\"x\":null}"];

    /// <summary>Every body that differs from a good one in one place, or has a member of its schema that the good one leaves out.</summary>
    public static IEnumerable<Action<Draft>> Sweep(JsonObject good, IEnumerable<string> members)
    {
        for (var at = 0; at < Places(good).Count; at++)
        {
            var place = at;
            foreach (var other in Others) yield return draft => Replace(draft, Places(draft.Json!)[place], other);
        }
        foreach (var name in members.Where(m => !good.ContainsKey(m)))
            foreach (var other in Others) yield return draft => Replace(draft, (draft.Json!, name), other);
    }

    private static void Replace(Draft draft, (JsonNode Parent, object Key) place, string other) =>
        Put(draft, place.Parent, place.Key, draft.AsIs(other));

    /// <summary>Changes one place of the tree.</summary>
    public static void Tree(Draft draft, Random random)
    {
        // One that an earlier change emptied has no place left.
        if (draft.Json is not JsonObject { Count: > 0 } root || draft.Body is not null) return;
        var (parent, key) = Good.Any(Places(root), random);
        switch (random.Next(9))
        {
            case 0: Put(draft, parent, key, JsonValue.Create(Good.Any(Hostile.Texts, random))); break;
            case 1 or 2: Put(draft, parent, key, draft.AsIs(Good.Any(Hostile.Raw, random))); break;
            case 3: Put(draft, parent, key, null); break;
            case 4:
                if (parent is JsonObject of) of.Remove((string)key);
                else parent.AsArray().RemoveAt((int)key);
                draft.Notes.Add($"without {key}");
                break;
            case 5:
                if ((parent as JsonObject ?? root) is var holder)
                    holder[Good.Any([.. Hostile.Texts.Take(60), "ID", "Kind", "recorded", "by"], random)] = Good.Any(["x", "1"], random);
                draft.Notes.Add("a member more");
                break;
            case 6:
                var old = Take(parent, key);
                Put(draft, parent, key, random.Next(2) == 0 ? new JsonArray(old) : new JsonObject { ["value"] = old });
                break;
            case 7: Put(draft, parent, key, draft.AsIs(Deep(Good.Any(Depths, random), random))); break;
            default:
                var list = Take(parent, key);
                Put(draft, parent, key, new JsonArray([.. Enumerable.Range(0, Good.Any(Counts, random)).Select(_ => list?.DeepClone())]));
                break;
        }
    }

    /// <summary>Changes the text that the tree becomes.</summary>
    public static void Text(Draft draft, Random random)
    {
        var text = draft.Text();
        if (text.Length == 0) return;
        var at = random.Next(text.Length);
        draft.Body = random.Next(9) switch
        {
            0 => text[..at],
            1 => [.. text.AsSpan(0, at), (byte)random.Next(256), .. text.AsSpan(at)],
            2 => [.. text.AsSpan(0, at), .. Good.Any(Bytes, random), .. text.AsSpan(at)],
            3 => [.. text, .. Encoding.UTF8.GetBytes(Good.Any(["{}", " ", "x", ",", "//", "\0", "]", "\n\n"], random))],
            4 => [0xef, 0xbb, 0xbf, .. text],
            5 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(text))],
            6 => Encoding.UTF8.GetBytes(Good.Any(Wholes, random)),
            7 => Twice(text, random),
            _ => [.. text.AsSpan(0, at), .. text.AsSpan(Math.Min(text.Length, at + 1 + random.Next(8)))],
        };
        draft.Notes.Add("the body's text is spoilt");
    }

    /// <summary>Makes the body larger than any limit, or nearly.</summary>
    public static void Size(Draft draft, Random random)
    {
        var text = draft.Text();
        if (text.Length == 0 || draft.Operation.IsRead || random.Next(2) > 0) return;
        var length = Good.Any(Sizes, random);
        var filler = new byte[Math.Max(0, length - text.Length)];
        Array.Fill(filler, (byte)(random.Next(2) == 0 ? ' ' : '['));
        draft.Body = random.Next(2) == 0 ? [.. text, .. filler] : [.. filler, .. text];
        draft.Notes.Add($"{length} bytes");
    }

    /// <summary>A member of the root stands twice.</summary>
    private static byte[] Twice(byte[] text, Random random)
    {
        var written = Encoding.UTF8.GetString(text);
        string[] names = ["id", "kind", "on", "reason", "region", "scope", "name", "seat"];
        return Encoding.UTF8.GetBytes(written.StartsWith('{')
            ? $"{{\"{Good.Any(names, random)}\":\"x\",{written[1..]}" : written + written);
    }

    private static string Deep(int depth, Random random) => random.Next(2) == 0
        ? new string('[', depth) + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private static JsonNode? Take(JsonNode parent, object key)
    {
        var old = parent is JsonObject members ? members[(string)key] : parent[(int)key];
        return old?.DeepClone();
    }

    private static void Put(Draft draft, JsonNode parent, object key, JsonNode? value)
    {
        if (parent is JsonObject members) members[(string)key] = value;
        else parent[(int)key] = value;
        draft.Notes.Add($"{key} := {Mutations.Short(value?.ToJsonString() ?? "null")}");
    }

    /// <summary>Every place of a tree: who holds it, and by which name or index.</summary>
    private static List<(JsonNode Parent, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject members => [.. members.SelectMany(m => Places(members, m.Key, m.Value))],
        JsonArray items => [.. items.SelectMany((item, i) => Places(items, i, item))],
        _ => [],
    };

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode parent, object key, JsonNode? value) =>
        [(parent, key), .. value is null ? [] : Places(value)];
}
