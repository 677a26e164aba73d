using MicroPoints.Runtime;

namespace MicroPoints.Store.Postgres;

/// <summary>Takes whatever waits, sends it as one transaction, then answers; a few such groups are on their way at once.</summary>
internal sealed class GroupWriter
{
    private readonly Database _database;
    private readonly AppendQueue _queue;
    private readonly Task[] _loops;
    private long _groups;

    public GroupWriter(Database database, PostgresOptions options)
    {
        (_database, _queue) = (database, new AppendQueue(options));
        _loops = [.. Enumerable.Range(0, options.GroupsInFlight).Select(_ => Task.Run(Loop))];
    }

    /// <summary>How many transactions were committed.</summary>
    public long Groups => Interlocked.Read(ref _groups);

    public ValueTask<AppendResult> Enqueue(PendingAppend append)
    {
        _queue.Add(append);
        return append.Result;
    }

    /// <summary>Writes what waits and ends.</summary>
    public Task Close()
    {
        _queue.Close();
        return Task.WhenAll(_loops);
    }

    private async Task Loop()
    {
        while (await _queue.Take() is { Count: > 0 } group) await Send(group);
    }

    /// <summary>Answers every append of a group, whatever happens.</summary>
    private async Task Send(List<PendingAppend> group)
    {
        for (var attempt = 0; ; attempt++)
        {
            DropCancelled(group);
            if (group.Count == 0) return;
            GroupTransaction? sent = null;
            try
            {
                await using var connection = await _database.Connect(CancellationToken.None);
                sent = new GroupTransaction(connection, group);
                Answer(group, await sent.Run(), sent.Flush);
                return;
            }
            catch (Exception e) when (sent is { IsCommitting: true })
            {
                Fail(group, new AppendUnknownException($"{_database.Place} gave no answer to a commit: whether this was recorded is "
                    + $"unknown, send the same ids again. {Fault.Text(e)}", e));
                return;
            }
            catch (Exception e) when (Fault.IsOfContent(e) && group.Count > 1)
            {
                // One of them is at fault; the others shall not suffer.
                foreach (var append in group) await Send([append]);
                return;
            }
            catch (Exception e) when (Fault.MayPass(e))
            {
                DropLate(group, e);
                await _database.Wait(e, attempt, CancellationToken.None);
            }
            catch (Exception e)
            {
                Fail(group, Refused(e));
                return;
            }
        }
    }

    private StoreException Refused(Exception e) => e as StoreException ?? new StoreException(
        $"{_database.Place} took nothing of this: {Fault.Text(e)}. See that the database runs, then send the same ids again.", e);

    /// <summary>What was not sent yet may be called back.</summary>
    private static void DropCancelled(List<PendingAppend> group)
    {
        foreach (var append in group.FindAll(a => a.Cancel.IsCancellationRequested))
        {
            group.Remove(append);
            append.Fail(new OperationCanceledException(append.Cancel));
        }
    }

    /// <summary>What has waited for the database as long as it may is told that nothing of it was taken.</summary>
    private void DropLate(List<PendingAppend> group, Exception why)
    {
        var late = group.FindAll(a => _database.HasWaited(a.Since));
        Fail(late, Refused(why));
        group.RemoveAll(late.Contains);
    }

    private void Answer(List<PendingAppend> group, GroupLayout layout, TimeSpan flush)
    {
        if (layout.Written.Count > 0)
        {
            Interlocked.Increment(ref _groups);
            Telemetry.CountGroup(layout.Written.Count, layout.Bytes, flush);
        }
        foreach (var (append, _) in layout.Written) append.Answer(new AppendResult.Appended(append.After));
        foreach (var append in layout.Moved) append.Answer(new AppendResult.HeadMoved(layout.HeadOf(append.Stream)));
        Invariant.Holds(layout.Written.Count + layout.Moved.Count == group.Count, "every append of a group is answered");
    }

    private static void Fail(List<PendingAppend> group, Exception why)
    {
        foreach (var append in group) append.Fail(why);
    }
}
