namespace MicroPoints.Cli.Tests.Store;

/// <summary>Data go into one file and come back from it, whole or not at all.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task What_was_backed_up_comes_back_and_verifies()
    {
        using var desk = await Desk.WithChambers();
        var made = (await desk.Does("backup county.backup --output json")).Json;
        var restored = (await desk.Does("restore county.backup --data restored --output json")).Json;
        Assert.Equal(made.GetProperty("entries").GetInt64(), restored.GetProperty("entries").GetInt64());
        Assert.Equal((await desk.Does("chambers list")).Out, (await desk.Does("chambers list --data restored")).Out);
        await desk.Does("verify --data restored");
    }

    [Fact]
    public async Task A_served_directory_is_backed_up_while_it_is_served()
    {
        await using var served = await Remote.ServedDesk.Of(await Desk.WithChambers(), "chambers import chambers.csv");
        Assert.Contains("已备份", (await served.Desk.Does("backup county.backup --data served")).Out);
        Assert.Contains("已恢复", (await served.Desk.Does("restore county.backup --data restored")).Out);
    }

    [Theory]
    [InlineData("backup", "<file> is missing")]
    [InlineData("backup data", "data")]
    [InlineData("backup x.backup --data nowhere", "nowhere")]
    [InlineData("backup chambers.csv", "chambers.csv")]
    [InlineData("restore", "<file> is missing")]
    [InlineData("restore missing.backup --data new", "there is no file missing.backup")]
    [InlineData("restore chambers.csv", "--data is missing")]
    [InlineData("restore chambers.csv --data new", "chambers.csv")]
    public async Task It_says_what_is_wrong(string line, string saying)
    {
        using var desk = await Desk.WithChambers();
        (await desk.Run(line)).CouldNotRun(saying);
        Assert.Equal(3, desk.Snapshot().Keys.Count(f => f.StartsWith("data/", StringComparison.Ordinal) && !f.Contains("derived")));
    }

    [Fact]
    public async Task A_backup_is_not_restored_over_data()
    {
        using var desk = await Desk.WithChambers();
        await desk.Does("backup county.backup");
        var before = desk.Snapshot();
        (await desk.Run("restore county.backup --data data")).CouldNotRun("data");
        Assert.Equal(before, desk.Snapshot());
    }
}
