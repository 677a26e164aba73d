namespace MicroPoints.Store.Embedded;

/// <summary>Reports progress through the segments now and then instead of for every group.</summary>
internal sealed class Reporting(IProgress<(long Done, long Total)>? progress, SegmentFiles files)
{
    private const long StepBytes = 16 << 20;
    private readonly long _total = files.Bytes();
    private long _before;
    private int _segment = 1;
    private long _reported;

    public void At(Place place)
    {
        for (; _segment < place.Segment; _segment++) _before += files.Length(_segment);
        var done = _before + place.Offset;
        if (done - _reported < StepBytes) return;
        _reported = done;
        progress?.Report((Math.Min(done, _total), _total));
    }

    public void End() => progress?.Report((_total, _total));
}
