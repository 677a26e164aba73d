using System.Net;
using MicroPoints.Server;
using Microsoft.Extensions.Logging;

namespace MicroPoints.Api.Tests;

public sealed class OptionsReaderTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("micropoints-options-");

    private static ServerOptions Read(string[] arguments, string? file, params (string Name, string Value)[] environment) =>
        OptionsReader.Read(arguments, file, environment.ToDictionary(v => v.Name, v => v.Value));

    public void Dispose() => _directory.Delete(recursive: true);

    private string File(string text)
    {
        var path = Path.Combine(_directory.FullName, "micropoints.json");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var file = File("""
            {"data":"","listen":"nowhere","scope":"45x","otlp":"collector","hosts":["a b"],"requestsPerSecond":0,
             "requestTimeoutSeconds":"soon","publicPage":"perhaps","logLevel":"loud","logFormat":"xml","colour":"red","api":{"x":1}}
            """);
        var errors = Assert.Throws<ConfigurationException>(() => Read(["--size", "stray", "--data"], file)).Errors;
        foreach (var named in (string[])["data", "listen", "scope", "otlp", "hosts", "requestsPerSecond", "requestTimeoutSeconds",
            "publicPage", "logLevel", "logFormat", "colour", "api", "size"])
            Assert.True(errors.Any(e => e.Contains(named)), $"{named} is not named:\n{string.Join('\n', errors)}");
    }

    [Fact]
    public void A_file_that_is_not_JSON_hides_nothing_else_that_is_wrong()
    {
        var errors = Assert.Throws<ConfigurationException>(
            () => Read(["--log-level", "loud"], File("{"), ("MICROPOINTS_LISTEN", "nowhere"))).Errors;
        foreach (var named in (string[])["is not JSON", "listen 'nowhere'", "logLevel 'loud'"])
            Assert.Contains(errors, e => e.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_names_every_setting_and_version_says_what_is_built_in()
    {
        var settings = Assert.Throws<ConfigurationException>(() => Read([], File("""{"colour":"red"}"""))).Message.Split("there are ")[1];
        var help = ProgramText.AskedFor(["--help"])!;
        Assert.All(settings.Split(", "), s => Assert.Contains(
            $"--{string.Concat(s.Select(c => char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{c}"))} ", help,
            StringComparison.Ordinal));
        Assert.Contains("embedded journal", ProgramText.AskedFor(["--version"]), StringComparison.Ordinal);
        Assert.Null(ProgramText.AskedFor(["--data", "help", "--demo"]));
    }

    [Fact]
    public void A_desk_keeps_its_data_beside_the_program_and_a_demo_apart_from_them()
    {
        var home = AppContext.BaseDirectory;
        var desk = Read(["--desk"], File("{}"));
        Assert.Equal((Path.Combine(home, "data"), LogLevel.Warning), (desk.Data, desk.LogLevel));
        Assert.Equal(Path.Combine(home, "demo"), Read(["--desk", "--demo"], File("{}")).Data);
        var named = Read(["--desk", "--no-browser"], File("""{"data":"county","backupTo":"/mnt/b"}"""), ("MICROPOINTS_BACKUPS_KEPT", "7"));
        Assert.Equal((Path.Combine(home, "county"), "/mnt/b", 7, false),
            (named.Data, named.BackupTo, named.BackupsKept, named.OpensBrowser));
    }

    [Theory]
    [InlineData("backupTo", "--demo", "--backup-to", "b")]
    [InlineData("backupTo", "--database", "Host=x", "--backup-to", "b")]
    [InlineData("backupTo", "--storage", "azure:x", "--backup-to", "b")]
    [InlineData("desk", "--desk", "--database", "Host=x")]
    [InlineData("restore", "--restore", "b.zip")]
    [InlineData("restore", "--desk", "--demo", "--restore", "b.zip")]
    public void What_would_be_ignored_is_refused(string named, params string[] arguments) => Assert.Contains(
        named, Assert.Single(Assert.Throws<ConfigurationException>(() => Read(arguments, File("{}"))).Errors), StringComparison.Ordinal);

    [Fact]
    public void A_database_and_a_directory_are_not_named_together()
    {
        Assert.Equal("Host=x", Read([], File("{}"), ("MICROPOINTS_DATABASE", "Host=x")).Database!.Reveal());
        foreach (var arguments in (string[][])[["--data=d"], ["--demo"]])
            Assert.Contains("database are both set", Assert.Throws<ConfigurationException>(
                () => Read(arguments, File("""{"database":"Host=x;Password=geheim"}"""))).Message);
    }

    [Theory]
    [InlineData("membership is set and silo is not", "--storage=azure:x", "--membership=Host=x")]
    [InlineData("silo is set and membership is not", "--storage=azure:x", "--silo=10.0.0.7:11111")]
    [InlineData("firstKey and demo are both set", "--demo", "--first-key=f")]
    public void What_a_silo_is_told_fits_together(string told, params string[] arguments) =>
        Assert.Contains(told, Assert.Throws<ConfigurationException>(() => Read(arguments, File("{}"))).Message);

    [Fact]
    public void A_silo_has_a_gateway_only_where_its_port_is_set()
    {
        string[] cluster = ["--storage=azure:x", "--membership=Host=x", "--silo=10.0.0.7:11111"];
        Assert.Null(Read(cluster, File("{}")).Silo!.GatewayPort);
        Assert.Equal(30000, Read([.. cluster, "--gateway-port=30000"], File("{}")).Silo!.GatewayPort);
    }

    [Fact]
    public void A_password_in_a_connection_string_is_never_shown()
    {
        var options = Read(["--database=Host=x;Password=geheim"], File("{}"));
        Assert.DoesNotContain("geheim", $"{options} {options.Database}", StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", Assert.Throws<ConfigurationException>(
            () => Read(["--database", "Host=x;Password=geheim", "--database", "Host=geheim", "--data", "d"], File("{}"))).Message);
    }

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        var options = Read(["--data", "here", "--public-page", "--listen=127.0.0.1:0"], File("""
            {"data":"there","scope":"45","hosts":["county.example"],"logLevel":"warning","logFormat":"text","requestTimeoutSeconds":5}
            """));
        Assert.Equal(("here", true, 0, "45"), (options.Data, options.PublicPage, options.Listen.Port, options.Scope.Value));
        Assert.Equal((LogLevel.Warning, LogFormat.Text, 5d),
            (options.LogLevel, options.LogFormat, options.Api.RequestTimeout.TotalSeconds));
        Assert.Equal(["county.example"], options.Api.Hosts);
    }

    [Fact]
    public void The_environment_wins_over_the_file_and_unknown_variables_are_named()
    {
        Assert.True(Read([], File("""{"publicPage":false}"""), ("MICROPOINTS_PUBLIC_PAGE", "true"), ("PATH", "x")).PublicPage);
        Assert.Contains("colour", Assert.Throws<ConfigurationException>(
            () => Read([], File("{}"), ("MICROPOINTS_COLOUR", "red"))).Message);
    }

    [Fact]
    public void Unless_told_otherwise_it_listens_to_this_machine_alone()
    {
        var options = Read([], File("{}"));
        Assert.True(IPAddress.IsLoopback(options.Listen.Address));
        Assert.False(options.PublicPage || options.Demo);
        Assert.Equal("data/demo", Read(["--demo"], File("{}")).Data);
    }

    [Fact]
    public void A_file_that_is_no_JSON_or_is_not_there_is_named()
    {
        Assert.Contains("micropoints.json", Assert.Throws<ConfigurationException>(() => Read([], File("{"))).Message);
        Assert.Contains("none.json", Assert.Throws<ConfigurationException>(() => Read([], "none.json")).Message);
    }

    [Theory]
    [InlineData("http://127.0.0.1:4318", null, "http://127.0.0.1:4318/v1/traces")]
    [InlineData("http://127.0.0.1:4317", null, "http://127.0.0.1:4317/")]
    [InlineData("http://collector:4317", "http/protobuf", "http://collector:4317/v1/traces")]
    [InlineData("http://collector:4318", "grpc", "http://collector:4318/")]
    [InlineData("https://collector/otlp", "http/protobuf", "https://collector/otlp/v1/traces")]
    [InlineData("https://collector/otlp/", "http/protobuf", "https://collector/otlp/v1/traces")]
    public void OpenTelemetrys_own_variables_say_where_it_sends(string endpoint, string? protocol, string traces) =>
        Assert.Equal(new Uri(traces), Read([], File("{}"), ("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol ?? "")).Otlp?.For("traces"));

    [Fact]
    public void Its_own_settings_win_over_those_variables_and_a_protocol_it_does_not_speak_is_named()
    {
        Assert.Equal(new OtlpTarget(new Uri("http://here:4318"), IsHttp: true), Read(["--otlp", "http://here:4318"], File("{}"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://there:4317")).Otlp);
        Assert.Null(Read([], File("{}"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "")).Otlp);
        Assert.Contains("http/json", Assert.Throws<ConfigurationException>(() => Read([], File("{}"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://there:4317"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"))).Message);
    }
}
