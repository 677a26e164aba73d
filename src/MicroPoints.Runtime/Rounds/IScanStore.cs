namespace MicroPoints.Runtime;

/// <summary>Keeps the files of signed scans, each under the digest of its bytes.</summary>
public interface IScanStore
{
    /// <summary>Keeps a file, whole or not at all; done when durable. One that is kept already stays as it is.</summary>
    ValueTask Keep(Digest digest, ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>A kept file; null where none is kept under that digest.</summary>
    /// <exception cref="StoreException">What is kept does not have that digest.</exception>
    ValueTask<Stream?> Open(Digest digest, CancellationToken cancel);
}
