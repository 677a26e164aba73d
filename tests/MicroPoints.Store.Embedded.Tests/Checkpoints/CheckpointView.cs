namespace MicroPoints.Store.Embedded.Tests;

/// <summary>Where things lie in a store's checkpoint.</summary>
internal sealed class CheckpointView
{
    private readonly CheckpointDirectory _directory;

    public CheckpointView(TempStore store)
    {
        using var file = CheckpointFile.TryOpen(store.Places.Checkpoint, out var why);
        _directory = (file ?? throw new InvalidOperationException(why)).Directory;
    }

    public int DirectoryBytes => _directory.ToBytes().Length;

    public KeptStream Stream(StreamId stream) => _directory.Streams.Single(s => s.Stream == stream);
}
