using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Takes into a workspace what was recorded in streams that it keeps something of, by whatever process.</summary>
/// <remarks>
/// A stream may come twice, and this process takes its own appends over by itself: everything is taken over by sequence, so that
/// neither repeats anything. Where a turn breaks off, the next one begins where it began.
/// </remarks>
internal sealed class TakingOver(Workspace workspace, ISharedLog log, long mark)
{
    private static readonly StreamId Activities = StreamId.OfRuleset(RulesetState.Activities);
    private static readonly StreamId Calendar = StreamId.OfRuleset(RulesetState.Calendar);

    private readonly SemaphoreSlim _one = new(1, 1);
    private long _mark = mark;

    /// <summary>Everything that was acknowledged anywhere before the call counts here after it.</summary>
    public async ValueTask Turn(CancellationToken cancel)
    {
        try
        {
            await _one.WaitAsync(cancel);
            try { await TakeOver(cancel); }
            finally { _one.Release(); }
        }
        finally
        {
            // Chambers of others are not told of, so what was worked out before this turn counts as old; also where the turn
            // failed: an answer that cannot be looked after must not be given for ever.
            workspace.Watched.CountTurn();
        }
    }

    private async ValueTask TakeOver(CancellationToken cancel)
    {
        var changes = await log.ChangesAfter(_mark, cancel);
        // Kinds first: what is adopted after them may count them.
        foreach (var stream in changes.Streams.Distinct().OrderByDescending(s => s == Activities)) await TakeOver(stream, cancel);
        _mark = changes.Mark;
    }

    private async ValueTask TakeOver(StreamId stream, CancellationToken cancel)
    {
        if (stream.Type == StreamType.Region)
            await workspace.TakeOver(new RegionCode(stream.Name), cancel);
        else if (stream == StreamId.Keys) await workspace.Keys.Reload(cancel);
        else if (stream == StreamId.Accounts) await workspace.Accounts.Reload(cancel);
        else if (stream == StreamId.ChamberLinks) await workspace.ChamberLinks.Reload(cancel);
        else if (stream == Calendar) await workspace.Calendars.Reload(cancel);
        else if (stream == Activities) await workspace.TakeOverKinds(cancel);
        workspace.Watched.CountOthers(stream.Type);
    }
}
