using System.Text;

namespace MicroPoints.Web;

/// <summary>A file that was sent, kept until it was imported or a newer one takes its room.</summary>
/// <param name="Name">What the browser called it.</param>
public sealed record UploadedFile(string Key, string Name, byte[] Bytes);

/// <summary>Keeps files between the page that looks at them and the one that imports them, so that one may leave and come back.</summary>
/// <remarks>Nothing of it counts: what is imported is in the ledgers, and a file that is gone is sent again.</remarks>
public sealed class Uploads(PageOptions options)
{
    private const int KeptMax = 40, KeyLength = 32;
    private const string Begun = "begun";
    private readonly string _folder = options.Uploads ?? Path.Combine(Path.GetTempPath(), $"micropoints-{Guid.NewGuid():n}");
    private readonly Lock _gate = new();

    /// <summary>Keeps a file under a key that follows from it and from who sent it.</summary>
    public string Keep(ActorId by, string name, byte[] bytes)
    {
        var key = Digest.OfText($"{by}\n{name}\n{Digest.Of(bytes)}").ToString()[..KeyLength];
        lock (_gate)
        {
            Directory.CreateDirectory(_folder);
            File.WriteAllText(Place(key, "name"), $"{by}\n{name}", Encoding.UTF8);
            File.WriteAllBytes(Place(key, "table"), bytes);
            foreach (var old in Oldest("table"))
            {
                File.Delete(Path.ChangeExtension(old.FullName, "name"));
                old.Delete();
            }
        }
        return key;
    }

    /// <summary>Remembers by which page an import of a kept file was begun, so that it goes on there where it stopped.</summary>
    public void Begin(ImportId import, string key, string page)
    {
        lock (_gate)
        {
            File.WriteAllText(Place(import.Value, Begun), $"{key}\n{page}", Encoding.UTF8);
            foreach (var old in Oldest(Begun)) old.Delete();
        }
    }

    /// <summary>The page where an import goes on; null where its file is not there, or another sent it.</summary>
    public string? PageOf(ActorId by, ImportId import)
    {
        string text;
        lock (_gate)
        {
            if (!File.Exists(Place(import.Value, Begun))) return null;
            text = File.ReadAllText(Place(import.Value, Begun), Encoding.UTF8);
        }
        return text.Split('\n', 2) is [var key, var page] && Find(by, key) is not null ? page : null;
    }

    /// <summary>It came to its end.</summary>
    public void End(ImportId import)
    {
        lock (_gate) File.Delete(Place(import.Value, Begun));
    }

    /// <summary>Null where it is not there, or another sent it.</summary>
    public UploadedFile? Find(ActorId by, string? key)
    {
        if (key is not { Length: KeyLength } || !key.All(char.IsAsciiHexDigitLower)) return null;
        lock (_gate)
        {
            if (!File.Exists(Place(key, "table")) || !File.Exists(Place(key, "name"))) return null;
            return File.ReadAllText(Place(key, "name"), Encoding.UTF8).Split('\n', 2) is [var who, var name] && who == by.Value
                ? new UploadedFile(key, name, File.ReadAllBytes(Place(key, "table"))) : null;
        }
    }

    private IEnumerable<FileInfo> Oldest(string what) =>
        new DirectoryInfo(_folder).GetFiles($"*.{what}").OrderByDescending(f => f.LastWriteTimeUtc).Skip(KeptMax);

    private string Place(string key, string what) => Path.Combine(_folder, $"{key}.{what}");
}
