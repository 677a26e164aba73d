using MicroPoints.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Web.Tests;

/// <summary>Who may look at a piece of work, and at the file that it made.</summary>
public sealed class WhoSeesWorkTests(RealServer server) : IClassFixture<RealServer>
{
    private static readonly WorkEnd Done = new(true, new Title("好了。"), [], "/rounds", new Title("回去"),
        new WorkFile("文书.zip", "application/zip", [1, 2]));

    [Theory]
    [InlineData("990101", Role.Clerk, 200)]
    [InlineData("990101", Role.Approver, 200)]
    [InlineData("990101", Role.Auditor, 404)]
    [InlineData("990102", Role.Clerk, 404)]
    public async Task Whoever_may_record_for_its_chambers_sees_it_and_for_anybody_else_it_is_not_there(string of, Role role, int status)
    {
        var work = await Begin(of);
        var somebody = await server.SignedIn(role);
        Assert.Equal(status, (await somebody.Get(work.Path)).Status);
        Assert.Equal(status, (await somebody.Get($"{work.Path}/file")).Status);
        Assert.Equal(404, (await somebody.Get("/progress/none")).Status);
        var home = (await somebody.Get("/desk")).Words;
        Assert.DoesNotContain("好了", home, StringComparison.Ordinal);

        var nobody = server.Visitor();
        Assert.StartsWith("/sign-in", (await nobody.Get(work.Path)).Location, StringComparison.Ordinal);
        var session = somebody.Session;
        await somebody.SignOut();
        somebody.Session = session;
        Assert.StartsWith("/sign-in", (await somebody.Get(work.Path)).Location, StringComparison.Ordinal);
    }

    private async Task<LongWork> Begin(string scope)
    {
        var works = server.Running.Services.GetRequiredService<LongWorks>();
        var by = new Actor(new ActorId("somebody"), Role.Clerk, new RegionCode(scope));
        return (await works.Run(new WorkToDo($"papers {Guid.NewGuid()}", new Title("生成文书"), by, by.Scope, "/rounds"),
            (_, _) => Task.FromResult(Done), end => end)).Work;
    }
}
