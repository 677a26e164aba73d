using System.Net;
using MicroPoints.Api;
using MicroPoints.Web;

namespace MicroPoints.Server;

/// <summary>Everything that may be set of a server; each line has a default.</summary>
public sealed record ServerOptions
{
    /// <summary>The data directory.</summary>
    public string Data { get; init; } = "data";

    /// <summary>The database that everything is kept in instead, together with other processes; null where a directory is.</summary>
    public ConnectionText? Database { get; init; }

    /// <summary>What only a silo is told; null where nothing of it was set.</summary>
    public SiloSettings? Silo { get; init; }

    /// <summary>Where it listens: this machine alone unless another address is named. Port 0 takes a free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 5080);

    /// <summary>The certificate that it speaks TLS with; null: it speaks without.</summary>
    public TlsCertificate? Certificate { get; init; }

    /// <summary>Whether pages answer other machines than this one. The API answers wherever it listens.</summary>
    public bool Lan { get; init; }

    /// <summary>Started by a double-click: data beside the program, a free port, the browser opened.</summary>
    public bool Desk { get; init; }

    /// <summary>Whether such a start opens the browser; the link is printed either way.</summary>
    public bool OpensBrowser { get; init; } = true;

    /// <summary>The backup that such a start makes its data from, where it has none yet; null: it takes those that are there.</summary>
    public string? Restore { get; init; }

    /// <summary>The second folder that each day's backup is written to; null: the one that is named at the desk.</summary>
    public string? BackupTo { get; init; }

    /// <summary>How many daily backups are kept.</summary>
    public int BackupsKept { get; init; } = 30;

    /// <summary>Makes the fictional county's data first, or takes up those that are there.</summary>
    public bool Demo { get; init; }

    /// <summary>What opens the demo's desk, in the link that is printed; drawn at each start.</summary>
    public string DemoTicket { get; init; } = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    /// <summary>Shows the scorecards' summary on the first page, to anybody.</summary>
    public bool PublicPage { get; init; }

    /// <summary>The region of the public page.</summary>
    public RegionCode Scope { get; init; } = RegionCode.Nation;

    /// <summary>Where traces, figures and logs are sent by OTLP; null: nowhere.</summary>
    public OtlpTarget? Otlp { get; init; }

    /// <summary>How long requests under way may take to finish when the server stops.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a page is waited for before it shows the progress of what was begun instead.</summary>
    public TimeSpan PagesAnswerWithin { get; init; } = PageOptions.Moment;

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>How the log is written; null: as text on a terminal, else as JSON, an object a line.</summary>
    public LogFormat? LogFormat { get; init; }

    /// <summary>Where else the log goes; null: to the standard output alone.</summary>
    public ILoggerProvider? LogsTo { get; init; }

    /// <summary>What tells the time; null: the system, or in the demo its own.</summary>
    public TimeProvider? Clock { get; init; }

    public ApiOptions Api { get; init; } = new();

    /// <summary>The first name by which other machines call it; null where there is none.</summary>
    internal string? LanHost => Api.Hosts.FirstOrDefault(h =>
        h != "localhost" && !(IPAddress.TryParse(h.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}

/// <summary>How a line of the log is written.</summary>
public enum LogFormat
{
    Json = 1,
    Text = 2,
}
