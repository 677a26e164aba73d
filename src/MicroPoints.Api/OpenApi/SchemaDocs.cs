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
        return Task.CompletedTask;
    }
}
