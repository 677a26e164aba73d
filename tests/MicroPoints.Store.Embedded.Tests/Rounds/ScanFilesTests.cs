using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Store.Embedded.Tests;

/// <summary>Files of signed scans beside the log: kept under their digests, verified, backed up and restored.</summary>
public sealed class ScanFilesTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly byte[] Scan = "%PDF-1.7 the signed notice"u8.ToArray(), Other = "%PDF-1.7 the minutes"u8.ToArray();

    private readonly TempStore _store = new();

    private string PathOf(byte[] scan) => Path.Combine(_store.Root, ScanFiles.Name(Digest.Of(scan)));

    /// <summary>A log with a round that two scans were attached to, and their files.</summary>
    private async Task Attach()
    {
        await _store.Write(Entries());
        foreach (var scan in new[] { Scan, Other }) await new ScanFiles(_store.Root).Keep(Digest.Of(scan), scan, Never);
    }

    private static SealedEntry[] Entries()
    {
        var (stream, head, entries) = (StreamId.Of(new RoundId("2026")), Head.Empty, new List<SealedEntry>());
        foreach (var (id, body) in new (string, Entry)[]
        {
            ("open", new RoundOpened("micro-points", Sample.Year2026, Sample.County, [], RoundPurpose.Annual, "light", null)),
            ("scan", new RoundScanAttached(PaperKind.Notice, Digest.Of(Scan), ScanFormat.Pdf, Scan.Length)),
            ("by-digest", new RoundPaperAttached(PaperKind.Summary, Digest.OfText("with its keeper"))),
            ("other", new RoundScanAttached(PaperKind.Minutes, Digest.Of(Other), ScanFormat.Pdf, Other.Length)),
        })
        {
            entries.Add(SealedEntry.Seal(stream, head, new Draft(Sample.Id(id), Sample.Clerk.Id, Sample.Now, null, body)));
            head = entries[^1].Head;
        }
        return [.. entries];
    }

    private async Task<byte[]?> Read(byte[] scan)
    {
        await using var file = await new ScanFiles(_store.Root).Open(Digest.Of(scan), Never);
        if (file is null) return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    [Fact]
    public async Task A_file_is_found_under_its_digest_and_a_file_that_was_changed_is_never_handed_out()
    {
        await Attach();
        Assert.Equal(Scan, await Read(Scan));
        Assert.Null(await Read("%PDF-nobody kept"u8.ToArray()));
        File.WriteAllBytes(PathOf(Scan), Other);
        var failure = await Assert.ThrowsAsync<StoreException>(() => Read(Scan));
        Assert.Contains("attach the scan again", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "its file is missing")]
    [InlineData("shorter", "its file has 3 bytes")]
    [InlineData("another", "its digest differs")]
    public async Task Verify_names_the_scan_whose_file_is_not_what_was_attached_and_keeping_it_again_mends_it(string how, string what)
    {
        await Attach();
        Assert.True(JournalVerify.Run(_store.Root).IsSound);
        if (how == "missing") File.Delete(PathOf(Other));
        else File.WriteAllBytes(PathOf(Other), how == "shorter" ? Other[..3] : [.. Other[..^1], 0]);
        var broken = JournalVerify.Run(_store.Root).Broken!;
        Assert.Equal((StreamId.Of(new RoundId("2026")), 4L, true), (broken.Stream!.Value, broken.Sequence!.Value, broken.IsScan));
        Assert.Contains(what, broken.What, StringComparison.Ordinal);
        await new ScanFiles(_store.Root).Keep(Digest.Of(Other), Other, Never);
        Assert.True(JournalVerify.Run(_store.Root).IsSound);
    }

    [Fact]
    public async Task Verify_names_the_statement_of_impact_whose_file_is_gone()
    {
        var (stream, body) = (StreamId.Of(Sample.County), new ImpactAttached(Sample.Id("adopted"), Digest.Of(Other), Other.Length));
        await _store.Write([SealedEntry.Seal(
            stream, Head.Empty, new Draft(Sample.Id("impact"), Sample.Clerk.Id, Sample.Now, null, body))]);
        await new ScanFiles(_store.Root).Keep(Digest.Of(Other), Other, Never);
        Assert.True(JournalVerify.Run(_store.Root).IsSound);
        File.Delete(PathOf(Other));
        var broken = JournalVerify.Run(_store.Root).Broken!;
        Assert.Equal((stream, 1L), (broken.Stream!.Value, broken.Sequence!.Value));
        Assert.Contains("a statement of impact is attached, and its file is missing", broken.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_takes_the_files_along_and_a_restore_brings_them_back()
    {
        await Attach();
        File.WriteAllText(PathOf(Scan) + ".new", "half written");
        using TempStore place = new(), restored = new();
        var backup = Path.Combine(place.Root, "backup.zip");
        var manifest = JournalBackup.Run(_store.Root, backup, Sample.Now);
        Assert.Equal(2, manifest.Files.Count(f => f.Name.StartsWith("papers/", StringComparison.Ordinal)));
        JournalRestore.Run(backup, restored.Root);
        Assert.True(JournalVerify.Run(restored.Root).IsSound);
        Assert.Equal(Scan, File.ReadAllBytes(Path.Combine(restored.Root, ScanFiles.Name(Digest.Of(Scan)))));
    }

    [Fact]
    public async Task A_scan_that_was_lost_before_the_backup_keeps_nothing_else_from_being_restored()
    {
        await Attach();
        File.Delete(PathOf(Scan));
        using TempStore place = new(), restored = new();
        var backup = Path.Combine(place.Root, "backup.zip");
        JournalBackup.Run(_store.Root, backup, Sample.Now);
        JournalRestore.Run(backup, restored.Root);
        Assert.True(JournalVerify.Run(restored.Root).Broken!.IsScan);
    }

    [Fact]
    public async Task A_directory_that_holds_nothing_but_scans_is_no_foreign_one()
    {
        await new ScanFiles(_store.Root).Keep(Digest.Of(Scan), Scan, Never);
        await _store.Write();
    }

    public void Dispose() => _store.Dispose();
}
