using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Store.Embedded;

/// <summary>A file that the store writes.</summary>
internal class DiskFile(string path, FileMode mode) : IDisposable
{
    public SafeFileHandle Handle { get; } =
        File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    public string Path { get; } = path;

    public long Length => RandomAccess.GetLength(Handle);

    public virtual void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(Handle, bytes, offset);

    /// <summary>Returns once all that was written is on the disk.</summary>
    public virtual void Flush() => Durable.Flush(Handle);

    public virtual void SetLength(long length) => RandomAccess.SetLength(Handle, length);

    public virtual void Dispose()
    {
        Handle.Dispose();
        GC.SuppressFinalize(this);
    }
}
