namespace MicroPoints.Cli.Tests.Demo;

public sealed class CountyDemoTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    private const string Stamp = "程序生成，非真实数据";

    [Theory]
    [InlineData(Stamp)]
    [InlineData("位次")]
    [InlineData("澜屏县听松街道商会")]
    [InlineData("积分卡")]
    [InlineData("走访会员、建立需求清单")]
    [InlineData("已封存，核验一致 sealed and replayed")]
    [InlineData("sha256 ")]
    public void The_tables_show(string text) => Assert.Contains(text, demo.Table.Out);

    [Fact]
    public void The_stamp_stands_on_the_ranking_the_scorecard_and_the_seal() =>
        Assert.True(demo.Table.Out.Split(Stamp).Length > 3, demo.Table.Out);

    [Fact]
    public void The_tables_name_the_hash_of_the_proof_that_lies_there() =>
        Assert.Contains(Digest.Of(demo.Proof).ToString(), demo.Table.Out);

    [Fact]
    public async Task What_it_says_to_open_next_can_be_opened()
    {
        var next = demo.Table.Out.Split('\n').Select(l => l.Trim())
            .Where(l => l.StartsWith("micropoints ", StringComparison.Ordinal)).ToList();
        Assert.True(next.Count >= 3, demo.Table.Out);
        Directory.CreateDirectory(demo.Desk.PathOf("rulesets/micro-points"));
        File.Copy(Repository.Ruleset, demo.Desk.PathOf("rulesets/micro-points/micro-points.yaml"));
        foreach (var line in next) await demo.Desk.Does(line["micropoints ".Length..]);
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        var (first, second) = (await demo.Desk.Does("demo --output json"), await demo.Desk.Does("demo --output json"));
        Assert.Equal(first.Out, second.Out);
        Assert.Equal(Stamp, first.Json.GetProperty("stamp").GetString());
        Assert.True(first.Json.GetProperty("round").GetProperty("replayed").GetBoolean());
        Assert.Equal(15, first.Json.GetProperty("standings").GetArrayLength());
    }

    [Fact]
    public async Task A_program_that_names_no_directory_finds_none_left_behind()
    {
        using var desk = new Desk();
        var start = CommandLine.Prepare(desk.Root, "demo", "--output", "json");
        start.Environment["TMPDIR"] = start.Environment["TMP"] = desk.Root;
        (await CommandLine.Run(start)).Fine();
        Assert.Empty(desk.Snapshot());
    }

    [Fact]
    public async Task Another_seed_makes_another_year()
    {
        var usual = await demo.Desk.Does("demo --output json");
        Assert.NotEqual(Result(usual), Result(await demo.Desk.Does("demo --seed 5 --output json")));
    }

    [Fact]
    public async Task A_directory_that_holds_anything_is_refused_and_left_alone()
    {
        using var desk = new Desk().Write("taken/letter.txt", "keep me");
        (await desk.Run("demo --data taken")).CouldNotRun("taken is not empty");
        Assert.Equal(["taken/letter.txt"], desk.Snapshot().Keys.Select(k => k.Replace('\\', '/')));
    }

    [Fact]
    public async Task The_data_it_leaves_are_sound_and_rebuild_to_the_same()
    {
        Assert.True((await demo.Desk.Does("verify --output json")).Json.GetProperty("sound").GetBoolean());
        Assert.True((await demo.Desk.Does("rebuild --output json")).Json.GetProperty("equal").GetBoolean());
    }

    private static string? Result(Ran ran) => ran.Json.GetProperty("round").GetProperty("result").GetString();
}
