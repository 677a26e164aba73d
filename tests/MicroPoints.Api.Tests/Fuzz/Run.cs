using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Makes requests, sends them one after another and hands each answer to the audit.</summary>
internal sealed class Run(World world, Document document, Action<int, Draft, Reply, IReadOnlyList<string>> note) : IDisposable
{
    private const string Example = "the document's example";

    private readonly Wire _wire = new(world.At);
    private readonly Good _good = new(world);
    private readonly Mutations _mutations = new(world);
    private readonly Audit _audit = new(world, document);

    /// <summary>Each operation once, by a key that may, of something that is there.</summary>
    public async Task Once()
    {
        foreach (var operation in document.Operations.OrderBy(o => o.Method != "PUT"))
        {
            var draft = await _good.Of(operation, Able(operation), new Random(1), isSure: true);
            draft.Notes.Add(Example);
            await Send(-1, draft);
        }
    }

    /// <summary>Each body with each of its places changed, by a key that may.</summary>
    public async Task Sweep()
    {
        foreach (var operation in document.Operations)
        {
            Task<Draft> Plain() => _good.Of(operation, Able(operation), new Random(2), isPlain: true);
            if ((await Plain()).Json is not JsonObject body) continue;
            var members = document.Resolve(operation.BodySchema!.Value).GetProperty("properties").EnumerateObject().Select(p => p.Name);
            foreach (var change in JsonMutations.Sweep(body, members))
            {
                var draft = await Plain();
                change(draft);
                await Send(-1, draft);
            }
        }
    }

    /// <summary>Any operation by anybody, mostly spoilt.</summary>
    public async Task Next(int index, Random random)
    {
        var operation = Good.Any(document.Operations, random);
        // What takes a body has more to be spoilt.
        if (operation.IsRead && random.Next(2) == 0) operation = Good.Any(document.Operations, random);
        var sender = random.Next(5) < 3 ? Able(operation) : Good.Any(world.Senders, random);
        var draft = await _good.Of(operation, sender, random);
        for (var times = random.Next(3) == 0 ? 0 : random.Next(1, 4); times > 0; times--) _mutations.Apply(draft, random);
        await Send(index, draft);
    }

    public void Dispose() => _wire.Dispose();

    /// <summary>What counts for everybody, only who acts for everybody puts there.</summary>
    private Sender Able(Operation operation) => operation.Id is "putCalendar" or "publishRuleset" ? world.Nation : world.Approver;

    private async Task Send(int index, Draft draft)
    {
        var before = await world.HeadsNow();
        Reply reply;
        try
        {
            reply = _wire.Send(draft.Bytes(), draft.Wire is null, draft.IsMalformed, draft.Method);
        }
        catch (IOException e)
        {
            note(index, draft, Reply.None, [$"the answer breaks off: {e.Message}"]);
            return;
        }
        var after = await world.HeadsNow();
        var faults = await _audit.Faults(draft, reply, before, after);
        if (draft.Notes.Contains(Example) && reply.Status is < 200 or >= 300) faults.Add("an example of the document is refused");
        Keep(draft, reply);
        note(index, draft, reply, faults);
    }

    /// <summary>What an answer gives to be sent back is sent back, rightly and wrongly.</summary>
    private void Keep(Draft sent, Reply reply)
    {
        if (reply.Header("ETag") is { } etag) Add(world.Etags, etag);
        if (reply.Status == 200 && reply.MediaType == "application/json" && sent.Operation.Queries.ContainsKey("cursor")
            && JsonDocument.Parse(reply.Body).RootElement.TryGetProperty("next", out var next)) Add(world.Cursors, next.GetString()!);
    }

    private static void Add(List<string> kept, string text)
    {
        if (kept.Count >= 40) kept.RemoveAt(0);
        kept.Add(text);
    }
}
