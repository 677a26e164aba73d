using System.Net;
using System.Text.RegularExpressions;

namespace MicroPoints.Web.Tests;

/// <summary>One answer of a page.</summary>
public sealed record Seen(int Status, string? Location, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What a browser would show: a page may write its characters by number.</summary>
    public string Words => WebUtility.HtmlDecode(Text);
}

/// <summary>A browser without script, as far as forms and cookies go.</summary>
public sealed partial class Visitor
{
    private const string Token = "__RequestVerificationToken";

    private readonly CookieContainer _cookies;
    private readonly string _session;
    private readonly HttpClient _http;

    public Visitor(string address, string mark = "") : this(address, mark, new CookieContainer()) { }

    /// <summary>The same browser at another address: its cookies are kept by host, whatever the port.</summary>
    public Visitor At(string address) => new(address, "", _cookies);

    private Visitor(string address, string mark, CookieContainer cookies)
    {
        (_cookies, _session) = (cookies, $"mp-desk-{mark}");
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        _http = new HttpClient(handler) { BaseAddress = new Uri(address) };
    }

    /// <summary>The cookie that says who is signed in; null where nobody is.</summary>
    public string? Session
    {
        get => _cookies.GetCookies(_http.BaseAddress!)[_session]?.Value;
        set => _cookies.Add(_http.BaseAddress!, new Cookie(_session, value, "/"));
    }

    public Task<Seen> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    /// <summary>Sends what is given and nothing else.</summary>
    public Task<Seen> Post(string path, params (string Name, string Value)[] fields) =>
        Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), []);

    /// <summary>Opens a page, fills in one of its forms and sends it, as people do.</summary>
    public async Task<Seen> Submit(string path, string form, params (string Name, string Value)[] fields) =>
        await Post(path, [(Token, await TokenOf(path)), ("_handler", form), .. fields]);

    /// <summary>Fills in a form that takes a file.</summary>
    public async Task<Seen> Upload(string path, string form, string name, byte[] file, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in ((string, string)[])[(Token, await TokenOf(path)), ("_handler", form), .. fields])
            content.Add(new StringContent(value), field);
        content.Add(new ByteArrayContent(file), "file", name);
        return await Send(HttpMethod.Post, path, content, []);
    }

    public async Task<string> TokenOf(string path) => Hidden().Match((await Get(path)).Text) is { Success: true } found
        ? WebUtility.HtmlDecode(found.Groups[1].Value) : throw new InvalidOperationException($"{path} has no form");

    public Task<Seen> SignIn(string who, string password = RealServer.Password, string to = "") =>
        Submit($"/sign-in{to}", "sign-in", ("who", who), ("password", password));

    public async Task<Seen> SignOut() => await Post("/sign-out", (Token, await TokenOf("/desk")));

    public async Task<bool> IsIn() => (await Get("/desk")).Status == 200;

    private async Task<Seen> Send(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request);
        var location = answer.Headers.Location is { } to ? to.IsAbsoluteUri ? to.PathAndQuery : to.ToString() : null;
        return new Seen((int)answer.StatusCode, location,
            await answer.Content.ReadAsStringAsync(), answer.Headers.Concat(answer.Content.Headers)
                .ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
