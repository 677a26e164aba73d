using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Benchmarks;

/// <summary>What an activity looks like on the wire, and an answer with nothing behind it.</summary>
public sealed record EmptyRequest(string Id, string Kind, string On, int Count, string[] Evidence);

/// <summary>An answer of about the product's size.</summary>
public sealed record EmptyAnswer(long Sequence, string Hash);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EmptyRequest))]
[JsonSerializable(typeof(EmptyAnswer))]
internal sealed partial class EmptyJson : JsonSerializerContext;

/// <summary>A Kestrel that reads a JSON body and answers with one: what HTTP alone costs on this machine.</summary>
public static class EmptyServer
{
    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(args[0]);
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, EmptyJson.Default));
        var app = builder.Build();
        var hash = new string('0', 64);
        app.MapPost("/{chamber}", (string chamber, EmptyRequest request) =>
            new EmptyAnswer(request.Count.ToString(CultureInfo.InvariantCulture).Length, hash));
        await app.StartAsync();
        Console.WriteLine("ready");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }
}
