namespace MicroPoints.Streams;

/// <summary>What a fold of one stream keeps. Folding never ignores: an unknown entry type stops it.</summary>
public abstract class StreamState(StreamId stream)
{
    private readonly Dictionary<EntryId, SealedEntry> _entries = [];

    public StreamId Stream { get; } = stream;
    public Head Head { get; private set; } = Head.Empty;

    /// <summary>When the last entry was recorded; null for an empty stream.</summary>
    public DateTimeOffset? LastInstant { get; private set; }

    /// <summary>Whether entries were let go: the fold stands for all of them, but only some can still be found.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>The entry with an id, if the stream has it; of a partial state, only if it was taken up.</summary>
    public SealedEntry? Find(EntryId id) => _entries.GetValueOrDefault(id);

    /// <summary>Lets the entries go and keeps what they folded to, so that a long stream costs no more than a short one.</summary>
    /// <remarks>Before a command is judged, <see cref="TakeUp"/> brings back the entries that it names.</remarks>
    public virtual void LetGo()
    {
        IsPartial |= Head.Sequence > 0;
        _entries.Clear();
    }

    /// <summary>Brings back entries of this stream that were let go.</summary>
    public void TakeUp(IEnumerable<SealedEntry> known)
    {
        foreach (var entry in known)
        {
            Invariant.Holds(entry.Stream == Stream && entry.Sequence <= Head.Sequence, "a known entry is of the stream and folded");
            _entries[entry.Id] = entry;
        }
    }

    /// <summary>Adds the next entry; a gap, a broken chain or a repeated id means the log is not this stream's.</summary>
    public void Apply(SealedEntry entry)
    {
        Invariant.Holds(entry.Stream == Stream, "an entry is folded into its own stream");
        Invariant.Holds(entry.Sequence == Head.Sequence + 1, "sequences have no gap");
        Invariant.Holds(entry.Previous == Head.Hash, "each entry seals the one before");
        // A partial state keeps nothing to find: whoever needs an entry takes it up.
        Invariant.Holds(IsPartial || _entries.TryAdd(entry.Id, entry), "ids are unique in a stream");
        Fold(entry);
        Head = entry.Head;
        LastInstant = entry.At;
    }

    /// <summary>Continues a fold that was kept at a head; its entries are not here.</summary>
    protected void Resume(Head head, DateTimeOffset? lastInstant)
    {
        Invariant.Holds(Head == Head.Empty, "only an empty state is resumed");
        (Head, LastInstant, IsPartial) = (head, lastInstant, head.Sequence > 0);
    }

    /// <summary>One arm for each entry type of this stream; the last arm is <see cref="Unknown"/>.</summary>
    protected abstract void Fold(SealedEntry entry);

    protected static void Unknown(SealedEntry entry) =>
        Invariant.Fails($"{entry.Stream} has no fold for entry type {entry.Body.TypeName} at sequence {entry.Sequence}");
}
