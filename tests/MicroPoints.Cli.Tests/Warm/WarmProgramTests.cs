using MicroPoints.Cli.Tests.County;
using MicroPoints.Cli.Tests.Demo;

namespace MicroPoints.Cli.Tests.Warm;

/// <summary>A warm program answers, byte for byte, as a process that runs one command line from its start to its end.</summary>
public sealed class WarmProgramTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    private static readonly string[] Lines =
    [
        "--version", "standings --help", "", "fly", "standings --output json", "scorecard 990101003", "scorecard c-99",
        "activities record --chamber c-99 --id v --kind member.visited --on 2026-04-12 --count 1",
        "round show demo-2026 --output json", "round replay data/proofs/demo-2026.zip", "rules check broken.yaml",
        "rules explain lenient.yaml M4 --output json", "serve --listen nonsense", "verify", "standings --data nowhere",
        "export chambers --out no/where/c.xlsx",
    ];

    [Fact]
    public async Task It_answers_as_a_process_of_its_own()
    {
        demo.Desk.Write("lenient.yaml", Lenient.Yaml).Write("broken.yaml", "ruleset: [\n");
        foreach (var line in Lines)
        {
            var alone = await demo.Desk.RunAlone(line);
            // The second time every warm program has been through the other lines, and has kept what it keeps.
            foreach (var warm in (Ran[])[await demo.Desk.Run(line), await demo.Desk.Run(line)])
                Assert.Equal((alone.ToString(), Convert.ToHexString(alone.Bytes)), (warm.ToString(), Convert.ToHexString(warm.Bytes)));
        }
    }

    [Fact]
    public async Task It_forgets_the_directory_and_the_environment_of_the_line_before()
    {
        using Desk full = await Desk.WithChambers(), empty = new();
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.Contains("青石镇商会", (await CommandLine.RunWarm(empty.Root, ["chambers", "list"],
                ("MICROPOINTS_DATA", full.PathOf("data")))).Fine().Out);
            (await empty.Run("chambers list")).CouldNotRun("no MicroPoints data in data");
            Assert.Contains("青石镇商会", (await full.Run("chambers list")).Fine().Out);
        }
        Assert.Empty(empty.Snapshot());
    }

    [Fact]
    public async Task One_that_does_not_answer_in_time_is_ended_and_the_next_line_finds_another()
    {
        using var desk = await Desk.WithChambers();
        await Assert.ThrowsAsync<TimeoutException>(() => WarmProgram.Run(desk.Root, ["verify"], [], TimeSpan.Zero));
        await desk.Does("verify");
    }
}
