using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Where a verb can be done.</summary>
internal enum Reach
{
    /// <summary>On a data directory alone.</summary>
    Directory = 1,

    /// <summary>On a data directory, a database or a server.</summary>
    DirectoryOrServer = 2,

    /// <summary>On files or places that it names itself.</summary>
    Files = 3,

    /// <summary>On a data directory or a database.</summary>
    Store = 4,

    /// <summary>From a data directory into a database.</summary>
    Migration = 5,

    /// <summary>As a server of either.</summary>
    Serving = 6,
}

/// <summary>Chooses between a data directory, a database and a server: what the command line names wins over the environment.</summary>
internal static class Place
{
    public const string ServerVariable = "MICROPOINTS_SERVER", KeyVariable = "MICROPOINTS_KEY", DataVariable = "MICROPOINTS_DATA",
        DatabaseVariable = "MICROPOINTS_DATABASE";

    public static readonly Option<string?> Server = new("--server")
    {
        Description = "work on a server instead of a directory [default: $MICROPOINTS_SERVER]",
        HelpName = "URL",
        Recursive = true,
    };

    public static readonly Option<string?> ApiKey = new("--api-key")
    {
        Description = "the server's key, or a file with it, which others cannot see in the list of processes [default: $MICROPOINTS_KEY]",
        HelpName = "KEY|@FILE",
        Recursive = true,
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = "work on a PostgreSQL database instead of a directory; a password is best in PGPASSWORD or a file that "
            + "PGPASSFILE names [default: $MICROPOINTS_DATABASE]",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    /// <summary>The server's address; null where the verb works on a directory or a database.</summary>
    public static string? ServerOf(ParseResult parsed) => IsNamed(parsed, Server) ? parsed.GetValue(Server) ?? ""
        : IsNamed(parsed, Common.Data) || IsNamed(parsed, Database) ? null : Environment.GetEnvironmentVariable(ServerVariable);

    /// <summary>How the database is reached; null where the verb works on a directory or a server.</summary>
    public static string? DatabaseOf(ParseResult parsed)
    {
        if (IsNamed(parsed, Database)) return NamedDatabase(parsed);
        if (IsNamed(parsed, Common.Data) || ServerOf(parsed) is not null) return null;
        if (Environment.GetEnvironmentVariable(DatabaseVariable) is not { Length: > 0 } database) return null;
        return Environment.GetEnvironmentVariable(DataVariable) is null ? database : throw CliFailure.CouldNotRun(
            $"${DataVariable} and ${DatabaseVariable} are both set: name the one that is meant with --data or --database");
    }

    /// <summary>The database of a verb that cannot do without one.</summary>
    public static string NamedDatabase(ParseResult parsed)
    {
        var named = IsNamed(parsed, Database) ? parsed.GetValue(Database) : Environment.GetEnvironmentVariable(DatabaseVariable);
        return string.IsNullOrWhiteSpace(named) ? throw CliFailure.CouldNotRun("--database is missing: give a connection string such as "
            + "'Host=db.example;Database=micropoints;Username=micropoints'") : named;
    }

    /// <summary>Says clearly where a verb cannot be done.</summary>
    public static void Check(ParseResult parsed, Reach reach)
    {
        List<string> named = [.. ((Option[])[Server, Database, Common.Data]).Where(o => IsNamed(parsed, o)).Select(o => o.Name)];
        if (reach != Reach.Migration && named.Count > 1)
            throw CliFailure.CouldNotRun($"{string.Join(" and ", named)} stand together: name the one that is meant");
        var verb = Mistakes.Path(parsed.CommandResult);
        CheckServer(parsed, reach, verb);
        if (reach is Reach.Directory or Reach.Files && (reach == Reach.Files ? IsNamed(parsed, Database) : DatabaseOf(parsed) is not null))
            throw CliFailure.CouldNotRun(OfDirectory(verb.Split(' ')[^1]) is { } instead ? $"'{verb}' works on a data directory: {instead}"
                : $"'{verb}' does not work on a database: leave --database out");
    }

    private static void CheckServer(ParseResult parsed, Reach reach, string verb)
    {
        var isNamed = IsNamed(parsed, Server);
        var needsNoData = reach is Reach.Files or Reach.Serving or Reach.Migration;
        if (reach == Reach.DirectoryOrServer || (needsNoData ? !isNamed : ServerOf(parsed) is null)) return;
        throw CliFailure.CouldNotRun(needsNoData
            ? $"'{verb}' does not work on a server: leave --server out"
            : $"'{verb}' works on a data directory, not on a server: run it where the data lie"
                + (isNamed ? ", without --server" : $", and name them with --data, since ${ServerVariable} is set"));
    }

    /// <summary>What is done with a database instead, which has tools of its own.</summary>
    private static string? OfDirectory(string verb) => verb switch
    {
        "backup" => "a database is backed up with PostgreSQL's own pg_dump, or pg_basebackup, while servers work on it",
        "restore" => "a database is restored with PostgreSQL's own pg_restore; then run 'micropoints verify --database'",
        "rebuild" => "nothing beside a database is derived from it; 'micropoints verify --database' checks what is in it",
        _ => null,
    };

    public static Task<IDesk> Open(ParseResult parsed, CancellationToken cancel) => Open(parsed, OpenStore.Open, cancel);

    /// <summary>As <see cref="Open(ParseResult, CancellationToken)"/>, where a directory must hold data already.</summary>
    public static Task<IDesk> OpenExisting(ParseResult parsed, CancellationToken cancel) =>
        Open(parsed, OpenStore.OpenExisting, cancel);

    private static async Task<IDesk> Open(
        ParseResult parsed, Func<ParseResult, CancellationToken, Task<OpenStore>> open, CancellationToken cancel) =>
        ServerOf(parsed) is { } server ? ServerDesk.Open(parsed, server)
        : new DirectoryDesk(await open(parsed, cancel), parsed);

    private static bool IsNamed(ParseResult parsed, Option option) => parsed.GetResult(option) is not null;
}
