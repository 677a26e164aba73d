namespace MicroPoints.Orleans;

/// <summary>Holds what a silo's grains share. Grains that are called before it is there wait.</summary>
public abstract class Holder<T>
{
    private volatile TaskCompletionSource<T> _parts = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Parts => _parts.Task;

    public void Put(T parts)
    {
        var held = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        held.SetResult(parts);
        Interlocked.Exchange(ref _parts, held).TrySetResult(parts);
    }
}
