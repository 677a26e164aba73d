using System.Text;
using Xunit.Abstractions;

namespace MicroPoints.Api.Tests.Fuzz;

/// <summary>Sends what the OpenAPI document allows and much that it does not, and audits every answer and the store behind it.</summary>
/// <remarks>
/// MICROPOINTS_FUZZ_SEED and MICROPOINTS_FUZZ_REQUESTS say what is sent. One request follows another, so that the same seed
/// sends the same again: a failure names the count that ends with its request.
/// </remarks>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int FaultsMax = 20;

    private static readonly int Seed = Setting("SEED", 20_260_412), Requests = Setting("REQUESTS", 2_000);

    private readonly Dictionary<(string Operation, int Status), int> _answered = [];
    private readonly Dictionary<string, string> _faults = [];

    [Fact]
    public async Task No_request_breaks_the_server_or_writes_what_its_key_may_not()
    {
        var world = new World();
        await world.Begin();
        try
        {
            var document = new Document((await world.Get("/openapi/v1.json", null)).Is(200).Text);
            using var run = new Run(world, document, Note);
            await run.Once();
            await run.Sweep();
            for (var i = 0; i < Requests && _faults.Count < FaultsMax; i++) await run.Next(i, new Random(HashCode(i)));
            output.WriteLine(Table(document));
            Assert.True(_faults.Count == 0, string.Join("\n\n", _faults.Values));
            Assert.All(document.Operations, o => Assert.Contains(_answered.Keys, a => a.Operation == o.Id && a.Status is >= 200 and < 300));
        }
        finally
        {
            await world.DisposeAsync();
        }
    }

    private static int HashCode(int i) => unchecked(Seed * 1_000_003 + i);

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable($"MICROPOINTS_FUZZ_{name}") is { Length: > 0 } text ? int.Parse(text) : usual;

    private void Note(int index, Draft sent, Reply reply, IReadOnlyList<string> faults)
    {
        var key = (sent.IsElsewhere || sent.IsMalformed ? "(no operation)" : sent.Operation.Id, reply.Status);
        _answered[key] = _answered.GetValueOrDefault(key) + 1;
        foreach (var fault in faults) _faults.TryAdd($"{sent.Operation.Id} {fault}", $"""
            {sent.Operation}: {fault}
            again with MICROPOINTS_FUZZ_SEED={Seed} MICROPOINTS_FUZZ_REQUESTS={index + 1}, sent {sent}
            answered {reply.Status} {(reply.Text.Length > 1_000 ? reply.Text[..1_000] : reply.Text)}
            """);
    }

    private string Table(Document document)
    {
        var table = new StringBuilder($"{_answered.Values.Sum()} requests, seed {Seed}\n");
        foreach (var operation in document.Operations.Select(o => o.Id).Append("(no operation)"))
            table.AppendLine($"{operation,-20} " + string.Join(' ', _answered.Where(a => a.Key.Operation == operation)
                .OrderBy(a => a.Key.Status).Select(a => $"{a.Key.Status}:{a.Value}")));
        var never = from operation in document.Operations
                    let missing = operation.Answers.Keys.Where(s => s is >= 400 and < 500 and not (421 or 429)
                        && !_answered.ContainsKey((operation.Id, s))).Order().ToList()
                    where missing.Count > 0
                    select $"{operation.Id} {string.Join(' ', missing)}";
        return table.Append("documented and never seen: ").AppendJoin("; ", never).ToString();
    }
}
