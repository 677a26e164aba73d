using System.Text.Json;

namespace MicroPoints.Cli.Tests.Remote;

/// <summary>Serving, and measuring the machine that does it.</summary>
public sealed class ServeTests
{
    [Theory]
    [InlineData("serve --listen nonsense", "the settings cannot be used", "listen 'nonsense' is not an address with a port")]
    [InlineData("serve --config missing.json", "there is no file missing.json")]
    [InlineData("serve --config bad.json", "the settings cannot be used", "'colour' is not a setting", "'speed' is not a setting")]
    [InlineData("serve --data chambers.csv", "chambers.csv is a file")]
    [InlineData("serve extra", "extra")]
    public async Task It_says_what_is_wrong(string line, params string[] saying)
    {
        using var desk = await Desk.WithChambers();
        desk.Write("bad.json", """{ "colour": "red", "speed": 3 }""");
        (await desk.Run(line)).CouldNotRun(saying);
    }

    [Fact]
    public async Task What_the_command_line_reads_from_the_environment_is_no_setting_of_the_server()
    {
        using var desk = new Desk();
        var start = CommandLine.Prepare(desk.Root, "serve", "--listen", "nonsense");
        (start.Environment["MICROPOINTS_SERVER"], start.Environment["MICROPOINTS_KEY"]) = ("http://127.0.0.1:1", "@k");
        var ran = (await CommandLine.Run(start)).CouldNotRun("listen 'nonsense'");
        Assert.DoesNotContain("is not a setting", ran.Error);
    }

    [Fact]
    public async Task The_version_says_what_the_server_runs_that_the_command_line_or_the_environment_names()
    {
        await using var served = await ServedDesk.Of(new Desk());
        var named = await served.Desk.Does($"--version --server {served.Address}");
        foreach (var ran in new[] { named, (await served.Run("--version")).Fine() })
        {
            var said = ran.Out.ReplaceLineEndings("\n").Split($"server {served.Address}: micropoints ");
            Assert.Contains("stores: embedded journal", said[0]);
            Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+\n.*micropoints-proof/1.*embedded journal", said[1]);
        }
        Assert.DoesNotContain("server", (await served.Desk.Does("--version")).Out);
    }

    [Fact]
    public async Task Where_no_terminal_shows_its_log_it_is_an_object_a_line()
    {
        await using var served = await ServedDesk.Of(new Desk());
        using var http = new HttpClient();
        var answer = await http.GetAsync($"{served.Address}/health/live");
        var line = JsonDocument.Parse(await served.Logged()).RootElement;
        Assert.Equal(("Information", "/health/live", 200), (line.GetProperty("LogLevel").GetString(),
            line.GetProperty("State").GetProperty("Route").GetString(), line.GetProperty("State").GetProperty("Status").GetInt32()));
        Assert.Equal(answer.Headers.GetValues("X-Request-Id").Single(), line.GetProperty("State").GetProperty("RequestId").GetString());
    }

    [Fact]
    public async Task A_second_server_on_the_same_directory_is_told_that_it_is_in_use()
    {
        await using var served = await ServedDesk.Of(new Desk());
        (await served.Desk.Run("serve --data served --listen 127.0.0.1:0")).CouldNotRun("served");
    }

    [Fact]
    public async Task Bench_measures_and_leaves_nothing_behind()
    {
        using var desk = await Desk.WithChambers();
        var before = desk.Snapshot();
        var measured = (await desk.Does("bench --output json")).Json;
        foreach (var figure in measured.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number))
            Assert.True(figure.Value.GetDouble() > 0, figure.Name);
        Assert.Equal(4, measured.EnumerateObject().Count());
        Assert.Equal(before, desk.Snapshot());
        (await desk.Run("bench extra")).CouldNotRun("extra");
    }
}
