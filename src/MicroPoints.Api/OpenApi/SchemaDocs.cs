using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MicroPoints.Api;

/// <summary>Mends schemas so that client generators make plain types of them.</summary>
internal static class SchemaDocs
{
    public static Task Transform(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        // Nulls are never written, and members may be left out: a generator then makes `count?: number`, not `number | null`.
        if (schema.Type is { } type && type != JsonSchemaType.Null) schema.Type = type & ~JsonSchemaType.Null;
        if (context.JsonTypeInfo.Type == typeof(decimal) || context.JsonTypeInfo.Type == typeof(decimal?))
        {
            schema.Format = null;
            schema.MultipleOf = 0.01m;
        }
        if (EnumOf(context.JsonTypeInfo) is { } words)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetValues(words).Cast<object>()
                .Select(v => JsonSerializer.SerializeToNode(v, context.JsonTypeInfo)!)];
        }
        return Task.CompletedTask;
    }

    /// <summary>The enum that is written as a word, whether or not it may be left out; null for any other type.</summary>
    public static Type? EnumOf(JsonTypeInfo type) =>
        (Nullable.GetUnderlyingType(type.Type) ?? type.Type) is { IsEnum: true } known ? known : null;

    /// <summary>Of a member that may be left out a generator shall see its type alone, not a union with null.</summary>
    public static void Plain(OpenApiDocument document)
    {
        foreach (var schema in document.Components!.Schemas!.Values.OfType<OpenApiSchema>())
            foreach (var (name, member) in schema.Properties?.ToList() ?? [])
                if (member is OpenApiSchema { OneOf: { Count: 2 } either }
                    && either.OfType<OpenApiSchemaReference>().SingleOrDefault() is { } named)
                    schema.Properties![name] = named;
    }
}
