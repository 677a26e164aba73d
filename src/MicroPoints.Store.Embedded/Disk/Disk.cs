using System.Text;

namespace MicroPoints.Store.Embedded;

/// <summary>Every lasting effect of the store goes through here; tests put a disk in its place that fails or forgets.</summary>
internal class Disk
{
    public static readonly Disk Real = new();

    public virtual DiskFile Open(string path, FileMode mode) => new(path, mode);

    /// <summary>Gives a file another name, in place of the file that had it.</summary>
    public virtual void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public virtual void Delete(string path) => File.Delete(path);

    public virtual void MakeDirectory(string path) => Directory.CreateDirectory(path);

    /// <summary>Returns once the names in a directory are on the disk.</summary>
    public virtual void FlushNames(string directory) => Durable.FlushNames(directory);

    /// <summary>Replaces a file so that either the old or the new one is there, whenever the power fails.</summary>
    public void Replace(string path, string text) => Replace(path, file => file.Write(Encoding.UTF8.GetBytes(text), 0));

    /// <inheritdoc cref="Replace(string, string)"/>
    /// <param name="check">Looks at what was written, under the name it still has.</param>
    public void Replace(string path, Action<DiskFile> write, Action<string>? check = null)
    {
        var fresh = path + ".new";
        using (var file = Open(fresh, FileMode.Create))
        {
            write(file);
            file.Flush();
        }
        check?.Invoke(fresh);
        Rename(fresh, path);
        FlushNames(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes a directory that lasts.</summary>
    public void MakeLasting(string path)
    {
        if (Directory.Exists(path)) return;
        MakeDirectory(path);
        if (Path.GetDirectoryName(path) is { } parent) FlushNames(parent);
    }
}
