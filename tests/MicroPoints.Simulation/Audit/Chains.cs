using System.Security.Cryptography;

namespace MicroPoints.Simulation;

/// <summary>Sequences without gap, each hash computed anew, each entry sealing the one before, no id twice.</summary>
internal static class Chains
{
    public static void Check(StreamId stream, IReadOnlyList<SealedEntry> entries)
    {
        var (previous, ids) = (Digest.Zero, new HashSet<EntryId>());
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            Auditor.Demand(entry.Stream == stream, $"{stream} holds an entry of {entry.Stream}");
            Auditor.Demand(ids.Add(entry.Id), $"{stream} holds {entry.Id} twice");
            Auditor.Demand(entry.Sequence == i + 1, $"{stream} has sequence {entry.Sequence} where {i + 1} belongs");
            Auditor.Demand(entry.Previous == previous, $"{stream} sequence {entry.Sequence} does not seal the entry before");
            Auditor.Demand(entry.Hash == HashOf(entry), $"{stream} sequence {entry.Sequence} has a hash of other content");
            Auditor.Demand(i == 0 || entry.At >= entries[i - 1].At, $"{stream} sequence {entry.Sequence} is older than the entry before");
            previous = entry.Hash;
        }
    }

    private static Digest HashOf(SealedEntry entry)
    {
        var writer = new CanonicalWriter();
        entry.WriteSealedBytes(writer);
        return Digest.Read(SHA256.HashData(writer.Written));
    }
}
