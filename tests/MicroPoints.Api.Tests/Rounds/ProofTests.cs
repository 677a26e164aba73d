using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class ProofTests(RoundServer server) : IClassFixture<RoundServer>
{
    private Task<Sent> Get(string round, params (string Name, string Value)[] headers) =>
        server.Get($"/api/v1/rounds/{round}/proof", Role.Auditor, headers);

    private string File(string round) => Path.Combine(server.Data, "proofs", $"{round}.zip");

    [Fact]
    public async Task A_proof_has_its_digest_as_ETag_and_is_not_sent_twice()
    {
        var round = await server.Sealed();
        var digest = (await server.Get($"/api/v1/rounds/{round}")).Json["sealed"]!["proof"]!.ToString();
        var proof = (await Get(round)).Is(200);
        Assert.Equal($"\"{digest}\"", proof.ETag);
        Assert.Contains($"{round}.zip", proof.Header("Content-Disposition"));
        (await Get(round, ("If-None-Match", proof.ETag!))).Is(304);
        (await Get(round, ("If-None-Match", "nonsense"))).IsProblem(400, "etag-invalid");
    }

    [Fact]
    public async Task A_range_of_a_proof_is_that_part_of_its_bytes()
    {
        var round = await server.Sealed();
        var bytes = await System.IO.File.ReadAllBytesAsync(File(round));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/rounds/{round}/proof");
        request.Headers.Authorization = new("Bearer", server.Key(Role.Auditor));
        request.Headers.Range = new(10, 29);
        using var part = await server.Http.SendAsync(request);
        Assert.Equal(206, (int)part.StatusCode);
        Assert.Equal($"bytes 10-29/{bytes.Length}", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(bytes[10..30], await part.Content.ReadAsByteArrayAsync());
        var outside = await Get(round, ("Range", $"bytes={bytes.Length + 5}-"));
        Assert.Equal($"bytes */{bytes.Length}", outside.IsProblem(416, "range-unsatisfiable").Header("Content-Range"));
    }

    [Fact]
    public async Task A_proof_that_was_lost_is_written_again_by_sealing_again()
    {
        var round = await server.Sealed();
        var first = await System.IO.File.ReadAllBytesAsync(File(round));
        System.IO.File.Delete(File(round));
        Assert.Contains("seal it again", (await Get(round)).IsProblem(404, "proof-not-kept")["detail"]);
        (await server.Seal(round)).Is(200);
        (await Get(round)).Is(200);
        Assert.Equal(first, await System.IO.File.ReadAllBytesAsync(File(round)));
    }

    [Fact]
    public async Task A_file_that_is_not_what_was_sealed_is_not_handed_out()
    {
        var round = await server.Sealed();
        (await Get(round)).Is(200);
        var bytes = await System.IO.File.ReadAllBytesAsync(File(round));
        bytes[^1] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File(round), bytes);
        (await Get(round)).IsProblem(503, "store-unavailable");
    }
}
