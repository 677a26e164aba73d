using System.Text.Json;
using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>What must hold of every answer and of the store behind it, whatever was sent.</summary>
internal sealed class Audit(World world, Document document)
{
    private static readonly string[] Never = ["preview", "check", "impact"];
    private static readonly string[] Inner = ["System.", "Microsoft.", "   at ", ".cs:", "Exception"];

    private readonly SchemaCheck _schemas = new(document);

    /// <summary>Everything that is wrong; nothing where all is well.</summary>
    public async Task<List<string>> Faults(Draft sent, Reply reply, Heads before, Heads after)
    {
        var faults = new List<string>();
        if (reply.Status is 0 && !sent.IsMalformed) faults.Add("no answer");
        if (reply.Status >= 500 && !(sent.IsMalformed && reply is { Status: 501 or 505, Body: [] })) faults.Add("a fault of the server");
        if (!before.Equals(after)) faults.AddRange(await Moves(sent, reply, before, after));
        else if (reply.Status == 201) faults.Add("201 and nothing was written");
        if (reply.Status is > 0 and < 500) faults.AddRange(Shape(sent, reply));
        faults.AddRange(Leaks(sent, reply));
        return faults;
    }

    /// <summary>Heads moved: by whom, and was that one's to do?</summary>
    private async Task<IEnumerable<string>> Moves(Draft sent, Reply reply, Heads before, Heads after)
    {
        var operation = sent.Operation;
        if (sent.Sender.Scope is not { } scope) return ["written without a key that is in force"];
        if (sent.Sender.Role is not (Role.Clerk or Role.Approver)) return [$"written by a {sent.Sender.Role}"];
        if (reply.Status >= 400) return ["written, and refused"];
        if (!sent.IsElsewhere && (operation.IsRead || Never.Any(operation.Path.EndsWith))) return ["written by what only reads"];
        if (!sent.IsElsewhere && !IsLetIn(sent)) return [$"not for a {sent.Sender.Role}"];
        if (IsReplay(reply) && !operation.Path.EndsWith("merger") && !operation.Path.EndsWith("split")) return ["written again"];
        if (sent.Headers.Any(h => h.Name == "If-Match" && before.All(b => h.Value != $"\"{b.Head.Sequence}-{b.Head.Hash}\"")))
            return ["written, whatever If-Match says"];
        var within = await world.HeadsOf(scope);
        var moved = after.Where(h => h.Head != before.Find(h.Stream) && h.Stream != StreamId.Keys);
        foreach (var head in moved.Where(h => within.Find(h.Stream) != h.Head))
            if (head.Stream.Type != StreamType.Round || !scope.Contains(await world.ScopeOf(head.Stream)))
                return [$"a {head.Stream.Type} out of its scope was written"];
        return [];
    }

    private static bool IsReplay(Reply reply) => reply.Status == 200 && reply.MediaType == "application/json"
        && JsonDocument.Parse(reply.Body).RootElement.TryGetProperty("answer", out var answer) && answer.GetString() == "exists";

    private IEnumerable<string> Shape(Draft sent, Reply reply)
    {
        // Kestrel refuses what is no HTTP before the API sees it: a bare status, and the connection ends.
        if (sent.IsMalformed && reply is { Status: >= 400 and < 500, Body: [] }) yield break;
        if (reply.Header("X-Request-Id") is not { } id || !EntryId.IsValid(id)) yield return "no request id";
        if (reply.Status is >= 200 and < 400 && sent.Operation.IsKeyed && !sent.IsElsewhere && !IsLetIn(sent)) yield return "let in";
        if (reply.Status >= 400 && sent.Method != "HEAD" && Problem(reply) is { } fault) yield return fault;
        if (sent.IsElsewhere || reply.Status == 421) yield break;
        if (!sent.Operation.Answers.TryGetValue(reply.Status, out var contents)) yield return $"{reply.Status} is not documented";
        else if (reply.Status == 304 || contents.Count == 0)
        {
            if (reply.Body.Length > 0) yield return "a body where none is documented";
        }
        else if (!contents.TryGetValue(reply.MediaType ?? "", out var schema))
            yield return $"media type {reply.MediaType} is not documented";
        else if (reply.MediaType!.EndsWith("json") && Mismatch(reply, schema) is { } mismatch) yield return mismatch;
    }

    private static bool IsLetIn(Draft sent) => sent.Sender.Scope is not null
        && RoleMatrixTests.MayUse[sent.Operation.ToString()].Contains(sent.Sender.Role);

    private string? Mismatch(Reply reply, JsonElement schema)
    {
        try
        {
            return _schemas.Fault(JsonDocument.Parse(reply.Body).RootElement, schema) is { } fault ? $"not of its schema: {fault}" : null;
        }
        catch (JsonException e)
        {
            return $"not JSON: {e.Message}";
        }
    }

    private static string? Problem(Reply reply)
    {
        if (reply.MediaType != "application/problem+json") return $"{reply.Status} without a problem";
        var problem = JsonDocument.Parse(reply.Body).RootElement;
        string? Member(string name) => problem.TryGetProperty(name, out var value) ? value.ToString() : null;
        return Member("type") != Contracts.Problem.TypeBase + Member("refusal") ? "its type does not end in its refusal"
            : Member("status") != reply.Status.ToString() ? "its status is not the answer's"
            : Member("requestId") != reply.Header("X-Request-Id") ? "its request id is not the answer's"
            : Member("detail") is not { Length: > 0 and < 20_000 } ? "it says nothing, or too much"
            : Member("path") is { } path && !path.StartsWith('$') ? $"its path {path} is none" : null;
    }

    private IEnumerable<string> Leaks(Draft sent, Reply reply)
    {
        var text = reply.Text;
        var asks = sent.Sender.Scope?.Contains(new RegionCode(TestServer.County + "101")) ?? false;
        if (!asks && text.Contains(World.Secret)) yield return "tells what is another county's";
        if (reply.Status >= 400 && Inner.FirstOrDefault(text.Contains) is { } word) yield return $"tells '{word}' of its inside";
        if (world.Senders.Any(s => s is { Secret.Length: > 40, Scope: not null } && text.Contains(s.Secret))) yield return "tells a key";
    }
}
