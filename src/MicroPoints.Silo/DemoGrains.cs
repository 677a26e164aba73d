using MicroPoints.Orleans;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;
using MicroPoints.Streams;

namespace MicroPoints.Silo;

/// <summary>Brings the fictional county out of its data directory into grain storage, entry for entry.</summary>
internal static class DemoGrains
{
    /// <summary>A stream that is further in the grains stays as it is: somebody has recorded in it.</summary>
    public static async Task Fill(string directory, GrainStorageLog log, CancellationToken cancel)
    {
        await using var county = JournalEventLog.Open(directory);
        foreach (var (stream, _) in await county.Cut(RegionCode.Nation, cancel))
        {
            var known = (await log.Load(stream, 0, [], cancel)).Head;
            var entries = new List<SealedEntry>();
            await foreach (var entry in county.Read(stream, known.Sequence, cancel)) entries.Add(entry);
            foreach (var part in entries.Chunk(Limits.BatchMax))
                if (await log.Append(stream, new Head(part[0].Sequence - 1, part[0].Previous), part, cancel) is AppendResult.HeadMoved)
                    throw new StoreException($"the grain storage holds another {stream} than the demo's: give the demo an empty one");
        }
    }
}
