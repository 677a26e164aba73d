namespace MicroPoints.Cli.Tests.Rounds;

/// <summary>Files of signed scans as verify, backup and restore see them.</summary>
public sealed class ScanTests
{
    private static readonly string Name = $"papers/{Digest.Of(SealedYear.Scan)}";

    [Fact]
    public async Task Verify_says_which_scan_is_missing_and_what_to_do()
    {
        using var desk = await SealedYear.Desk();
        await desk.Does("verify");
        File.Delete(desk.PathOf($"data/{Name}"));
        (await desk.Run("verify")).No("round:year at sequence 8", "a scan is attached, and its file is missing", Name,
            "the log itself is sound", "attach the same scan again");
        File.WriteAllText(desk.PathOf($"data/{Name}"), "%PDF-1.7 another scan ...");
        (await desk.Run("verify")).No("round:year at sequence 8", "its digest differs");
    }

    [Fact]
    public async Task A_backup_brings_it_back()
    {
        using var desk = await SealedYear.Desk();
        await desk.Does("backup year.backup");
        await desk.Does("restore year.backup --data restored");
        Assert.Equal(SealedYear.Scan, File.ReadAllBytes(desk.PathOf($"restored/{Name}")));
        await desk.Does("verify --data restored");
    }
}
