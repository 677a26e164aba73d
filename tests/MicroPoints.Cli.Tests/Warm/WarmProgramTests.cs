using MicroPoints.Cli.Tests.County;
using MicroPoints.Cli.Tests.Demo;

namespace MicroPoints.Cli.Tests.Warm;

/// <summary>A warm program answers, byte for byte, as a process that runs one command line from its start to its end.</summary>
public sealed class WarmProgramTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    private static readonly string[] Lines =
    [
        "--version", "--help", "standings --help", "rules adopt --help", "", "fly", "chambers", "standings",
        "standings --output json", "standings --output yaml", "scorecard 990101003",
        "scorecard 990101003 --output json", "scorecard c-99", "scorecard", "chambers list",
        "chambers list --output json", "activities list 990101003",
        "activities find --scope 990101 --kind member.visited",
        "activities record --chamber c-99 --id v --kind member.visited --on 2026-04-12 --count 1",
        "activities import missing.csv", "round show demo-2026", "round show demo-2026 --output json", "round show no",
        "round replay data/proofs/demo-2026.zip", "rules check lenient.yaml", "rules check broken.yaml",
        "rules explain lenient.yaml M4 --output json", "demo --data data", "serve --listen nonsense", "serve --help",
        "backup --help", "restore --help", "migrate --help", "bench --help", "round vet ask --help",
        "round notice --help", "round papers --help", "import undo --help", "accounts add --help", "verify",
        "verify --output json", "standings --data nowhere", "export chambers --out no/where/c.xlsx",
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
