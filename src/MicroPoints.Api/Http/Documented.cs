using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>What an endpoint takes or gives, by example.</summary>
/// <param name="Status">Null: the request.</param>
internal sealed record Sample(int? Status, string Description, JsonNode? Example, string MediaType);

/// <summary>Statuses with which an endpoint refuses, beside those of every endpoint.</summary>
internal sealed record Refusing(IReadOnlyList<int> Statuses);

/// <summary>How routes describe themselves for the OpenAPI document.</summary>
internal static class Documented
{
    private const string Json = "application/json", Yaml = "application/yaml";

    /// <param name="operation">The operation's id, which client generators make a method name of.</param>
    public static RouteHandlerBuilder Is(
        this RouteHandlerBuilder builder, string operation, string tag, string summary, string? description = null)
    {
        builder.WithName(operation).WithTags(tag).WithSummary(summary);
        return description is null ? builder : builder.WithDescription(description);
    }

    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder builder, JsonTypeInfo<T> type, T example)
        where T : notnull =>
        builder.Accepts<T>(Json).WithMetadata(new Sample(null, "", Node(type, example), Json));

    public static RouteHandlerBuilder Gives<T>(
        this RouteHandlerBuilder builder, int status, string description, JsonTypeInfo<T> type, T example) =>
        builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(T), [Json]))
            .WithMetadata(new Sample(status, description, Node(type, example), Json));

    public static RouteHandlerBuilder TakesYaml(this RouteHandlerBuilder builder, string example) =>
        builder.Accepts<string>(Yaml, "text/yaml", "text/plain").WithMetadata(new Sample(null, "", JsonValue.Create(example), Yaml));

    public static RouteHandlerBuilder GivesYaml(this RouteHandlerBuilder builder, int status, string description, string example) =>
        builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(string), [Yaml]))
            .WithMetadata(new Sample(status, description, JsonValue.Create(example), Yaml));

    public static RouteHandlerBuilder Gives304(this RouteHandlerBuilder builder) =>
        builder.WithMetadata(new ProducesResponseTypeMetadata(304, typeof(void), []))
            .WithMetadata(new Sample(304, "What If-None-Match names is still so.", null, Json));

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder builder, params int[] statuses) =>
        builder.WithMetadata(new Refusing(statuses));

    /// <summary>An answer that is a file.</summary>
    public static RouteHandlerBuilder GivesFile(
        this RouteHandlerBuilder builder, int status, string description, string mediaType) =>
        builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Stream), [mediaType]))
            .WithMetadata(new Sample(status, description, JsonValue.Create("PK…"), mediaType));

    private static JsonNode? Node<T>(JsonTypeInfo<T> type, T example) => JsonSerializer.SerializeToNode(example, type);
}
