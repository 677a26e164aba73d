using MicroPoints.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Web;

/// <summary>Does long work outside the requests that begin it, once however often it is asked for, and keeps how it ended.</summary>
/// <remarks>
/// Nothing of it counts: what was done is in the log, and what a stop left undone goes on where it is begun again. A stop lets
/// the work end between two chambers before the store is closed.
/// </remarks>
public sealed partial class LongWorks(PageOptions options, IHostApplicationLifetime host, ILogger<LongWorks> log) : IHostedService
{
    private const int KeptMax = 60, FilesMax = 3;

    private readonly Lock _gate = new();
    private readonly List<LongWork> _works = [];

    /// <summary>Begins work, or joins it where it runs, and waits a moment for its end.</summary>
    /// <param name="run">Nothing of the request may be used in it: that may be over by then.</param>
    /// <param name="tell">What its result is in words, for whoever looks later.</param>
    /// <exception cref="Exception">What it failed by, where that was within the moment.</exception>
    public async Task<Begun<T>> Run<T>(WorkToDo toDo, Func<IProgress<(long Done, long Total)>, CancellationToken, Task<T>> run,
        Func<T, WorkEnd> tell) where T : class
    {
        LongWork work;
        lock (_gate) work = _works.FirstOrDefault(w => w.ToDo.Key == toDo.Key && w is { End: null, Running: Task<T> } && w.IsFor(toDo.By))
            ?? Begin(toDo, run, tell);
        await Task.WhenAny(work.Running, Task.Delay(options.AnswersWithin));
        if (!work.Running.IsCompleted) return new Begun<T>(work, null);
        work.SeenBy(toDo.By);
        return new Begun<T>(work, await (Task<T>)work.Running);
    }

    /// <summary>Null where there is none, or not for whoever looks: both look the same.</summary>
    public LongWork? Find(Actor actor, string id) => For(actor).FirstOrDefault(w => w.Id == id);

    /// <summary>Every piece that somebody may see, the latest first.</summary>
    public IReadOnlyList<LongWork> For(Actor actor)
    {
        lock (_gate) return [.. _works.Where(w => w.IsFor(actor)).Reverse()];
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Everything was told to stop when the host was; here it is waited for.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] running;
        lock (_gate) running = [.. _works.Where(w => w.End is null).Select(w => w.Running)];
        await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private LongWork Begin<T>(WorkToDo toDo, Func<IProgress<(long Done, long Total)>, CancellationToken, Task<T>> run,
        Func<T, WorkEnd> tell)
    {
        var work = new LongWork(toDo);
        foreach (var old in _works.Where(w => w.End is not null).SkipLast(KeptMax).ToList()) _works.Remove(old);
        foreach (var old in _works.Where(w => w.End?.File is not null).SkipLast(FilesMax)) old.DropFile();
        _works.Add(work);
        work.Running = Task.Run(() => Do(work, run, tell));
        return work;
    }

    private async Task<T> Do<T>(LongWork work, Func<IProgress<(long Done, long Total)>, CancellationToken, Task<T>> run,
        Func<T, WorkEnd> tell)
    {
        try
        {
            var result = await run(work, host.ApplicationStopping);
            work.EndAs(tell(result));
            return result;
        }
        catch (Exception e)
        {
            var (status, _, words) = e is OperationCanceledException
                ? (0, FaultWords.Stopped, FaultWords.Stopped) : FaultWords.Of(e, work.Id);
            if (status >= 500) Failed(work.Id, e);
            work.EndAs(new WorkEnd(false, words, [], work.ToDo.Back, new Title("回去再办", "Back to where it was begun")));
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "work {Work} failed")]
    private partial void Failed(string work, Exception e);
}
