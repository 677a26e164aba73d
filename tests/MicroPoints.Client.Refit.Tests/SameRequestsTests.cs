using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MicroPoints.Conformance.Clients;
using Refit;
using Xunit;

namespace MicroPoints.Client.Refit.Tests;

/// <summary>Neither client lags: what one can call the other can, by the same request, and the server knows it.</summary>
public sealed partial class SameRequestsTests
{
    private static readonly Uri Server = new("http://127.0.0.1:5080");

    private static readonly MethodInfo[] Plain = [.. typeof(MicroPointsClient)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)];

    private static readonly PropertyInfo[] Apis = [.. typeof(MicroPointsApis).GetProperties().Where(p => p.PropertyType.IsInterface)];

    public static IEnumerable<object[]> Calls =>
        from method in Plain from withEverything in (bool[])[true, false] select new object[] { method.Name, withEverything };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_method_of_the_plain_client_is_here_and_sends_the_same(string name, bool withEverything)
    {
        var plain = Plain.Single(m => m.Name == name);
        var types = plain.GetParameters().Select(p => p.ParameterType).ToArray();
        var (api, method) = Apis.Select(a => (a, a.PropertyType.GetMethod(name, types))).Single(m => m.Item2 is not null);
        Assert.Equal(plain.ReturnType, method!.ReturnType);

        var options = new ClientOptions { Key = "mp_key", Retry = RetryOptions.Never };
        object?[] arguments = [.. plain.GetParameters().Select(p => Arguments.For(p, withEverything))];
        using var first = new Recorder();
        using var http = new HttpClient(first) { BaseAddress = Server };
        await Call(plain, new MicroPointsClient(http, options), arguments);
        using var second = new Recorder();
        using var apis = new MicroPointsApis(Server, options, second);
        await Call(method, api.GetValue(apis)!, arguments);

        Assert.Contains("Bearer mp_key", Assert.Single(first.Seen));
        Assert.Equal(first.Seen, second.Seen);
    }

    [Fact]
    public async Task Every_operation_of_the_OpenAPI_document_is_declared_and_no_other()
    {
        await using var server = await new RefitClients().Begin(new ServerNeeds());
        using var http = new HttpClient { BaseAddress = server.Address };
        var paths = JsonNode.Parse(await http.GetStringAsync("openapi/v1.json"))!["paths"]!.AsObject();
        var documented = from path in paths
                         from operation in path.Value!.AsObject()
                         where operation.Key is "get" or "put" or "post" or "delete"
                         select $"{operation.Key.ToUpperInvariant()} {Shape(path.Key)}";
        var declared = from api in Apis
                       let prefix = api.PropertyType.GetCustomAttribute<PathPrefixAttribute>()?.Prefix
                       from method in api.PropertyType.GetMethods()
                       let http_ = method.GetCustomAttribute<HttpMethodAttribute>()
                       where http_ is not null
                       select $"{http_.Method} {Shape(prefix + http_.Path)}";
        // What asks whether the server is ready is a balancer, not a client.
        Assert.Equal(documented.Except(["GET /health/ready"]).Order(), declared.Distinct().Order());
    }

    private static string Shape(string path) => Placeholder().Replace(path, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    /// <summary>Calls, and reads the first item of what is a list. The recorder's answer is always a refusal.</summary>
    private static async Task Call(MethodInfo method, object on, object?[] arguments)
    {
        try
        {
            var result = method.Invoke(on, arguments)!;
            if (result is Task task) await task;
            else await using (var items = ((IAsyncEnumerable<object>)result).GetAsyncEnumerator()) await items.MoveNextAsync();
        }
        catch (ProblemException e) when (e.Status == 400) { }
    }

    /// <summary>Writes down what is sent, and refuses it.</summary>
    private sealed class Recorder : HttpMessageHandler
    {
        public List<string> Seen { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel);
            var headers = request.Headers.Concat(request.Content?.Headers.Where(h => h.Key != "Content-Length") ?? [])
                .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal);
            var query = request.RequestUri!.Query.TrimStart('?').Split('&').Order(StringComparer.Ordinal);
            Seen.Add(string.Join('\n', [$"{request.Method} {request.RequestUri.AbsolutePath}", .. query, .. headers, "", body]));
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("{}") };
        }
    }
}
