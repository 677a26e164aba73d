namespace MicroPoints.Store.Embedded.Tests;

/// <summary>One lasting effect that the store had on its disk. Files are numbered: a name may go to another file.</summary>
internal abstract record Effect
{
    public sealed record Created(int File, string Path) : Effect;
    public sealed record Written(int File, long Offset, byte[] Bytes) : Effect;
    public sealed record LengthSet(int File, long Length) : Effect;
    public sealed record Flushed(int File) : Effect;
    public sealed record Renamed(string From, string To) : Effect;
    public sealed record Deleted(string Path) : Effect;
    public sealed record DirectoryMade(string Path) : Effect;
    public sealed record NamesFlushed(string Directory) : Effect;
}
