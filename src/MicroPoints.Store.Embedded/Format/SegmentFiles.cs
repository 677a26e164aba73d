using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace MicroPoints.Store.Embedded;

/// <summary>The segments of a journal, for reading: which there are, and their bytes. Needs no lock.</summary>
internal sealed class SegmentFiles(string directory) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, SafeFileHandle> _open = [];

    public static string NameOf(int number) => $"journal-{number.ToString("D6", CultureInfo.InvariantCulture)}.log";

    public string PathOf(int number) => Path.Combine(directory, NameOf(number));

    public string PathOf(Place place) => $"{PathOf(place.Segment)} at byte {place.Offset}";

    public bool Has(int number) => File.Exists(PathOf(number));

    /// <summary>The highest number of a segment; 0 where there is none.</summary>
    public int Last() => Directory.EnumerateFiles(directory, "journal-*.log").Select(NumberOf).DefaultIfEmpty(0).Max();

    public SafeFileHandle Handle(int number)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(number, out var known)) return known;
            return _open[number] = File.OpenHandle(PathOf(number), FileMode.Open, FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete);
        }
    }

    public long Length(int number) => RandomAccess.GetLength(Handle(number));

    /// <summary>The bytes of all segments.</summary>
    public long Bytes() => Enumerable.Range(1, Last()).Where(Has).Sum(Length);

    /// <summary>Reads as much as the segment has there, up to the buffer's length.</summary>
    public int Read(Place place, Span<byte> bytes)
    {
        var handle = Handle(place.Segment);
        var total = 0;
        while (total < bytes.Length)
        {
            var read = RandomAccess.Read(handle, bytes[total..], place.Offset + total);
            if (read == 0) break;
            total += read;
        }
        return total;
    }

    /// <summary>The header of a segment; null where it has none that is whole and names this segment.</summary>
    public SegmentHeader? Header(int number)
    {
        Span<byte> bytes = stackalloc byte[SegmentHeader.Bytes];
        var read = Read(new Place(number, 0), bytes);
        return SegmentHeader.TryRead(bytes[..read], out var header) && header.Number == number ? header : null;
    }

    /// <summary>Lets a segment go, so that it may be made anew.</summary>
    public void Close(int number)
    {
        lock (_gate)
            if (_open.Remove(number, out var handle)) handle.Dispose();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var handle in _open.Values) handle.Dispose();
            _open.Clear();
        }
    }

    private static int NumberOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path.AsSpan())["journal-".Length..];
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Path.GetFileName(path) == NameOf(number) ? number : 0;
    }
}
