namespace MicroPoints.Store.Postgres;

/// <summary>Asks the questions that wait as one; a lone one never waits for company.</summary>
/// <remarks>A question is sent after it was put, so that its answer holds all that was acknowledged before.</remarks>
internal sealed class Asking<TQuestion, TAnswer>(
    Func<IReadOnlyList<TQuestion>, Task<IReadOnlyList<TAnswer>>> ask, int inFlightMax, int groupMax)
{
    private readonly Lock _gate = new();
    private readonly Queue<(TQuestion Question, TaskCompletionSource<TAnswer> Answer)> _waiting = new();
    private int _inFlight;

    public Task<TAnswer> Ask(TQuestion question, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool begins;
        lock (_gate)
        {
            _waiting.Enqueue((question, answer));
            begins = _inFlight < inFlightMax;
            if (begins) _inFlight++;
        }
        if (begins) _ = Run();
        return answer.Task.WaitAsync(cancel);
    }

    private async Task Run()
    {
        while (Take() is { Count: > 0 } group)
        {
            try
            {
                var answers = await ask(group.ConvertAll(g => g.Question));
                for (var i = 0; i < group.Count; i++) group[i].Answer.SetResult(answers[i]);
            }
            catch (Exception e)
            {
                // Whoever still waits is told; nobody else may learn of it from a task that is never looked at.
                foreach (var (_, answer) in group) answer.TrySetException(e);
            }
        }
    }

    private List<(TQuestion Question, TaskCompletionSource<TAnswer> Answer)> Take()
    {
        var group = new List<(TQuestion, TaskCompletionSource<TAnswer>)>();
        lock (_gate)
        {
            while (group.Count < groupMax && _waiting.TryDequeue(out var next)) group.Add(next);
            if (group.Count == 0) _inFlight--;
        }
        return group;
    }
}
