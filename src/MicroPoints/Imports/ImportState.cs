using MicroPoints.Streams;

namespace MicroPoints.Imports;

/// <summary>One import, folded from a stream of its own.</summary>
public sealed class ImportState(StreamId stream) : StreamState(stream)
{
    public ImportId Id { get; } = new(stream.Name);

    /// <summary>Null for a stream without entries.</summary>
    public ImportBegun? Begun { get; private set; }

    /// <summary>Who began it and when, with the file's name as its reason.</summary>
    public SealedEntry? BegunEntry { get; private set; }

    /// <summary>Null while it broke off, or before it came to its end.</summary>
    public ImportFinished? Finished { get; private set; }

    /// <summary>Who began to take it back, when and why; null while nobody did.</summary>
    public SealedEntry? UndoEntry { get; private set; }

    /// <summary>Null until it is taken back as a whole.</summary>
    public ImportUndone? Undone { get; private set; }

    protected override void Fold(SealedEntry entry)
    {
        switch (entry.Body)
        {
            case ImportBegun begun:
                Invariant.Holds(Begun is null, "an import begins once");
                (Begun, BegunEntry) = (begun, entry);
                break;
            case ImportFinished finished:
                Invariant.Holds(Begun is not null && Finished is null && UndoEntry is null, "an import ends once, after it began");
                Finished = finished;
                break;
            case ImportUndoBegun:
                Invariant.Holds(Begun is not null && UndoEntry is null, "an import is taken back once, after it began");
                UndoEntry = entry;
                break;
            case ImportUndone undone:
                Invariant.Holds(UndoEntry is not null && Undone is null, "an undo ends once, after it began");
                Undone = undone;
                break;
            default:
                Unknown(entry);
                break;
        }
    }
}
