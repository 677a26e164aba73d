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
}
