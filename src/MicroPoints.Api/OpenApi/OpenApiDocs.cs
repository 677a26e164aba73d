using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace MicroPoints.Api;

/// <summary>Describes the API as OpenAPI 3.1, from what the routes say of themselves.</summary>
internal static class OpenApiDocs
{
    public const string Name = "v1";
    public const string KeyScheme = "key";

    public static IServiceCollection AddOpenApiDocs(this IServiceCollection services, ApiOptions options) =>
        services.AddOpenApi(Name, openApi =>
        {
            openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            openApi.AddDocumentTransformer((document, _, _) => Describe(document, options));
            openApi.AddOperationTransformer(OperationDocs.Transform);
            openApi.AddSchemaTransformer(SchemaDocs.Transform);
        });

    private static Task Describe(OpenApiDocument document, ApiOptions options)
    {
        document.Info = new OpenApiInfo
        {
            Title = "MicroPoints 商会微积分",
            Version = options.Version,
            Description = "Records what chambers did, credits points by a ruleset, and shows where each stands and why. "
                + "Every refusal is a problem (RFC 9457) whose type ends in the refusal's name.",
        };
        // The address under which it is called is the caller's to know.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "mp_{key id}_{secret}",
            Description = "A key, issued with `micropoints keys add`. It reaches one region and everything below.",
        };
        SchemaDocs.Plain(document);
        return Task.CompletedTask;
    }
}
