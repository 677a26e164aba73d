using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class PreviewTests(TestServer server) : IClassFixture<TestServer>
{
    private Task<Sent> Preview(string chamber, string body, Role role = Role.Clerk) =>
        server.Post($"/api/v1/chambers/{chamber}/activities/preview", body, role);

    [Fact]
    public async Task A_preview_says_what_recording_then_answers_and_writes_nothing()
    {
        var chamber = await server.Chamber();
        var heads = await server.Heads();
        var preview = (await Preview(chamber, Visit.Of("p-1"))).Is(200);
        Assert.Equal(heads, await server.Heads());
        var recorded = (await server.Record(chamber, Visit.Of("p-1"))).Is(201);
        Assert.Equal(("would-record", recorded["sequence"]), (preview["answer"], preview["sequence"]));
        Assert.Equal(recorded.Json["credited"]!.ToJsonString(), preview.Json["credited"]!.ToJsonString());
        Assert.Equal("exists", (await Preview(chamber, Visit.Of("p-1"))).Is(200)["answer"]);
    }

    [Fact]
    public async Task A_sandbox_key_previews_as_a_clerk_does()
    {
        var chamber = await server.Chamber();
        Assert.Equal("would-record", (await Preview(chamber, Visit.Of("p-1"), Role.Sandbox)).Is(200)["answer"]);
    }

    [Fact]
    public async Task A_sandbox_key_is_not_told_whether_a_reason_is_the_one_that_was_given()
    {
        var chamber = await server.Chamber();
        (await server.Record(chamber, Said("会长住院"))).Is(201);
        string[] guesses = [Said("会长住院"), Said("换届"), Visit.Of("p-1"), Visit.Of("p-1", 0),
            Visit.Of("p-1").Replace("member.visited", "no.such")];
        foreach (var guess in guesses)
        {
            var alone = (await Preview(chamber, guess, Role.Sandbox)).Is(200);
            Assert.Equal(("exists", "M1"), (alone["answer"], alone.Json["credited"]![0]!["indicator"]!.ToString()));
            var together = (await Batch(chamber, $"{guess},{Visit.Of("p-2")}", Role.Sandbox)).Is(200);
            Assert.Equal(("1", "1"), (together["wouldRecord"], together["existing"]));
            Assert.Equal("1", (await Batch(chamber, $"{guess},{Visit.Of("p-2", 0)}", Role.Sandbox)).IsProblem(422, "batch-refused")
                .Json["lines"]!.AsArray().Single()!["index"]!.ToString());
        }
        (await Preview(chamber, guesses[1])).IsProblem(409, "exists-with-different-reason");
        (await Batch(chamber, guesses[1], Role.Clerk)).IsProblem(409, "batch-refused");

        static string Said(string reason) => Visit.Of("p-1").Replace("}", $",\"reason\":\"{reason}\"}}");
        Task<Sent> Batch(string chamber, string lines, Role role) => server.Post(
            $"/api/v1/chambers/{chamber}/activities/batch/preview", $"{{\"activities\":[{lines}]}}", role);
    }

    [Fact]
    public async Task A_preview_is_refused_as_recording_would_be()
    {
        var chamber = await server.Chamber();
        (await Preview(chamber, Visit.Of("p-1", 0))).IsProblem(422, "count-out-of-range");
        await server.Record(chamber, Visit.Of("p-1"));
        (await Preview(chamber, Visit.Of("p-1", 2))).IsProblem(409, "exists-with-different-count");
    }
}
