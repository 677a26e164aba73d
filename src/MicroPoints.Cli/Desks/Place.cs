using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Where a verb can be done.</summary>
internal enum Reach
{
    /// <summary>On a data directory alone.</summary>
    Directory = 1,

    /// <summary>On a data directory or a server.</summary>
    DirectoryOrServer = 2,

    /// <summary>On files or places that it names itself.</summary>
    Files = 3,
}

/// <summary>Chooses between a data directory and a server: what the command line names wins over the environment.</summary>
internal static class Place
{
    public const string ServerVariable = "MICROPOINTS_SERVER", KeyVariable = "MICROPOINTS_KEY";

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

    /// <summary>The server's address; null where the verb works on a directory.</summary>
    public static string? ServerOf(ParseResult parsed) => parsed.GetResult(Server) is not null ? parsed.GetValue(Server) ?? ""
        : parsed.GetResult(Common.Data) is null ? Environment.GetEnvironmentVariable(ServerVariable) : null;

    /// <summary>Says clearly where a verb cannot be done.</summary>
    public static void Check(ParseResult parsed, Reach reach)
    {
        var isNamed = parsed.GetResult(Server) is not null;
        if (isNamed && parsed.GetResult(Common.Data) is not null)
            throw CliFailure.CouldNotRun("--server and --data stand together: name the one that is meant");
        if (reach == Reach.DirectoryOrServer || (reach == Reach.Files ? !isNamed : ServerOf(parsed) is null)) return;
        var verb = Mistakes.Path(parsed.CommandResult);
        throw CliFailure.CouldNotRun(reach == Reach.Files
            ? $"'{verb}' does not work on a server: leave --server out"
            : $"'{verb}' works on a data directory, not on a server: run it where the data lie"
                + (isNamed ? ", without --server" : $", and name them with --data, since ${ServerVariable} is set"));
    }

    public static Task<IDesk> Open(ParseResult parsed, CancellationToken cancel) => Open(parsed, OpenStore.Open, cancel);

    /// <summary>As <see cref="Open(ParseResult, CancellationToken)"/>, where a directory must hold data already.</summary>
    public static Task<IDesk> OpenExisting(ParseResult parsed, CancellationToken cancel) =>
        Open(parsed, OpenStore.OpenExisting, cancel);

    private static async Task<IDesk> Open(
        ParseResult parsed, Func<ParseResult, CancellationToken, Task<OpenStore>> open, CancellationToken cancel) =>
        ServerOf(parsed) is { } server ? ServerDesk.Open(parsed, server)
        : new DirectoryDesk(await open(parsed, cancel), parsed);
}
