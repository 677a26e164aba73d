using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MicroPoints.Server;

namespace MicroPoints.Api.Tests;

/// <summary>Somebody who tries the demo, with the key that it left in its file.</summary>
internal sealed class DemoDesk : IDisposable
{
    private readonly HttpClient _http;

    private DemoDesk(HttpClient http) => _http = http;

    public static async Task<DemoDesk> At(RunningServer server, string data)
    {
        var secret = (await File.ReadAllTextAsync(Path.Combine(data, "demo.key"))).Trim();
        var http = new HttpClient { BaseAddress = new Uri(server.Address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return new DemoDesk(http);
    }

    public async Task<JsonNode> Get(string path) => JsonNode.Parse(await _http.GetStringAsync(path))!;

    public async Task Post(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(path, content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();
}
