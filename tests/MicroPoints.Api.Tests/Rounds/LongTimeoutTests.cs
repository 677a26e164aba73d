using MicroPoints.Server;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api.Tests;

public sealed class LongTimeoutTests(LongTimeoutTests.HastyServer server) : IClassFixture<LongTimeoutTests.HastyServer>
{
    /// <summary>A server that gives long work less time than the rest.</summary>
    public sealed class HastyServer : RoundServer
    {
        internal override ServerOptions Options => base.Options with
        {
            Api = base.Options.Api with { LongRequestTimeout = TimeSpan.FromSeconds(3) },
        };
    }

    [Fact]
    public async Task Long_work_that_takes_too_long_is_ended_and_can_be_sent_again()
    {
        var town = await server.Opened();
        var finish = new TaskCompletionSource<int>();
        var before = server.Running.Services.GetRequiredService<LongWork>().Run(() => finish.Task, default).AsTask();
        (await server.Lock(town)).IsProblem(504, "timed-out");
        finish.SetResult(1);
        await before;
        (await server.Lock(town)).Is(201);
    }
}
