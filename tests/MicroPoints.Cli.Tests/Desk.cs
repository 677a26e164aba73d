using System.Text;

namespace MicroPoints.Cli.Tests;

/// <summary>A working directory of one test with its data in <c>data</c>, deleted afterwards.</summary>
internal sealed class Desk : IDisposable
{
    public const string ChambersCsv = """
        id,name,kind,region,serves,founded,registered-on
        c-01,青石镇商会,township,990101101,,2015-03-01,2016-01-05
        c-02,白沙镇商会,township,990101102,,2016-03-01,
        c-03,红枫街道商会,street,990101001,,2017-03-01,2018-02-02

        """;

    private static readonly Lazy<Task<Desk>> Chambers = new(async () =>
    {
        var desk = new Desk().Write("chambers.csv", ChambersCsv);
        await desk.Does("chambers import chambers.csv");
        return desk.DeletedAtTheEnd();
    });

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("micropoints-");

    public string Root => _root.FullName;
    public string Journal => PathOf("data/journal-000001.log");

    /// <summary>A desk whose data hold the three chambers.</summary>
    public static async Task<Desk> WithChambers() => (await Chambers.Value).Copy();

    /// <summary>A desk of its own with the same files.</summary>
    public Desk Copy()
    {
        var copy = new Desk();
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
            copy.Write(Path.GetRelativePath(Root, file), File.ReadAllBytes(file));
        return copy;
    }

    /// <summary>For a desk that others are copied from.</summary>
    public Desk DeletedAtTheEnd()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        return this;
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    public Desk Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public Desk Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return this;
    }

    /// <summary>Runs a command line without spaces inside its words.</summary>
    public Task<Ran> Run(string line) => Run(line.Split(' '));

    public Task<Ran> Run(string[] arguments) => CommandLine.RunWarm(Root, arguments);

    /// <summary>Runs a command line as a shell does, in a process of its own.</summary>
    public Task<Ran> RunAlone(string line) => CommandLine.Run(CommandLine.Prepare(Root, line.Split(' ')));

    /// <summary>Runs a command line that must do what it is asked.</summary>
    public async Task<Ran> Does(string line) => (await Run(line)).Fine();

    /// <summary>Every file with its bytes, to see that nothing changed.</summary>
    public SortedDictionary<string, string> Snapshot() => new(Directory
        .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Root, f), f => Digest.Of(File.ReadAllBytes(f)).ToString()));

    public void Dispose() => _root.Delete(recursive: true);
}
