namespace MicroPoints.Api.Tests;

public sealed class StrictJsonTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Begin = """{"id":"x","kind":"member.visited","on":"2026-01-12",""";

    [Theory]
    [InlineData(Begin + "\"count\":1,\"colour\":2}", "$.colour")]
    [InlineData(Begin + "\"Count\":1}", "$.Count")]
    [InlineData(Begin + "\"count\":\"1\"}", "$.count")]
    [InlineData(Begin + "\"count\":1.5}", "$.count")]
    [InlineData(Begin + "\"flag\":1}", "$.flag")]
    [InlineData(Begin + "\"count\":1,\"expires\":\"2026-1-1\"}", "$.expires")]
    [InlineData(Begin + "\"count\":1,\"evidence\":[1]}", "$.evidence[0]")]
    [InlineData(Begin + "\"count\":1,\"count\":1}", "$.count")]
    [InlineData("""{"id":"x","kind":"member.visited","count":1}""", "$")]
    [InlineData("""{"id":null,"kind":"member.visited","on":"2026-01-12","count":1}""", "$.id")]
    [InlineData("""["x"]""", "$")]
    [InlineData("""{"id":"x",""", "$")]
    [InlineData(Begin + "\"count\":1} {}", "$")]
    [InlineData("null", "$")]
    [InlineData("", "$")]
    public async Task What_is_not_of_the_shape_is_refused_with_its_path(string body, string path)
    {
        var refused = (await server.Record(await server.Chamber(), body)).IsProblem(400, "json-invalid");
        Assert.Equal(path, refused["path"]);
        Assert.DoesNotContain("MicroPoints.Contracts", refused.Text);
        Assert.DoesNotContain("System.", refused.Text);
    }

    [Theory]
    [InlineData("\"id\":\"x y\"", "id")]
    [InlineData("\"kind\":\"会员\"", "kind")]
    [InlineData("\"on\":\"12 January\"", "on")]
    [InlineData("\"expires\":\"1900-01-01\"", "expires")]
    [InlineData("\"part\":\"2/1\"", "part")]
    [InlineData("\"evidence\":[\"sha256:zz\"]", "evidence[0]")]
    public async Task What_is_no_such_value_is_refused_with_its_path(string member, string path)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse("{" + member + "}")!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(Visit.Of("x"))!.AsObject())
            if (!body.ContainsKey(name)) body[name] = value!.DeepClone();
        var refused = (await server.Record(await server.Chamber(), body.ToJsonString())).IsProblem(400, "field-invalid");
        Assert.Equal($"$.{path}", refused["path"]);
    }

    [Theory]
    [InlineData("volunteer.served", "quantity", "1.505")]
    [InlineData("volunteer.served", "quantity", "1.500")]
    [InlineData("federation.awarded", "points", "0.001")]
    public async Task A_third_decimal_is_refused(string kind, string member, string number)
    {
        var body = $$"""{"id":"x","kind":"{{kind}}","on":"2026-01-12","{{member}}":{{number}},"reason":"r"}""";
        Assert.Equal($"$.{member}", (await server.Record(await server.Chamber(), body)).IsProblem(400, "number-too-precise")["path"]);
    }

    [Theory]
    [InlineData("member.visited", "", "measure-missing")]
    [InlineData("member.visited", ",\"count\":1,\"flag\":true", "measure-not-of-kind")]
    [InlineData("member.visited", ",\"quantity\":1", "measure-not-of-kind")]
    [InlineData("member.satisfaction", ",\"answered\":1", "measure-missing")]
    [InlineData("member.unknown", ",\"count\":1", "kind-unknown")]
    public async Task A_measure_that_is_not_the_kinds_is_refused(string kind, string measure, string refusal) =>
        (await server.Record(await server.Chamber(), $$"""{"id":"x","kind":"{{kind}}","on":"2026-01-12"{{measure}}}"""))
            .IsProblem(422, refusal);

    [Fact]
    public async Task A_refused_body_leaves_the_connection_good()
    {
        var chamber = await server.Chamber();
        for (var i = 0; i < 5; i++) (await server.Record(chamber, Begin + "\"colour\":1}")).Is(400);
        (await server.Record(chamber, Visit.Of("x"))).Is(201);
    }

    [Fact]
    public async Task A_large_body_and_another_media_type_are_refused()
    {
        var chamber = await server.Chamber();
        (await server.Record(chamber, Visit.Of("x") + new string(' ', Limits.BodyBytesMax))).IsProblem(413, "body-too-large");
        (await server.Send(HttpMethod.Post, $"/api/v1/chambers/{chamber}/activities", Visit.Of("x"), mediaType: "text/csv"))
            .IsProblem(415, "media-type-unsupported");
    }
}
