using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MicroPoints.Server;

namespace MicroPoints.Api.Tests;

/// <summary>The lines that the README shows for the demo's server, typed as they stand.</summary>
public sealed class ReadMeTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Address = "http://127.0.0.1:5080";

    private static IReadOnlyList<string> Lines { get; } = [.. File.ReadAllText(ReadMe())
        .Split("## Two commands")[1].Split("\n## ")[0].Split('\n').Select(l => l.Trim())
        .Where(l => l.StartsWith("curl ", StringComparison.Ordinal) || l.StartsWith("KEY=", StringComparison.Ordinal))];

    [Fact]
    public async Task Three_lines_award_points_and_show_the_scorecard_and_the_standings()
    {
        Assert.Equal(4, Lines.Count);
        var award = await Typed(Lines[1]);
        Assert.Equal(("recorded", "award-1"), (award["answer"]!.ToString(), award["id"]!.ToString()));
        Assert.Contains(award["credited"]!.AsArray(), line => line!["indicator"]!.ToString() == "J5");
        Assert.Equal("exists", (await Typed(Lines[1]))["answer"]!.ToString());
        Assert.Equal("990101001", (await Typed(Lines[2]))["chamber"]!.ToString());
        Assert.Equal(5, (await Typed(Lines[3]))["standings"]!.AsArray().Count);
    }

    [Fact]
    public void The_servers_welcome_shows_the_same_lines() => Assert.All(Lines, line =>
        Assert.Contains(line, DemoCounty.Welcome(Address, "ticket", "data/demo/demo.key"), StringComparison.Ordinal));

    private static string ReadMe([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../README.md"));

    private async Task<JsonNode> Typed(string line)
    {
        var script = $"{Lines[0]}\n{line}".Replace(Address, server.Running.Address, StringComparison.Ordinal)
            .Replace("data/demo/", server.Data + "/", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"set -e\n{script} --silent --show-error --fail-with-body");
        using var shell = Process.Start(start)!;
        var answer = await shell.StandardOutput.ReadToEndAsync();
        Assert.True(await Ended(shell) == 0, answer + await shell.StandardError.ReadToEndAsync());
        return JsonNode.Parse(answer)!;
    }

    private static async Task<int> Ended(Process shell)
    {
        await shell.WaitForExitAsync();
        return shell.ExitCode;
    }
}
