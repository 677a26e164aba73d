namespace MicroPoints.Runtime;

/// <summary>How a workspace follows what other processes record.</summary>
public sealed record FollowOptions
{
    /// <summary>From one turn to the next: what others recorded is seen here that much later, and the turn's own time.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A turn that takes longer counts as failed: a connection may hang without an error.</summary>
    public TimeSpan TurnWithin { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>So long without a turn that succeeded, and the process is not ready any more.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Told in a line when turns begin to fail, and when they succeed again.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}

/// <summary>Follows a log that other processes append to, turn after turn, until it is disposed; failures only delay it.</summary>
public sealed class Follower : IAsyncDisposable
{
    private readonly Workspace _workspace;
    private readonly FollowOptions _options;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _following;
    private long _succeeded = Environment.TickCount64;
    private bool _isFailing;

    internal Follower(Workspace workspace, FollowOptions options)
    {
        (_workspace, _options) = (workspace, options);
        _following = Task.Run(Follow);
    }

    /// <summary>Whether the last turn that succeeded is not too long ago.</summary>
    public bool IsCurrent => Environment.TickCount64 - Volatile.Read(ref _succeeded) <= _options.LateAfter.TotalMilliseconds;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _following;
        _ending.Dispose();
    }

    private async Task Follow()
    {
        while (!_ending.IsCancellationRequested)
        {
            await Turn();
            await Task.Delay(_options.Every, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Turn()
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        within.CancelAfter(_options.TurnWithin);
        try
        {
            await _workspace.CatchUp(within.Token);
            Volatile.Write(ref _succeeded, Environment.TickCount64);
            Tell(failed: false, "follows the other processes again");
        }
        catch when (_ending.IsCancellationRequested) { }
        // Whatever it was, the next turn begins where this one began.
        catch (Exception e)
        {
            Tell(failed: true, $"cannot see what other processes record, and keeps trying: {(e is OperationCanceledException
                ? $"the store did not answer within {_options.TurnWithin.TotalSeconds:0.#} s" : e.Message)}");
        }
    }

    private void Tell(bool failed, string line)
    {
        if (failed == _isFailing) return;
        _isFailing = failed;
        _options.Tell(line);
    }
}
