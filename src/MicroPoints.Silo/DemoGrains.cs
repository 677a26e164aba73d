using MicroPoints.Orleans;
using MicroPoints.Runtime;
using MicroPoints.Server;
using MicroPoints.Store.Embedded;
using MicroPoints.Streams;

namespace MicroPoints.Silo;

/// <summary>Brings the fictional county out of its data directory into grain storage, entry for entry.</summary>
internal static class DemoGrains
{
    /// <summary>A stream that is further in the grains stays as it is: somebody has recorded in it.</summary>
    /// <exception cref="StoreException">The storage holds something else, which stays as it is.</exception>
    public static async Task Fill(string directory, GrainStorageLog log, CancellationToken cancel)
    {
        if ((await log.Cut(RegionCode.Nation, cancel)).Count > 0 && !await DemoCounty.IsIn(log, cancel)) throw new StoreException(
            "the grain storage holds other data than the demo's: start without --demo, or give the demo an empty --storage");
        await using var county = JournalEventLog.Open(directory);
        // The chamber by which the county is known goes first, so that a filling that was broken off is gone on with.
        foreach (var (stream, _) in (await county.Cut(RegionCode.Nation, cancel)).OrderBy(s => s.Stream != DemoCounty.Stamped))
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
