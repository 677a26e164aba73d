using System.CommandLine;
using System.CommandLine.Parsing;

namespace MicroPoints.Cli.Terminal;

/// <summary>Says what is wrong with a command line, a line each, without a page of help before it.</summary>
internal static class Mistakes
{
    public static int Print(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = Path(parsed.CommandResult);
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var unknown, ..])
            Console.Error.WriteLine(
                $"micropoints: '{path}' has no '{unknown}'; it has {string.Join(", ", command.Subcommands.Select(c => c.Name))}");
        else if (command.Subcommands.Count > 0)
            Console.Error.WriteLine(
                $"micropoints: '{path}' needs one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}");
        else
            foreach (var error in parsed.Errors.Select(Message).Distinct()) Console.Error.WriteLine($"micropoints: {Shown.Of(error)}");
        Console.Error.WriteLine($"  see '{path} --help'");
        return ExitCode.CouldNotRun;
    }

    /// <summary>The library names neither the argument that is missing nor types in words of people.</summary>
    private static string Message(ParseError error) =>
        error.SymbolResult is ArgumentResult { Tokens.Count: 0, Parent: CommandResult } missing
        ? $"<{missing.Argument.Name}> is missing: {missing.Argument.Description}"
        : error.Message.Split(" as expected type ")[0];

    /// <summary>The verb with those above it, as people type it.</summary>
    public static string Path(CommandResult? result) =>
        result is null ? "" : $"{Path(result.Parent as CommandResult)} {result.Command.Name}".Trim();
}
