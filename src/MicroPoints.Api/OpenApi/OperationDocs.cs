using System.Globalization;
using System.Text.Json.Nodes;
using MicroPoints.Contracts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MicroPoints.Api;

/// <summary>Fills one operation: parameters, examples, its need, and the problems it may answer.</summary>
internal static class OperationDocs
{
    private static readonly Dictionary<int, string> Words = new()
    {
        [400] = "The request cannot be read: JSON, a parameter, a cursor or an ETag.",
        [401] = "No key was sent, or none that is in force.",
        [403] = "The key's role may not do this.",
        [404] = "It is nowhere, or outside the key's scope: the two are told alike.",
        [409] = "It stands against what is recorded; the refusal says which.",
        [412] = "What If-Match names is no longer so.",
        [413] = "The body is too large.",
        [415] = "The body is of another media type.",
        [416] = "The range lies outside the file.",
        [421] = "The server is not called by that host name.",
        [422] = "What was sent was understood and is refused.",
        [429] = "The key sends too fast; Retry-After says how long to wait.",
        [500] = "A fault of the server.",
        [503] = "The store cannot answer now, or whether it recorded is unknown: send the same ids again.",
        [504] = "It took too long: send the same ids again.",
    };

    private static readonly int[] OfEvery = [400, 421, 500, 503, 504], OfKeyed = [401, 403, 429];

    public static async Task Transform(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var isOpen = metadata.OfType<Need>().Single().IsOpen;
        Path(operation, context.Description.RelativePath!);
        foreach (var parameter in metadata.OfType<Parameters>().SelectMany(p => p.All)) Query(operation, parameter);
        Headers(operation, metadata);
        foreach (var sample in metadata.OfType<Sample>()) Show(operation, sample);
        await Name(context, cancel);
        int[] refused = [.. metadata.OfType<Refusing>().SelectMany(r => r.Statuses), .. OfEvery, .. isOpen ? [] : OfKeyed];
        foreach (var status in refused.Distinct().Order()) Refuse(operation, context.Document!, status);
        if (!isOpen) operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(OpenApiDocs.KeyScheme, context.Document)] = [] },
        ];
    }

    /// <summary>No endpoint returns a problem by its type, so its schemas are named here.</summary>
    private static async Task Name(OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var document = context.Document!;
        document.AddComponent(nameof(ProblemLine), await context.GetOrCreateSchemaAsync(typeof(ProblemLine), null, cancel));
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancel);
        if (problem.Properties?["lines"] is OpenApiSchema lines)
            lines.Items = new OpenApiSchemaReference(nameof(ProblemLine), document);
        document.AddComponent(nameof(Problem), problem);
    }

    private static void Path(OpenApiOperation operation, string path)
    {
        operation.Parameters = [];
        foreach (var part in path.Split('/').Where(p => p.StartsWith('{')))
        {
            var name = part.Trim('{', '}');
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Description = name switch
                {
                    "chamber" => "The chamber's id.",
                    "id" when path.Contains("keys/") => "The key's id.",
                    "id" => "The activity's id.",
                    "region" => "2, 4, 6 or 9 digits.",
                    "year" => "Such as 2026.",
                    "ruleset" => "The ruleset's id.",
                    "version" => "The published version.",
                    _ => $"The {name}'s id.",
                },
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Pattern = name switch
                    {
                        "region" => "^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$",
                        "year" => "^[0-9]{4}$",
                        _ => "^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$",
                    },
                },
                Example = name switch
                {
                    "chamber" => "c-01",
                    "ruleset" => "micro-points",
                    "version" => "2026.1",
                    "round" => "2026-trial",
                    "region" => "990101",
                    "year" => "2026",
                    "id" when path.Contains("keys/") => "board",
                    _ => "2026-0412",
                },
            });
        }
    }

    private static void Query(OpenApiOperation operation, Parameter parameter)
    {
        var isWhole = parameter == Ask.Limit || parameter == Ask.After;
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Schema = isWhole
                ? new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = parameter == Ask.Limit ? "1" : "0" }
                : new OpenApiSchema { Type = JsonSchemaType.String },
            Example = isWhole ? JsonValue.Create(long.Parse(parameter.Example, CultureInfo.InvariantCulture))
                : JsonValue.Create(parameter.Example),
        });
    }

    private static void Headers(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<Sample>().Any(s => s.Status == 304))
            Header(operation, "If-None-Match", "An ETag of an earlier answer: 304 where it is still so.");
        if (metadata.OfType<Refusing>().Any(r => r.Statuses.Contains(412)))
            Header(operation, "If-Match", "An ETag of an earlier answer: 412 where it is no longer so.");
        Header(operation, "X-Request-Id", "Names this request, 1–64 id characters; made where left out.");
    }

    private static void Header(OpenApiOperation operation, string name, string description) =>
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });

    private static void Show(OpenApiOperation operation, Sample sample)
    {
        if (sample.Status is not { } status)
        {
            if (operation.RequestBody is OpenApiRequestBody body) body.Required = true;
            foreach (var media in operation.RequestBody!.Content!.Values.OfType<OpenApiMediaType>()) media.Example = sample.Example;
            return;
        }
        var answer = operation.Responses![status.ToString(CultureInfo.InvariantCulture)];
        answer.Description = sample.Description;
        if (sample.Example is not null && answer.Content is { } content && content.TryGetValue(sample.MediaType, out var shown))
            shown.Example = sample.Example.DeepClone();
    }

    private static void Refuse(OpenApiOperation operation, OpenApiDocument document, int status)
    {
        var key = status.ToString(CultureInfo.InvariantCulture);
        if (operation.Responses!.ContainsKey(key)) return;
        operation.Responses[key] = new OpenApiResponse
        {
            Description = Words[status],
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problem.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(Problem), document) },
            },
        };
    }
}
