using System.CommandLine;
using MicroPoints.Identity;

namespace MicroPoints.Cli.Terminal;

/// <summary>Options and parsing that verbs share.</summary>
internal static class Common
{
    public static readonly Option<string?> Data = new(
        "--data")
    {
        Description = "the data directory [default: $MICROPOINTS_DATA, else ./data]",
        HelpName = "DIR",
        Recursive = true
    };
    public static readonly Option<OutputFormat> Format = MakeFormat();
    public static readonly Option<string> By = new(
        "--by")
    {
        Description = "who records it: an opaque id",
        HelpName = "ID",
        DefaultValueFactory = _ =>
        "local-clerk"
    };

    /// <summary>The data directory; whether anything is there is for the verb to see, but it is no file.</summary>
    public static string Directory(ParseResult parsed)
    {
        var path = parsed.GetValue(Data) ?? Environment.GetEnvironmentVariable(Place.DataVariable) ?? "data";
        if (string.IsNullOrWhiteSpace(path)) throw CliFailure.CouldNotRun("--data is empty: name a directory");
        return File.Exists(path) ? throw CliFailure.CouldNotRun($"{path} is a file: --data names a directory") : path;
    }

    public static Output Output(ParseResult parsed) =>
        new(parsed.GetResult(Format) is null ? OutputFormat.Table : parsed.GetValue(Format));

    /// <summary>On the command line the person who holds the directory is its authority.</summary>
    public static Actor Actor(ParseResult parsed)
    {
        var id = parsed.GetValue(By) ?? "local-clerk";
        return ActorId.IsValid(id)
            ? new Actor(new ActorId(id), Role.Approver, RegionCode.Nation)
            : throw CliFailure.CouldNotRun($"--by '{id}' is not an id: 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -");
    }

    /// <summary>A typed option that refuses what it cannot read, with the words that say what it takes.</summary>
    public static Option<T> Typed<T>(string name, string description, string help, Func<string, T> parse,
        bool required = false) => new(name)
        {
            Description = description,
            HelpName = help,
            Required = required,
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = result => Parsed(name, result, parse),
        };

    /// <summary>The same for an option that may be given several times.</summary>
    public static Option<T[]> TypedMany<T>(string name, string description, string help, Func<string, T> parse) => new(name)
    {
        Description = description,
        HelpName = help,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Parsed(name, result, token.Value, parse))],
    };

    public static Argument<T> TypedArgument<T>(string name, string description, Func<string, T> parse) => new(name)
    {
        Description = description,
        CustomParser = result => Parsed($"<{name}>", result, parse),
    };

    public static DateOnly Day(string text) => Calendar.TryParseDay(text, out var day) ? day
        : throw new FormatException($"'{text}' is not a day such as 2026-04-12, {Span}");

    public static On When(string text) => On.TryParse(text, out var on) ? on
        : throw new FormatException(
            $"'{text}' is not a day, month, quarter or year such as 2026-04-12, 2026-04, 2026Q2, 2026, {Span}");

    private static string Span => $"from {Calendar.Text(Limits.FirstDay)} to {Calendar.Text(Limits.LastDay)}";

    /// <summary>An instant, or a day, which means through its end in Asia/Shanghai.</summary>
    public static DateTimeOffset Known(string text) => Calendar.TryParseDay(text, out var day) ? Calendar.EndOf(day)
        : Calendar.TryParseInstant(text, out var instant) ? instant
        : throw new FormatException($"'{text}' is not a day such as 2026-04-12 or an instant such as 2026-04-12T08:00:00Z");

    public static byte[] ReadFile(string path) => File.ReadAllBytes(ExistingFile(path));

    /// <summary>A file that a verb reads.</summary>
    public static string ExistingFile(string path) => File.Exists(path) ? path
        : throw CliFailure.CouldNotRun(System.IO.Directory.Exists(path) ? $"{path} is a directory: name a file"
            : $"there is no file {path}");

    private static T Parsed<T>(string name, System.CommandLine.Parsing.ArgumentResult result, Func<string, T> parse) =>
        result.Tokens is [.., var token] ? Parsed(name, result, token.Value, parse) : default!;

    private static T Parsed<T>(string name, System.CommandLine.Parsing.ArgumentResult result, string text, Func<string, T> parse)
    {
        try { return parse(text); }
        catch (FormatException e)
        {
            result.AddError($"{name}: {e.Message}");
            return default!;
        }
    }

    private static Option<OutputFormat> MakeFormat()
    {
        var option = Typed("--output", "table for people, json for programs [default: table]", "table|json", text => text switch
        {
            "table" => OutputFormat.Table,
            "json" => OutputFormat.Json,
            _ => throw new FormatException($"'{text}' is neither table nor json"),
        });
        option.Recursive = true;
        return option;
    }
}
