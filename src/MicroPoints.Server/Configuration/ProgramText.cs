namespace MicroPoints.Server;

/// <summary>What the program says of itself when it is asked and not started.</summary>
internal static class ProgramText
{
    private const string Help = """
        usage: MicroPoints.Server [--name value | --name=value] …

        --data DIR                         the data directory [data; of the demo: data/demo]
        --database CONNECTION              keep everything in this PostgreSQL database instead, with other processes:
                                           'Host=db.example;Database=micropoints;Username=micropoints'
        --listen ADDRESS:PORT              where it listens [127.0.0.1:5080]; port 0 takes a free one
        --certificate FILE                 speak TLS with the certificate in this PFX file
        --certificate-password-file FILE   a file with its password, where it has one
        --lan                              let pages answer other machines than this one; takes a certificate and hosts
        --desk                             keep the data beside the program and open the browser; what a double-click does
        --no-browser                       with --desk: print the link and open nothing
        --restore FILE                     with --desk: make its data from this backup first, where there are none yet
        --backup-to DIR                    write a backup of the data directory each day into this second folder
        --backups-kept N                   how many daily backups are kept [30]
        --demo                             serve the fictional county, made where it is not there yet
        --public-page                      show the scorecards' summary on the first page, to anybody
        --scope REGION                     the region of that page, 2, 4, 6 or 9 digits [the whole country]
        --hosts NAME,NAME                  names that it is called by
        --otlp URL                         where traces, figures and logs are sent
        --otlp-protocol NAME               grpc or http/protobuf [by the port]
        --log-level LEVEL                  trace, debug, information, warning, error, critical or none [information]
        --log-format NAME                  json, an object a line, or text [text on a terminal]
        --requests-per-second N            how many a key may send [2000]
        --requests-at-once N               how many of them before the rate counts [4000]
        --refused-keys-per-minute N        how many an address may send without a key in force [120]
        --request-timeout-seconds N        how long one may take
        --stop-within-seconds N            how long those under way may take when it stops [20]
        --help, --version                  this text; what it is

        of MicroPoints.Silo, the cluster edition, in place of --database:
        --storage azure:CONNECTION | postgres:CONNECTION
                                           where grains are kept; only a demo may leave them in memory
        --membership CONNECTION            the PostgreSQL database that silos meet in [the silo is alone]
        --silo ADDRESS:PORT                where other silos reach this one; needed with --membership
        --gateway-port PORT                where Orleans' own clients reach it, without any key [in a cluster nowhere]
        --first-key FILE                   issue the first approver's key of an empty storage into this new file; once

        A database's password is best in PGPASSWORD or a file that PGPASSFILE names: others see a command line.
        Each may also stand in micropoints.json as publicPage and in the environment as MICROPOINTS_PUBLIC_PAGE.
        The command line wins over the environment, and the environment over the file.
        """;

    /// <summary>The text asked for; null where the server shall start.</summary>
    /// <param name="editions">What is built in; null: what is built into the server.</param>
    public static string? AskedFor(string[] arguments, IReadOnlyList<string>? editions = null) =>
        arguments.Contains("--help") || arguments is ["-h"] ? Help
        : arguments.Contains("--version") ? $"micropoints {Hosting.Version}\n{string.Join('\n', editions ?? Hosting.Editions)}" : null;
}
