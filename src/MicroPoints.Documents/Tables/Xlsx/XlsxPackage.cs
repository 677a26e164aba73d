using System.IO.Compression;
using System.Xml;

namespace MicroPoints.Documents;

/// <summary>The parts of a workbook's file, unpacked within a budget whatever their sizes are said to be.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _left = Limits.TableUnpackedBytesMax;

    public XlsxPackage(ReadOnlyMemory<byte> bytes)
    {
        _zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        if (_zip.Entries.Count > Limits.TablePartsMax) throw TooLarge();
        long said = 0;
        foreach (var entry in _zip.Entries)
        {
            said += entry.Length;
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
        if (said > Limits.TableUnpackedBytesMax) throw TooLarge();
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    public XmlReader? Open(string part) => _parts.TryGetValue(part, out var entry)
        ? XmlReader.Create(new Budgeted(entry.Open(), this), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            MaxCharactersInDocument = Limits.TableUnpackedBytesMax,
        })
        : null;

    /// <summary>What a part's relations point to, by their ids.</summary>
    public Dictionary<string, (string Type, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/');
        var (folder, file) = slash < 0 ? ("", part) : (part[..(slash + 1)], part[(slash + 1)..]);
        var relations = new Dictionary<string, (string, string)>();
        using var xml = Open($"{folder}_rels/{file}.rels");
        while (xml?.Read() == true)
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target && xml.GetAttribute("TargetMode") != "External")
                relations[id] = (xml.GetAttribute("Type") ?? "", Resolve(folder, target));
        return relations;
    }

    public void Dispose() => _zip.Dispose();

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or "..")) steps.Add(step);
        return string.Join('/', steps);
    }

    private static TableLimitException TooLarge() => new(new Title(
        $"文件解开后太大（超过 {Limits.TableUnpackedBytesMax / 1_000_000} MB）：请只留要导入的工作表，另存后再导入",
        $"unpacked the file is larger than {Limits.TableUnpackedBytesMax} bytes: keep only the sheet to import and save it again"));

    /// <summary>Stops reading once all parts together come to more than the budget.</summary>
    private sealed class Budgeted(Stream inner, XlsxPackage package) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            package._left -= read;
            return package._left < 0 ? throw TooLarge() : read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
