namespace MicroPoints.Cli.Tests.Remote;

/// <summary>Which verbs work on a server, and what is said where a server, a key or a place is wrong.</summary>
public sealed class WhereTests
{
    private const string Nobody = "http://127.0.0.1:1";

    [Theory]
    [InlineData("verify")]
    [InlineData("rebuild")]
    [InlineData("backup x.backup")]
    [InlineData("chambers rename c-01 名 --on 2026-05-01")]
    public async Task A_verb_of_a_directory_says_so(string line)
    {
        using var desk = await Desk.WithChambers();
        (await desk.Run($"{line} --server {Nobody}")).CouldNotRun("works on a data directory, not on a server");
        var start = CommandLine.Prepare(desk.Root, line.Split(' '));
        start.Environment["MICROPOINTS_SERVER"] = Nobody;
        (await CommandLine.Run(start)).CouldNotRun("works on a data directory", "name them with --data");
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("bench")]
    [InlineData("serve")]
    [InlineData("restore x.backup")]
    [InlineData("rules check lenient.yaml")]
    [InlineData("round replay x.zip")]
    public async Task A_verb_that_needs_no_data_says_so(string line)
    {
        using var desk = new Desk();
        (await desk.Run($"{line} --server {Nobody}")).CouldNotRun("does not work on a server");
    }

    [Theory]
    [InlineData("standings --server " + Nobody, "a server asks for a key", "--api-key @FILE")]
    [InlineData("standings --server " + Nobody + " --data data --api-key mp_x", "--server and --data stand together")]
    [InlineData("standings --server nonsense --api-key mp_x", "'nonsense' is not an address")]
    [InlineData("standings --server ftp://127.0.0.1 --api-key mp_x", "is not an address")]
    [InlineData("standings --server http://key@127.0.0.1 --api-key mp_x", "is not an address")]
    [InlineData("standings --server " + Nobody + " --api-key secret", "begins with mp_")]
    [InlineData("standings --server " + Nobody + " --api-key @nowhere.key", "there is no file nowhere.key")]
    [InlineData("standings --server " + Nobody + " --api-key mp_x", "no answer from the server")]
    [InlineData("activities reverse --chamber c-01 --target v --reason x --by me --server " + Nobody + " --api-key mp_x", "--by")]
    public async Task It_says_what_is_wrong(string line, params string[] saying)
    {
        using var desk = await Desk.WithChambers();
        var before = desk.Snapshot();
        var ran = (await desk.Run(line)).CouldNotRun(saying);
        Assert.DoesNotContain("secret", ran.Error);
        Assert.Equal(before, desk.Snapshot());
    }

    [Fact]
    public async Task A_key_that_is_not_in_force_could_not_run_and_is_not_shown()
    {
        await using var served = await ServedDesk.Of(await Desk.WithChambers());
        var secret = "mp_county_" + new string('A', 43);
        var ran = await served.Run("standings", "--api-key", secret);
        ran.CouldNotRun("key-required");
        Assert.DoesNotContain(secret, ran.Error);
    }

    [Fact]
    public async Task A_named_directory_wins_over_a_server_of_the_environment()
    {
        using var desk = await Desk.WithChambers();
        var start = CommandLine.Prepare(desk.Root, "chambers", "list", "--data", "data");
        start.Environment["MICROPOINTS_SERVER"] = Nobody;
        Assert.Contains("青石镇商会", (await CommandLine.Run(start)).Fine().Out);
    }

    [Fact]
    public async Task A_reader_may_look_and_not_write()
    {
        await using var served = await ServedDesk.Of(await Desk.WithChambers(), "chambers import chambers.csv",
            "keys add --role reader --scope 990101 --key-file reader.key");
        (await served.Run("standings", "--api-key", "@reader.key")).Fine();
        (await served.Run("activities", "record", "--chamber", "c-01", "--kind", "member.visited", "--on", "2026-04-12", "--count", "1",
            "--api-key", "@reader.key")).No("role-not-sufficient");
    }
}
