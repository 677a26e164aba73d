using System.Globalization;
using System.Net;
using MicroPoints.Api;

namespace MicroPoints.Server;

/// <summary>Turns settings into options, noting each one that cannot be used.</summary>
internal sealed class OptionsParser(IConfiguration settings, List<string> errors)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public ServerOptions Parse()
    {
        var usual = new ServerOptions();
        var (demo, desk) = (Switch("demo"), Switch("desk"));
        var options = new ServerOptions
        {
            Listen = Text("listen") is { } listen ? ReadListen(listen)
                ?? Bad("listen", listen, "an address with a port such as 127.0.0.1:5080", usual.Listen) : usual.Listen,
            Certificate = Text("certificate") is { } pfx
                ? new TlsCertificate(pfx, Text("certificatePasswordFile")) : NoPassword(Text("certificatePasswordFile")),
            Lan = Switch("lan"),
            Demo = demo,
            Desk = desk,
            OpensBrowser = !Switch("noBrowser"),
            Restore = Text("restore"),
            BackupTo = Text("backupTo") is { } folder ? Place(folder, desk) : null,
            BackupsKept = Whole("backupsKept", usual.BackupsKept, 10_000),
            Data = Text("data") is { } data ? Place(data, desk)
                : desk ? DeskPlace.DataOf(demo) : demo ? DemoCounty.Directory : usual.Data,
            Database = Text("database") is { } database ? new ConnectionText(database) : null,
            PublicPage = Switch("publicPage"),
            Scope = Value("scope", usual.Scope, "a region of 2, 4, 6 or 9 digits",
                text => RegionCode.IsValid(text) ? new RegionCode(text) : (RegionCode?)null),
            Silo = ReadSilo(),
            Otlp = ReadOtlp(Text("otlp"), Text("otlpProtocol")),
            StopWithin = Seconds("stopWithinSeconds", usual.StopWithin, 600),
            // In a clerk's window a line for every request would hide the few that matter.
            LogLevel = Value("logLevel", desk ? LogLevel.Warning : usual.LogLevel,
                "one of trace, debug, information, warning, error, critical, none",
                text => Enum.TryParse<LogLevel>(text, true, out var level) && !char.IsDigit(text[0]) ? level : (LogLevel?)null),
            LogFormat = Text("logFormat") is not { } format ? null : format switch
            {
                "json" => LogFormat.Json,
                "text" => LogFormat.Text,
                _ => Bad<LogFormat?>("logFormat", format, "json or text", null),
            },
            Api = new ApiOptions
            {
                Hosts = Hosts(usual.Api.Hosts),
                RequestsPerSecond = Whole("requestsPerSecond", usual.Api.RequestsPerSecond, 10_000_000),
                RequestsAtOnce = Whole("requestsAtOnce", usual.Api.RequestsAtOnce, 10_000_000),
                RefusedKeysPerMinute = Whole("refusedKeysPerMinute", usual.Api.RefusedKeysPerMinute, 10_000_000),
                RequestTimeout = Seconds("requestTimeoutSeconds", usual.Api.RequestTimeout, 3600),
            },
        };
        Contradictions(options, demo);
        foreach (var setting in settings.GetChildren().Where(s => !_known.Contains(s.Key)))
            errors.Add($"'{setting.Key}' is not a setting; there are {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
        return options;
    }

    private void Contradictions(ServerOptions options, bool demo)
    {
        if (options.Database is not null && settings["data"] is not null) errors.Add("data and database are both set: "
            + "a database keeps everything, and a data directory beside it would hold nothing. Leave one of them out");
        if (options.Desk && options.Database is not null) errors.Add("desk and database are both set: a desk keeps its data beside the "
            + "program. Leave one of them out");
        if (!options.Desk && options.Restore is not null) errors.Add("restore is set and desk is not: "
            + "restore with 'micropoints restore', or start with --desk");
        if (options.Restore is not null && demo) errors.Add("restore and demo are both set: the demo makes its own data. "
            + "Leave one of them out");
        if (options.BackupTo is not null && (demo || options.Database is not null || options.Silo is not null)) errors.Add(
            $"backupTo is set and {(demo ? "demo" : options.Database is null ? "storage" : "database")} too: "
            + "only a data directory of your own is backed up daily. Leave one of them out");
        if (options.Silo?.FirstKey is not null && demo) errors.Add("firstKey and demo are both set: the demo has a key of its own. "
            + "Leave one of them out");
        if (options.Database is not null && demo) errors.Add("demo and database are both set: the demo makes its county in a "
            + "data directory. Leave database out, or bring the demo's data into it with 'micropoints migrate'");
        try { options.Certificate?.Load().Dispose(); }
        catch (ConfigurationException e) { errors.AddRange(e.Errors); }
        if (!options.Lan) return;
        if (options.Certificate is null) errors.Add("lan is on and certificate is not set: pages answer other machines only with TLS. "
            + "Set certificate to a PFX file, or leave lan out");
        if (IPAddress.IsLoopback(options.Listen.Address)) errors.Add($"lan is on and listen is {options.Listen}, which only this "
            + "machine reaches: set listen to the address that others reach, such as 0.0.0.0:5443");
        if (options.LanHost is null) errors.Add("lan is on and hosts names this machine alone: "
            + "add the name or address that others type, such as hosts localhost,127.0.0.1,desk.example");
    }

    private TlsCertificate? NoPassword(string? file)
    {
        if (file is not null) errors.Add("certificatePasswordFile is set and certificate is not: set certificate to a PFX file");
        return null;
    }

    private SiloSettings? ReadSilo()
    {
        var (storage, membership, advertised, gateway) = (Text("storage"), Text("membership"), Text("silo"), Text("gatewayPort"));
        var firstKey = Text("firstKey");
        if (storage is null && membership is null && advertised is null && gateway is null && firstKey is null) return null;
        if (membership is not null && advertised is null) errors.Add("membership is set and silo is not: other silos must reach this one. "
            + "Set silo to its own address and port, such as 10.0.0.7:11111");
        if (membership is null && advertised is not null) errors.Add("silo is set and membership is not: without a database to meet in "
            + "a silo is alone and nobody reaches it. Set membership, or leave silo out");
        var choice = storage?.Split(':', 2) switch
        {
            null => null,
            ["azure", { Length: > 0 } account] => new GrainStorageChoice(GrainStorageKind.Azure, new ConnectionText(account)),
            ["postgres", { Length: > 0 } database] => new GrainStorageChoice(GrainStorageKind.Postgres, new ConnectionText(database)),
            // What was given may hold a password, so it is not shown.
            _ => Unshown<GrainStorageChoice>("storage is neither azure:CONNECTION nor postgres:CONNECTION"),
        };
        var alone = new IPEndPoint(IPAddress.Loopback, 11111);
        return new SiloSettings(choice, membership is null ? null : new ConnectionText(membership),
            advertised is null ? alone
                : ReadListen(advertised) ?? Bad("silo", advertised, "an address with a port such as 10.0.0.7:11111", alone),
            gateway is null ? null : Whole("gatewayPort", 0, IPEndPoint.MaxPort))
        { FirstKey = firstKey };
    }

    private T? Unshown<T>(string error) where T : class
    {
        errors.Add(error);
        return null;
    }

    private string? Text(string name)
    {
        _known.Add(name);
        var section = settings.GetSection(name);
        if (section.GetChildren().Any()) errors.Add($"{name} is not one value");
        if (section.Value is not { } text) return null;
        if (!string.IsNullOrWhiteSpace(text)) return text;
        errors.Add($"{name} is empty: leave it out, or give it a value");
        return null;
    }

    private T Value<T>(string name, T usual, string wanted, Func<string, T?> read) where T : struct =>
        Text(name) is not { } text ? usual : read(text) ?? Bad(name, text, wanted, usual);

    private bool Switch(string name) =>
        Value(name, false, "true or false", text => bool.TryParse(text, out var on) ? on : (bool?)null);

    /// <summary>A path that is not whole is meant from where it was typed, or beside a program that was double-clicked.</summary>
    private static string Place(string text, bool desk) => desk ? Path.Combine(DeskPlace.Home, text) : text;

    private T Bad<T>(string name, string text, string wanted, T usual)
    {
        errors.Add($"{name} '{text}' is not {wanted}");
        return usual;
    }

    private int Whole(string name, int usual, int most) => Value(name, usual, $"a whole number from 1 to {most}",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole >= 1 && whole <= most
            ? whole : (int?)null);

    private TimeSpan Seconds(string name, TimeSpan usual, int most) =>
        TimeSpan.FromSeconds(Whole(name, (int)usual.TotalSeconds, most));

    /// <summary>One name, several separated by commas, or a JSON list.</summary>
    private IReadOnlyList<string> Hosts(IReadOnlyList<string> usual)
    {
        _known.Add("hosts");
        var section = settings.GetSection("hosts");
        string[] names = [.. section.GetChildren().Select(c => c.Value ?? ""),
            .. section.Value?.Split(',', StringSplitOptions.TrimEntries) ?? []];
        foreach (var name in names.Where(n => Uri.CheckHostName(n.Trim('[', ']')) == UriHostNameType.Unknown))
            errors.Add($"hosts: '{name}' is not a host name");
        return names.Length == 0 ? usual : names;
    }

    private static IPEndPoint? ReadListen(string text) =>
        text.Contains(':') && IPEndPoint.TryParse(text, out var place) && text.EndsWith($":{place.Port}", StringComparison.Ordinal)
            ? place : null;

    private OtlpTarget? ReadOtlp(string? text, string? protocol)
    {
        if (text is null) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return Bad<OtlpTarget?>("otlp", text, "an address such as http://127.0.0.1:4317", null);
        return OtlpTarget.Of(uri, protocol) ?? Bad<OtlpTarget?>("otlpProtocol", protocol!, "grpc or http/protobuf", null);
    }
}
