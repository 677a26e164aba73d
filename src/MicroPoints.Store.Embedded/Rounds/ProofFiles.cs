using System.Collections.Concurrent;
using System.Security.Cryptography;
using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>Proofs as files in a data directory.</summary>
public sealed class ProofFiles : IProofStore
{
    private readonly string _directory;
    private readonly Disk _disk;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<RoundId, Seen> _seen = [];

    public ProofFiles(string directory) : this(directory, Disk.Real) { }

    internal ProofFiles(string directory, Disk disk) => (_directory, _disk) = (directory, disk);

    /// <summary>A file as it was when its digest was computed.</summary>
    private sealed record Seen(long Bytes, DateTime Written, Digest Digest);

    /// <summary>The file's path inside the data directory. Not every system has names with a colon, and no id has a percent sign.</summary>
    public static string Name(RoundId round) => $"proofs/{round.Value.Replace(":", "%3A", StringComparison.Ordinal)}.zip";

    /// <inheritdoc />
    /// <remarks>It is written whole under another name first, then renamed.</remarks>
    public async ValueTask Keep(SealedProof proof, CancellationToken cancel)
    {
        var path = Path.Combine(_directory, Name(proof.Round));
        await _writing.WaitAsync(cancel);
        try
        {
            _disk.MakeLasting(Path.GetDirectoryName(path)!);
            _disk.Replace(path, file => file.Write(proof.Bytes, 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataDirectory.Explain(_directory, e);
        }
        finally { _writing.Release(); }
    }

    /// <inheritdoc />
    public async ValueTask<Stream?> Open(RoundId round, Digest digest, CancellationToken cancel)
    {
        var path = Path.Combine(_directory, Name(round));
        FileStream file;
        try { file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete); }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException) { return null; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw DataDirectory.Explain(_directory, e); }
        try
        {
            if (await DigestOf(round, file, cancel) is var kept && kept != digest) throw new StoreException(
                $"{path} has the digest {kept}, round {round} sealed {digest}: "
                + "move it away and seal the round again, which writes it anew");
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Computed once for a file as it is; a great proof is asked for in many ranges.</summary>
    private async ValueTask<Digest> DigestOf(RoundId round, FileStream file, CancellationToken cancel)
    {
        var (bytes, written) = (file.Length, File.GetLastWriteTimeUtc(file.SafeFileHandle));
        if (_seen.TryGetValue(round, out var seen) && (seen.Bytes, seen.Written) == (bytes, written)) return seen.Digest;
        var digest = Digest.Parse(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel)));
        file.Position = 0;
        _seen[round] = new Seen(bytes, written, digest);
        return digest;
    }
}
