namespace MicroPoints.Cli.Tests.Program;

/// <summary>Command lines that cannot be run: exit code 1, what is wrong where, and nothing changed.</summary>
public sealed class MistakeTests
{
    private const string Visit = "activities record --chamber c-01 --kind member.visited --on 2026-04-12";

    [Theory]
    [InlineData("fly", "has no 'fly'", "demo, serve, chambers")]
    [InlineData("chambers fly", "'micropoints chambers' has no 'fly'", "import, list")]
    [InlineData("demo extra", "extra", "demo --help")]
    [InlineData("demo --scale moon", "'moon' is neither county nor guangxi")]
    [InlineData("demo --seed x", "--seed: 'x' is not a whole number")]
    [InlineData("demo --seed -1", "--seed: '-1' is not a whole number")]
    [InlineData("demo --seed 99999999999999999999999", "--seed")]
    [InlineData("demo --data data", "data is not empty")]
    [InlineData("demo --data chambers.csv", "chambers.csv is a file")]
    [InlineData("standings --data chambers.csv", "chambers.csv is a file")]
    [InlineData("standings --data nowhere", "no MicroPoints data in nowhere")]
    [InlineData("standings --data", "--data")]
    [InlineData("standings --output yaml", "--output: 'yaml' is neither table nor json")]
    [InlineData("standings --scope 9a", "--scope: '9a' is not a region")]
    [InlineData("standings --as-of 2026-02-30", "--as-of: '2026-02-30' is not a day")]
    [InlineData("standings --as-of 1900-01-01", "from 1949-10-01 to 2199-12-31")]
    [InlineData("standings --period banana", "--period: 'banana' is not a period")]
    [InlineData("standings --known-at yesterday", "--known-at: 'yesterday' is not a day")]
    [InlineData("scorecard", "<chamber> is missing")]
    [InlineData("scorecard c/1", "<chamber>: 'c/1' is not a chamber id")]
    [InlineData("chambers import", "<file> is missing")]
    [InlineData("chambers import missing.csv", "there is no file missing.csv")]
    [InlineData("chambers import data", "data is a directory")]
    [InlineData("chambers list --as-of tomorrow", "--as-of: 'tomorrow' is not a day")]
    [InlineData("chambers rename c-01 --on 2026-05-01", "<name> is missing")]
    [InlineData("chambers dissolve c-01", "'--on' is required")]
    [InlineData("chambers merge --into c-09 --on 2026-05-01", "<chamber> is missing")]
    [InlineData("chambers merge c-01 --into c-09 --name x --on 2026-05-01", "needs --name and --region")]
    [InlineData("chambers merge c/1 --into c-02 --on 2026-05-01", "'c/1' is not a chamber id")]
    [InlineData("chambers split c-01 --into c-02=a/b --on 2026-05-01", "'a/b' is not an entry id")]
    [InlineData("chambers split c-01 --on 2026-05-01", "'--into' is required")]
    [InlineData("activities import missing.csv", "there is no file missing.csv")]
    [InlineData("activities import data", "data is a directory")]
    [InlineData("activities import chambers.csv --data nowhere", "no MicroPoints data in nowhere")]
    [InlineData("activities list", "<chamber> is missing")]
    [InlineData("activities reverse --chamber c-01 --target x", "'--reason' is required")]
    [InlineData("activities record --chamber c-01 --kind member.visited --count 1", "'--on' is required")]
    [InlineData("activities record --chamber c-01 --kind a/b --on 2026 --count 1",
        "--kind: 'a/b' is not an activity kind")]
    [InlineData("activities record --chamber c-01 --kind member.visited --on 2026-02-30 --count 1",
        "--on: '2026-02-30' is not a day")]
    [InlineData(Visit + " --count", "--count")]
    [InlineData(Visit + " --count 2 --count 3", "--count")]
    [InlineData(Visit + " --count -3", "--count: '-3' is not a whole number")]
    [InlineData(Visit + " --count 2.5", "--count: '2.5' is not a whole number")]
    [InlineData(Visit + " --count 99999999999999999999", "not a whole number of at most 12 digits")]
    [InlineData(Visit + " --count 1 --part 13/13", "--part: '13/13' is not a part", "at most 12")]
    [InlineData(Visit + " --count 1 --part 3/2", "--part: '3/2' is not a part")]
    [InlineData(Visit + " --count 1 --evidence zz", "--evidence 'zz' is not a SHA-256")]
    [InlineData(Visit + " --count 1 --id a/b", "--id: 'a/b' is not an entry id")]
    [InlineData(Visit + " --count 1 --by 张三", "--by '张三' is not an id")]
    [InlineData(Visit + " --quantity 1.234", "--quantity: '1.234' is not a number")]
    [InlineData(Visit + " --flag maybe", "--flag: 'maybe' is not true or false")]
    [InlineData(Visit + " --points 99999999999999999999999999", "--points")]
    [InlineData("round open trial --period 2026", "'--scope' is required")]
    [InlineData("round open trial --scope 990101 --period 2026 --purpose fun", "'fun' is neither rehearsal nor annual")]
    [InlineData("round open t/1 --scope 990101 --period 2026", "<round>: 't/1' is not a round id")]
    [InlineData("round lock", "<round> is missing")]
    [InlineData("round decide trial --on 2026-05-01 --minutes 1", "'--meeting' is required")]
    [InlineData("round decide trial --meeting x --on 2026-05-01 --minutes 1 --select nobody",
        "'nobody' is not OUTCOME:CHAMBER:REASON")]
    [InlineData("round replay missing.zip", "there is no file missing.zip")]
    [InlineData("round replay data", "data is a directory")]
    [InlineData("rules check", "<file> is missing")]
    [InlineData("rules check missing.yaml", "there is no file missing.yaml")]
    [InlineData("rules check data", "there is no ruleset in data")]
    [InlineData("rules adopt missing.yaml --scope 990101", "there is no file missing.yaml")]
    [InlineData("rules adopt chambers.csv", "'--scope' is required")]
    [InlineData("rules not-applicable X1 --scope 990101 --period 2026", "'--reason' is required")]
    public async Task It_says_what_is_wrong(string line, params string[] saying)
    {
        using var desk = await Desk.WithChambers();
        var before = desk.Snapshot();
        (await desk.Run(line)).CouldNotRun(saying);
        Assert.Equal(before, desk.Snapshot());
    }

    [Fact]
    public async Task An_empty_name_of_a_directory_is_told()
    {
        using var desk = new Desk();
        (await desk.Run(["standings", "--data", ""])).CouldNotRun("--data is empty");
    }

    [Fact]
    public async Task A_directory_of_other_files_is_left_alone()
    {
        using var desk = new Desk().Write("chambers.csv", Desk.ChambersCsv).Write("letters/letter.txt", "keep me");
        (await desk.Run("chambers import chambers.csv --data letters"))
            .CouldNotRun("letters holds letter.txt and no MicroPoints data");
        (await desk.Run("standings --data letters")).CouldNotRun("no MicroPoints data in letters");
        Assert.Equal(2, desk.Snapshot().Count);
    }

    [Fact]
    public async Task Reading_an_empty_directory_leaves_it_empty()
    {
        using var desk = new Desk();
        Directory.CreateDirectory(desk.PathOf("data"));
        (await desk.Run("standings")).CouldNotRun("no MicroPoints data in data");
        Assert.Empty(desk.Snapshot());
    }

    [Theory]
    [InlineData("another product 3", "is of another program")]
    [InlineData("micropoints-journal/7", "is in format 7, this program knows 2")]
    public async Task Data_of_another_program_or_a_later_one_are_left_alone(string format, string saying)
    {
        using var desk = (await Desk.WithChambers()).Write("data/format", format + "\n");
        var before = desk.Snapshot();
        foreach (var line in (string[])["standings", "verify", "rebuild", "chambers import chambers.csv"])
            (await desk.Run(line)).CouldNotRun(saying);
        Assert.Equal(before, desk.Snapshot());
    }

    [Fact]
    public async Task A_value_that_begins_with_an_at_sign_is_a_value()
    {
        using var desk = await Desk.WithChambers();
        (await desk.Run(["activities", "record", "--chamber", "c-01", "--kind", "member.visited", "--on", "2026-04-12",
            "--count", "1", "--reason", "@王秘书 说的"])).Fine();
        Assert.Contains("@王秘书 说的", (await desk.Does("activities list c-01")).Out);
    }
}
