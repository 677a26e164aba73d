using System.Globalization;

namespace MicroPoints.Benchmarks;

/// <summary>What the command line asks for.</summary>
public sealed record BenchOptions
{
    public static readonly IReadOnlyList<string> Verbs =
        ["record", "one", "http", "batch", "round", "restart", "standings", "flat", "credit", "explain", "rules", "pages", "grains"];

    public IReadOnlyList<string> Run { get; private set; } = [];

    /// <summary>How long each contender runs in each round.</summary>
    public double Seconds { get; private set; } = 5;

    /// <summary>How often each contender's turn comes; the medians are over these.</summary>
    public int Rounds { get; private set; } = 5;

    /// <summary>Everything at a tiny scale, nothing installed, nothing judged.</summary>
    public bool Short { get; private set; }

    /// <summary>Where to write the table as Markdown, beside printing it.</summary>
    public string? Out { get; private set; }

    public int Chambers { get; private set; } = 41_352;
    public int Activities { get; private set; } = 10_000_000;

    /// <summary>Activities in one frame of the generated journal: how many a caller sent at once.</summary>
    public int PerFrame { get; private set; } = 1;

    /// <summary>The server's dll; null looks for the one built in this repository.</summary>
    public string? Server { get; private set; }

    /// <summary>How the server is told its directory and address.</summary>
    public string ServerArguments { get; private set; } =
        "--data {data} --listen 127.0.0.1:{port} --log-level warning --requests-per-second 10000000 --requests-at-once 10000000";

    /// <summary>Header lines sent with each request, such as an authorization.</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    /// <summary>A folder on a real disk for everything that is written.</summary>
    public string Folder { get; private set; } = Path.GetTempPath();

    public TimeSpan Turn => TimeSpan.FromSeconds(Seconds);
    public int Callers => 64;

    private const string Usage =
        "Usage: [record|one|http|batch|round|restart|standings|flat|credit|explain|rules|pages|grains|all] "
        + "[--seconds N] [--rounds N] [--short] "
        + "[--out FILE.md] [--chambers N] [--activities N] [--per-frame N] [--server DLL] [--server-arguments TEXT] "
        + "[--header LINE] [--folder DIRECTORY]";

    /// <summary>Reads the command line; null where it is right, else what is wrong with it.</summary>
    public static string? Parse(IReadOnlyList<string> args, out BenchOptions options)
    {
        var read = options = new BenchOptions();
        var verbs = new List<string>();
        if (args.Contains("--short")) read.Shorten();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--short") continue;
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) { verbs.Add(args[i]); continue; }
            if (i + 1 == args.Count || !read.Set(args[i], args[i + 1]))
                return $"{args[i]} is unknown, or its value is missing or wrong. {Usage}";
            i++;
        }
        if (verbs.FirstOrDefault(v => v != "all" && !Verbs.Contains(v)) is { } unknown) return $"'{unknown}' is unknown. {Usage}";
        read.Run = verbs.Count == 0 || verbs.Contains("all") ? Verbs : [.. Verbs.Where(verbs.Contains)];
        return null;
    }

    private void Shorten() => (Short, Seconds, Rounds, Chambers, Activities) = (true, 0.25, 1, 24, 5_000);

    private bool Set(string name, string value) => name switch
    {
        "--seconds" => Number(value, out var seconds) && Take(Seconds = seconds),
        "--rounds" => Number(value, out var rounds) && Take(Rounds = (int)rounds),
        "--out" => Take(Out = value),
        "--chambers" => Number(value, out var chambers) && Take(Chambers = (int)chambers),
        "--activities" => Number(value, out var activities) && Take(Activities = (int)activities),
        "--per-frame" => Number(value, out var perFrame) && Take(PerFrame = (int)perFrame),
        "--server" => Take(Server = value),
        "--server-arguments" => Take(ServerArguments = value),
        "--header" => Take(Headers = [.. Headers, value]),
        "--folder" => Directory.Exists(value) && Take(Folder = value),
        _ => false,
    };

    private static bool Number(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number > 0;

    private static bool Take(object _) => true;
}
