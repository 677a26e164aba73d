using System.Collections;
using Microsoft.Extensions.Configuration.Json;

namespace MicroPoints.Server;

/// <summary>The configuration cannot be used; the message holds everything that is wrong, a line each.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> errors) : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<string> Errors { get; } = errors;
}

/// <summary>Reads options from <c>micropoints.json</c>, the environment and the command line, the later winning.</summary>
public static class OptionsReader
{
    private const string Prefix = "MICROPOINTS_";

    /// <summary>What the command line reads from the same environment, which is no setting of a server.</summary>
    private static readonly string[] OfTheCommandLine = ["SERVER", "KEY", "DEBUG"];

    private static readonly string[] Switches = ["demo", "publicPage", "lan", "desk", "noBrowser"];

    /// <exception cref="ConfigurationException">All that is wrong with it, at once.</exception>
    /// <param name="file">Null: <c>micropoints.json</c> where the program is started, if it is there.</param>
    /// <param name="environment">Null: the process's own.</param>
    public static ServerOptions Read(string[] arguments, string? file = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var errors = new List<string>();
        var builder = new ConfigurationBuilder();
        // Started by a double-click, a program looks beside itself: nobody chose where it was started.
        var folder = DeskStart.IsAskedFor(arguments) ? DeskPlace.Home : Environment.CurrentDirectory;
        var path = Path.GetFullPath(file ?? "micropoints.json", folder);
        if (file is not null && !File.Exists(path)) errors.Add($"there is no file {path}");
        else if (File.Exists(path)) builder.AddJsonFile(path, optional: false);
        environment ??= Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "");
        builder.AddInMemoryCollection(OfOpenTelemetry(environment));
        builder.AddInMemoryCollection(Variables(environment));
        builder.AddInMemoryCollection(Arguments(arguments, errors));
        var options = new OptionsParser(Root(builder, path, errors), errors).Parse();
        return errors.Count == 0 ? options : throw new ConfigurationException(errors);
    }

    private static IConfiguration Root(ConfigurationBuilder builder, string path, List<string> errors)
    {
        try { return builder.Build(); }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            errors.Add($"{path} is not JSON: {e.InnerException?.Message ?? e.Message}");
            // What else is wrong is told with it.
            foreach (var file in builder.Sources.OfType<JsonConfigurationSource>().ToList()) builder.Sources.Remove(file);
            return builder.Build();
        }
    }

    /// <summary>What its own variables say, which every exporter knows; empty means not set there.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> OfOpenTelemetry(IReadOnlyDictionary<string, string> environment) =>
        from known in (KeyValuePair<string, string>[])
            [new("OTEL_EXPORTER_OTLP_ENDPOINT", "otlp"), new("OTEL_EXPORTER_OTLP_PROTOCOL", "otlpProtocol")]
        where !string.IsNullOrWhiteSpace(environment.GetValueOrDefault(known.Key))
        select KeyValuePair.Create(known.Value, (string?)environment[known.Key]);

    /// <summary><c>MICROPOINTS_PUBLIC_PAGE</c> is <c>publicPage</c>.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Variables(IReadOnlyDictionary<string, string> environment) =>
        from variable in environment
        where variable.Key.StartsWith(Prefix, StringComparison.Ordinal)
            && !OfTheCommandLine.Contains(variable.Key[Prefix.Length..])
        select KeyValuePair.Create(
            Camel(variable.Key[Prefix.Length..].ToLowerInvariant().Replace('_', '-')), (string?)variable.Value);

    /// <summary><c>--name value</c>, <c>--name=value</c> or a bare switch.</summary>
    private static Dictionary<string, string?> Arguments(string[] arguments, List<string> errors)
    {
        var given = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                errors.Add($"'{arguments[i]}' is not an option: options begin with --");
                continue;
            }
            var halves = arguments[i][2..].Split('=', 2);
            var name = Camel(halves[0]);
            string? value = halves.Length == 2 ? halves[1]
                : Switches.Contains(name) ? "true"
                : i + 1 < arguments.Length && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++i] : null;
            if (value is null) errors.Add($"--{halves[0]} needs a value");
            else if (!given.TryAdd(name, value)) errors.Add($"--{halves[0]} stands twice: give it once");
        }
        return given;
    }

    /// <summary><c>public-page</c> as <c>publicPage</c>.</summary>
    private static string Camel(string name) => string.Concat(name.Split('-').Select((part, i) =>
        i == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
