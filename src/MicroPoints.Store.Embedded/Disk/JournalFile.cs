using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Store.Embedded;

/// <summary>The journal's file as the writer sees it; tests put a failing disk in its place.</summary>
internal class JournalFile(string path) : IDisposable
{
    public SafeFileHandle Handle { get; } = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

    public string Path { get; } = path;

    public virtual void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(Handle, bytes, offset);

    public virtual void Flush() => Durable.Flush(Handle);

    public void CutAt(long length)
    {
        RandomAccess.SetLength(Handle, length);
        RandomAccess.FlushToDisk(Handle);
    }

    public void Dispose() => Handle.Dispose();
}
