using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Server;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Api.Tests;

/// <summary>A server over a fresh store, with two counties and keys for the first.</summary>
public class TestServer : IAsyncLifetime
{
    /// <summary>The county that keys reach, and one that they do not.</summary>
    public const string County = "990101", Elsewhere = "990202";

    private static readonly Actor Founder = new(new ActorId("founder"), Role.Approver, RegionCode.Nation);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-api-");
    private readonly Dictionary<string, string> _keys = [];
    private int _chambers;

    internal RunningServer Running { get; private set; } = null!;
    public HttpClient Http { get; private set; } = null!;
    public string Data => Path.Combine(_directory.FullName, "data");

    internal virtual ServerOptions Options => new()
    {
        Data = Data,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        LogLevel = LogLevel.None,
        // Tests send faster than any key's owner, and without keys; what is limited has tests of its own.
        Api = new ApiOptions { RequestsPerSecond = 1_000_000, RequestsAtOnce = 1_000_000, RefusedKeysPerMinute = 1_000_000 },
    };

    public async Task InitializeAsync()
    {
        await Start();
        foreach (var role in Enum.GetValues<Role>()) await Issue(role, County);
        await Issue(Role.Approver, Elsewhere);
    }

    public async Task DisposeAsync()
    {
        await Stop();
        _directory.Delete(recursive: true);
    }

    public async Task Start()
    {
        Running = await Hosting.Start(Options, TextWriter.Null, e => throw e, default);
        Http = new HttpClient { BaseAddress = new Uri(Running.Address) };
    }

    public async Task Stop()
    {
        Http.Dispose();
        await Running.DisposeAsync();
    }

    /// <summary>A new chamber of the county that a key of <paramref name="region"/> reaches.</summary>
    public async Task<string> Chamber(string region = County)
    {
        var id = $"c-{Interlocked.Increment(ref _chambers)}";
        var answer = await Running.Workspace.Chambers.Run(new ChamberId(id), Founder, new ChangeChamber(
            new RegisterChamber(new EntryId("register"), "青石镇商会", "township", new RegionCode(region + "101"), [], null)), default);
        Assert.IsType<Answer.Recorded>(answer);
        return id;
    }

    public string Key(Role role, string region = County) => _keys[$"{role} {region}"];

    private async Task Issue(Role role, string region) => _keys[$"{role} {region}"] =
        (await Running.Workspace.Keys.Issue(new NewKey(null, null, role, new RegionCode(region), null), Founder, default)).Secret;

    /// <summary>Sends as a role of the county; null sends without a key.</summary>
    public Task<Sent> Send(HttpMethod method, string path, string? body = null, Role? role = Role.Clerk,
        string mediaType = "application/json", params (string Name, string Value)[] headers) =>
        SendWith(role is { } some ? Key(some) : null, method, path, body, mediaType, headers);

    public async Task<Sent> SendWith(string? key, HttpMethod method, string path, string? body = null,
        string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        using var answer = await Http.SendAsync(request);
        return new Sent(answer, await answer.Content.ReadAsStringAsync());
    }

    public Task<Sent> Get(string path, Role? role = Role.Reader, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, path, null, role, headers: headers);

    public Task<Sent> Post(string path, string body, Role? role = Role.Clerk, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, body, role, headers: headers);

    /// <summary>Records into a chamber.</summary>
    public Task<Sent> Record(string chamber, string activity, params (string Name, string Value)[] headers) =>
        Post($"/api/v1/chambers/{chamber}/activities", activity, headers: headers);

    /// <summary>Where every stream ends.</summary>
    public async Task<string> Heads() => (await Running.Workspace.Log.Cut(RegionCode.Nation, default)).ToString();
}

/// <summary>One answer.</summary>
public sealed class Sent(HttpResponseMessage answer, string text)
{
    public int Status { get; } = (int)answer.StatusCode;
    public string Text { get; } = text;
    public string? MediaType { get; } = answer.Content.Headers.ContentType?.MediaType;
    public string? ETag { get; } = answer.Headers.ETag?.ToString();
    public string? Location { get; } = answer.Headers.Location?.ToString();
    public string? Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(",", values)
        : answer.Content.Headers.TryGetValues(name, out var of) ? string.Join(",", of) : null;

    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();
    public string? this[string member] => Json[member]?.ToString();

    /// <summary>It is a whole problem, as RFC 9457 has it, of this status and refusal.</summary>
    public Sent IsProblem(int status, string refusal)
    {
        Assert.True(Status == status, $"{Status} {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal((refusal, $"https://micropoints.example/problems/{refusal}", status),
            (this["refusal"], this["type"], (int)Json["status"]!));
        Assert.NotEmpty(this["title"]!);
        Assert.NotEmpty(this["detail"]!);
        Assert.Equal(Header("X-Request-Id"), this["requestId"]);
        return this;
    }

    public Sent Is(int status)
    {
        Assert.True(Status == status, $"{Status} {Text}");
        return this;
    }
}
