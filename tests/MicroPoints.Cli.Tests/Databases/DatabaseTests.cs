namespace MicroPoints.Cli.Tests.Databases;

/// <summary>Verbs work on a database as on a directory, and those that cannot say what does it instead.</summary>
public sealed class DatabaseTests
{
    private const string Nobody = "Host=127.0.0.1;Port=1;Username=u;Password=geheim";

    [Fact]
    public async Task A_register_imported_into_a_database_is_recorded_on_ranked_and_verified_there()
    {
        using var desk = new Desk().Write("chambers.csv", Desk.ChambersCsv);
        var database = await Databased.New();
        await database.Does(desk, "chambers import chambers.csv");
        await database.Does(desk, "activities record --chamber c-01 --kind member.visited --on 2026-04-12 --count 3");
        await database.Does(desk, "chambers rename c-02 新沙镇商会 --on 2026-05-01");
        Assert.Contains("member.visited", (await database.Does(desk, "activities list c-01 --output json")).Out);
        Assert.Contains("member.visited", (await database.Does(desk, "activities find --scope 990101 --output json")).Out);
        Assert.Contains("青石镇商会", (await database.Does(desk, "standings --scope 990101")).Out);
        Assert.Contains("mp_", (await database.Does(desk, "keys add --role reader --scope 990101")).Out);
        (await database.Run(desk, $"rules adopt {Repository.Ruleset} --scope 990101 --impact 2026"))
            .No("scans-not-kept", "rules impact --out");
        Assert.Contains("micro-points@2026.1", (await database.Does(desk, "rules annual --scope 990101")).Out);
        await database.Does(desk, "verify --save-heads heads.txt");
        await database.Does(desk, "verify --heads heads.txt");
        Assert.False(Directory.Exists(desk.PathOf("data")), "a data directory was made beside the database");
    }

    [Theory]
    [InlineData("backup x.backup", "pg_dump")]
    [InlineData("restore x.backup", "pg_restore")]
    [InlineData("rebuild", "verify --database")]
    [InlineData("demo", "does not work on a database")]
    [InlineData("rules check lenient.yaml", "does not work on a database")]
    [InlineData("standings --data data", "--database and --data stand together")]
    [InlineData("standings --server http://127.0.0.1:1", "--server and --database stand together")]
    [InlineData("serve --demo", "demo and database are both set")]
    [InlineData("standings", "cannot be opened")]
    public async Task It_says_what_is_done_instead_and_never_the_password(string line, string saying)
    {
        using var desk = new Desk();
        var ran = (await desk.Run([.. line.Split(' '), "--database", Nobody])).CouldNotRun(saying);
        Assert.DoesNotContain("geheim", ran.Error);
        Assert.Empty(desk.Snapshot());
    }

    [Fact]
    public async Task The_environment_names_a_database_and_a_directory_on_the_command_line_wins()
    {
        using var desk = await Desk.WithChambers();
        var start = CommandLine.Prepare(desk.Root, "chambers", "list", "--data", "data");
        start.Environment["MICROPOINTS_DATABASE"] = Nobody;
        Assert.Contains("青石镇商会", (await CommandLine.Run(start)).Fine().Out);
        start = CommandLine.Prepare(desk.Root, "chambers", "list");
        start.Environment["MICROPOINTS_DATABASE"] = Nobody;
        (await CommandLine.Run(start)).CouldNotRun("cannot be opened");
        start.Environment["MICROPOINTS_DATA"] = "data";
        (await CommandLine.Run(start)).CouldNotRun("$MICROPOINTS_DATA and $MICROPOINTS_DATABASE are both set");
    }
}
