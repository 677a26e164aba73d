using System.Security.Cryptography;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Where the salts of reasons come from.</summary>
public interface ISaltSource
{
    ReadOnlyMemory<byte> For(StreamId stream, EntryId id);
}

/// <summary>Salts nobody can guess: the ones a real host uses.</summary>
public sealed class RandomSalts : ISaltSource
{
    public ReadOnlyMemory<byte> For(StreamId stream, EntryId id) =>
        RandomNumberGenerator.GetBytes(SaltedText.SaltBytes);
}

/// <summary>
/// Salts derived from a seed, the stream and the id, so that a simulation or a golden file gives the same bytes again.
/// </summary>
public sealed class SeededSalts(string seed) : ISaltSource
{
    public ReadOnlyMemory<byte> For(StreamId stream, EntryId id)
    {
        var bytes = new byte[Digest.Bytes];
        Digest.OfText($"{seed}\n{stream}\n{id}").Write(bytes);
        return bytes.AsMemory(0, SaltedText.SaltBytes);
    }
}
