using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>A published activities file.</summary>
/// <param name="Sequence">Where it was published, in the stream of the activities.</param>
public sealed record PublishedKinds(KindCatalogue Kinds, ReadOnlyMemory<byte> Bytes, long Sequence);

/// <summary>The activities that count in this process: the file published last, as far as it was taken over.</summary>
/// <remarks>
/// Whoever asks takes what is in force once and keeps it to the end, and takes it after the adoption that the question is about: an
/// adoption counts here only once the kinds do that its ruleset counts.
/// </remarks>
public sealed class KindsInForce(PublishedKinds first)
{
    private readonly Lock _gate = new();
    private volatile PublishedKinds _now = first;
    private int _version;

    /// <summary>Kinds that nobody publishes others after.</summary>
    public KindsInForce(KindCatalogue kinds) : this(new PublishedKinds(kinds, default, 0)) { }

    public KindCatalogue Now => _now.Kinds;

    /// <summary>The file that is in force, and where it was published.</summary>
    public PublishedKinds File => _now;

    /// <summary>Changes whenever they do.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>Puts a file in force; one that was published earlier than what is in force changes nothing.</summary>
    public void Put(PublishedKinds published)
    {
        lock (_gate)
        {
            if (published.Sequence <= _now.Sequence) return;
            _now = published;
            Interlocked.Increment(ref _version);
        }
    }
}
