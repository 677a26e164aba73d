using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Server;

namespace MicroPoints.Cli;

/// <summary>Serves a data directory or a database over HTTP until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>Requests under way finish before the store is closed, which is longer than other verbs take to stop.</summary>
    public static readonly TimeSpan StopsWithin = TimeSpan.FromMinutes(11);

    private static readonly Option<string?> Listen = new("--listen")
    {
        Description = "where it listens [default: 127.0.0.1:5080]; port 0 takes a free one",
        HelpName = "ADDRESS:PORT",
    };
    private static readonly Option<bool> Demo = new("--demo")
    { Description = "serve the fictional county, made in ./data/demo where it is not there yet" };
    private static readonly Option<bool> PublicPage = new("--public-page")
    { Description = "show the scorecards' summary on the first page, to anybody" };
    private static readonly Option<string?> Config = new("--config")
    { Description = "settings [default: micropoints.json, where it is there]", HelpName = "FILE" };

    public static Command Build() => new Verb("serve", "serve a directory or a database over HTTP 启动服务", "serve --data data",
            "serve --demo", "serve --database 'Host=db.example;Database=micropoints;Username=micropoints'",
            "serve --data data --listen 10.0.0.5:5080 --config /etc/micropoints.json")
        .With(Listen, Demo, PublicPage, Config).Does(Run, Reach.Serving);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var arguments = new List<string>();
        if (parsed.GetResult(Common.Data) is not null) arguments.Add($"--data={Common.Directory(parsed)}");
        if (parsed.GetResult(Place.Database) is not null) arguments.Add($"--database={Place.DatabaseOf(parsed)}");
        if (parsed.GetValue(Listen) is { } listen) arguments.Add($"--listen={listen}");
        if (parsed.GetValue(Demo)) arguments.Add("--demo");
        if (parsed.GetValue(PublicPage)) arguments.Add("--public-page");
        if (parsed.GetValue(Config) is { } config) Common.ExistingFile(config);
        ServerOptions options;
        try { options = OptionsReader.Read([.. arguments], parsed.GetValue(Config)); }
        catch (ConfigurationException e)
        {
            throw new CliFailure(ExitCode.CouldNotRun, "the settings cannot be used", e.Errors);
        }
        if (options.Database is null && File.Exists(options.Data))
            throw CliFailure.CouldNotRun($"{options.Data} is a file: --data names a directory");
        await Hosting.Run(options, Console.Out, cancel);
        return ExitCode.Fine;
    }
}
