using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>Work that reads every ledger of a scope: one piece at a time, so that the others' requests keep the processors.</summary>
internal sealed class LongWork : IDisposable
{
    /// <summary>The name of the request timeout of endpoints that do such work.</summary>
    public const string Timeout = "long";

    private readonly SemaphoreSlim _turn = new(1, 1);

    public async ValueTask<T> Run<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try { return await Task.Run(work, cancel); }
        finally { _turn.Release(); }
    }

    public void Dispose() => _turn.Dispose();
}

/// <summary>How endpoints do long work.</summary>
internal static class LongWorking
{
    public static RouteHandlerBuilder TakesLong(this RouteHandlerBuilder builder)
    {
        builder.WithRequestTimeout(LongWork.Timeout);
        return builder;
    }

    public static ValueTask<T> InTurn<T>(this Call call, Func<Task<T>> work) =>
        call.Http.RequestServices.GetRequiredService<LongWork>().Run(work, call.Cancel);
}
