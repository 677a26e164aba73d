using MicroPoints.Identity;

namespace MicroPoints.Api.Tests;

public sealed class ReversalTests(TestServer server) : IClassFixture<TestServer>
{
    private Task<Sent> Reverse(string chamber, string target, string id, string reason = "重复登记") => server.Post(
        $"/api/v1/chambers/{chamber}/activities/{target}/reversal", $$"""{"id":"{{id}}","reason":"{{reason}}"}""");

    [Fact]
    public async Task An_activity_is_taken_back_once_and_the_same_again_is_a_replay()
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("v"));
        var first = (await Reverse(chamber, "v", "undo")).Is(201);
        var again = (await Reverse(chamber, "v", "undo")).Is(200);
        Assert.Equal((first["sequence"], first["hash"], "exists"), (again["sequence"], again["hash"], again["answer"]));
        (await Reverse(chamber, "v", "undo", "另因")).IsProblem(409, "exists-with-different-reason");
        (await Reverse(chamber, "v", "undo-2")).IsProblem(409, "entry-already-reversed");
        (await Reverse(chamber, "undo", "undo-3")).IsProblem(409, "entry-is-reversal");
        (await Reverse(chamber, "nothing", "undo-4")).IsProblem(404, "entry-not-found");
        (await Reverse(chamber, "v", "undo-5", " ")).IsProblem(422, "reason-missing");
    }

    [Fact]
    public async Task What_was_taken_back_says_by_what()
    {
        var chamber = await server.Chamber();
        await server.Record(chamber, Visit.Of("v", 3));
        Assert.Null((await server.Get($"/api/v1/chambers/{chamber}/activities/v"))["reversedBy"]);
        await Reverse(chamber, "v", "undo");
        var shown = (await server.Get($"/api/v1/chambers/{chamber}/activities/v", Role.Auditor)).Is(200);
        Assert.Equal("undo", shown["reversedBy"]);
        Assert.Equal("3", shown.Json["entry"]!["activity"]!["count"]!.ToString());
        Assert.Equal("v", (await server.Get($"/api/v1/chambers/{chamber}/activities/undo")).Json["entry"]!["target"]!.ToString());
        (await server.Get($"/api/v1/chambers/{chamber}/activities/nothing")).IsProblem(404, "entry-not-found");
    }
}
