using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using MicroPoints.Rounds;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Server;
using MicroPoints.Silo;
using MicroPoints.Store.Postgres.Tests;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Orleans.Tests;

/// <summary>The demo as a silo serves it: the same county, and a proof that anybody replays.</summary>
public sealed class SiloDemoTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-silo-");

    public void Dispose() => _directory.Delete(recursive: true);

    private static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private ServerOptions Options(GrainStorageChoice? storage, ConnectionText? membership) => new()
    {
        Demo = true,
        Data = _directory.FullName,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        LogLevel = LogLevel.None,
        // As shipped: a cluster has no gateway; a silo that is alone has one, here on a free port.
        Silo = new SiloSettings(storage, membership, new IPEndPoint(IPAddress.Loopback, Free()), membership is null ? Free() : null),
    };

    private static HttpClient Client(RunningServer server, string key)
    {
        var http = new HttpClient { BaseAddress = new Uri($"{server.Address}/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    private static async Task<JsonObject> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    private async Task<string> Key() => (await File.ReadAllTextAsync(Path.Combine(_directory.FullName, "demo.key"))).Trim();

    [Fact]
    public async Task A_round_sealed_in_a_silo_replays_without_one_to_the_last_byte()
    {
        await using var server = await SiloHosting.Start(Options(null, null), TextWriter.Null, CancellationToken.None);
        using var http = Client(server, await Key());
        var standings = await Read(await http.GetAsync("standings?period=2026"));
        Assert.Equal(15, (int)standings["ranked"]!);
        await Read(await http.PostAsJsonAsync("rounds",
            new { id = "r1", ruleset = "micro-points", period = "2026", scope = "990101", purpose = "rehearsal" }));
        await Read(await http.PostAsJsonAsync("rounds/r1/lock", new { }));
        await Read(await http.PostAsJsonAsync("rounds/r1/decide",
            new { meeting = "主席办公会", on = "2026-12-31", minutes = "2026-1", conclusion = "同意" }));
        var sealing = await Read(await http.PostAsync("rounds/r1/seal", null));
        Assert.Equal("sealed", (string)sealing["round"]!["status"]!);
        var proof = await http.GetByteArrayAsync("rounds/r1/proof");
        var replayed = Replay.Run(proof, YamlRules.Instance);
        Assert.Equal(15, replayed.Evaluation.Cards.Count);
        Assert.Equal(Digest.Of(proof).ToString(), (string)sealing["round"]!["sealed"]!["proof"]!);
        var health = await Read(await http.GetAsync(new Uri(new Uri(server.Address), "/health/ready")));
        Assert.Contains(health["editions"]!.AsArray(), e => (string)e! == "Orleans grains on memory");
        Assert.Contains(health["editions"]!.AsArray(), e => ((string)e!).Contains("nrules/1"));
        Assert.Contains("nrules/1", sealing["round"]!["sealed"]!["engines"]!.AsArray().Select(e => (string)e!));
    }

    [Fact]
    public async Task Two_silos_meet_in_a_database_and_serve_one_county_whose_grains_lie_in_it()
    {
        var database = new ConnectionText(await (await PostgresServer.Shared).NewDatabase());
        var storage = new GrainStorageChoice(GrainStorageKind.Postgres, database);
        await using var one = await SiloHosting.Start(Options(storage, database), TextWriter.Null, CancellationToken.None);
        var key = await Key();
        var others = Options(storage, database) with { Demo = false };
        await using var other = await SiloHosting.Start(others, TextWriter.Null, CancellationToken.None);
        using var first = Client(one, key);
        using var second = Client(other, key);
        for (var i = 0; i < 30; i++)
        {
            var activity = new { id = $"visit-{i}", kind = "member.visited", on = "2026-05-08", count = 1 };
            var chamber = $"chambers/9901010{i % 5 + 1:00}/activities";
            var (here, there) = i % 2 == 0 ? (first, second) : (second, first);
            Assert.Equal("recorded", (string)(await Read(await here.PostAsJsonAsync(chamber, activity)))["answer"]!);
            Assert.Equal("exists", (string)(await Read(await there.PostAsJsonAsync(chamber, activity)))["answer"]!);
        }
        await Task.Delay(1_000);
        Assert.Equal((await Points(first)).ToJsonString(), (await Points(second)).ToJsonString());

        static async Task<JsonArray> Points(HttpClient http) =>
            [.. (await Read(await http.GetAsync("standings?period=2026&asOf=2026-06-30")))["standings"]!.AsArray()
                .Select(s => (JsonNode)$"{s!["chamber"]} {s["points"]}")];
    }
}
