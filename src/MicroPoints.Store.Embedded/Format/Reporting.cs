namespace MicroPoints.Store.Embedded;

/// <summary>Reports progress now and then instead of for every frame.</summary>
internal sealed class Reporting(IProgress<(long Done, long Total)>? progress, long total)
{
    private const long StepBytes = 16 << 20;
    private long _reported;

    public void At(long done)
    {
        if (done - _reported < StepBytes) return;
        _reported = done;
        progress?.Report((done, total));
    }

    public void End(long done) => progress?.Report((done, total));
}
