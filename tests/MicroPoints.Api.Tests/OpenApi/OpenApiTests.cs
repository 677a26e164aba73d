using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace MicroPoints.Api.Tests;

public sealed class OpenApiTests(TestServer server) : IClassFixture<TestServer>
{
    private static string Golden([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "openapi-v1.json");

    private async Task<JsonObject> Document() => (await server.Get("/openapi/v1.json", null)).Is(200).Json;

    private static IEnumerable<(string Name, JsonObject Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!.AsObject());

    [Fact]
    public async Task The_document_is_the_one_that_was_reviewed()
    {
        var actual = (await server.Get("/openapi/v1.json", null)).Text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("MICROPOINTS_RENEW_GOLDEN") == "1") File.WriteAllText(Golden(), actual);
        Assert.True(File.Exists(Golden()), "renew with MICROPOINTS_RENEW_GOLDEN=1 and review it");
        Assert.Equal(File.ReadAllText(Golden()), actual);
    }

    [Fact]
    public async Task It_is_OpenAPI_3_1_with_an_id_a_summary_and_examples_for_every_operation()
    {
        var document = await Document();
        Assert.StartsWith("3.1", document["openapi"]!.ToString());
        Assert.All(Operations(document), o =>
        {
            Assert.NotEmpty(o.Operation["operationId"]!.ToString());
            Assert.NotEmpty(o.Operation["summary"]!.ToString());
            var contents = o.Operation["responses"]!.AsObject().Where(r => r.Key is "200" or "201").Select(r => r.Value!["content"])
                .Append(o.Operation["requestBody"]?["content"]).Where(c => c is not null);
            Assert.All(contents, c => Assert.All(c!.AsObject(), media => Assert.True(media.Value!["example"] is not null, o.Name)));
        });
        var ids = Operations(document).Select(o => o.Operation["operationId"]!.ToString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Every_keyed_operation_names_the_key_and_its_problems()
    {
        foreach (var (name, operation) in Operations(await Document()).Where(o => o.Name.Contains("/api/")))
        {
            Assert.True(operation["security"]?[0]?["key"] is not null, name);
            foreach (var status in (string[])["400", "401", "403", "429", "500", "503"])
                Assert.Equal("#/components/schemas/Problem",
                    operation["responses"]![status]!["content"]!["application/problem+json"]!["schema"]!["$ref"]!.ToString());
        }
    }

    [Fact]
    public async Task Schemas_are_named_and_no_member_is_a_union()
    {
        var document = await Document();
        Assert.DoesNotContain("\"oneOf\"", document.ToJsonString());
        Assert.DoesNotContain("\"anyOf\"", document.ToJsonString());
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
            Assert.All(schema!["properties"]?.AsObject().Select(p => p.Value!) ?? [], member =>
                Assert.False(member["type"] is JsonArray || member["properties"] is not null, name));
        foreach (var (name, operation) in Operations(document))
            Assert.All(operation["responses"]!.AsObject()
                .Select(r => r.Value!["content"]?["application/json"]?["schema"]).Where(s => s is not null),
                s => Assert.True(s!["$ref"] is not null, name));
    }
}
