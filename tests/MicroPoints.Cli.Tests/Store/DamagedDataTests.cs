using MicroPoints.Cli.Tests.County;

namespace MicroPoints.Cli.Tests.Store;

/// <summary>A journal with a byte changed, or with its end cut off.</summary>
public sealed class DamagedDataTests
{
    private static readonly string[] Openers =
    [
        "standings", "scorecard c-01", "chambers list", "activities list c-01", "rebuild",
        "activities record --chamber c-01 --kind member.visited --on 2026-04-12 --count 1",
    ];

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public async Task Verify_names_the_place_of_a_changed_byte(double part)
    {
        using var desk = await Lenient.Desk();
        var place = Flip(desk, part);
        var error = (await desk.Run("verify"))
            .No("broken: ", "journal-000001.log at byte ", "restore from a backup").Error;
        Assert.InRange(ByteNamed(error), place - 100_000, place);
    }

    [Fact]
    public async Task Nothing_opens_damaged_data_and_nothing_is_changed()
    {
        using var desk = await Lenient.Desk();
        Flip(desk, 0.5);
        var before = desk.Snapshot();
        foreach (var opener in Openers)
            (await desk.Run(opener)).CouldNotRun("Nothing was changed", "micropoints verify");
        Assert.Equal(before, desk.Snapshot());
    }

    [Fact]
    public async Task A_changed_content_with_a_right_check_sum_names_stream_and_sequence()
    {
        using var desk = await Lenient.Desk();
        Forging.ChangeDigit(desk.Journal, "2016-03-01"u8);
        (await desk.Run("verify")).No("chamber:c-02 at sequence 1", "hash of its content");
    }

    [Fact]
    public async Task Kept_heads_tell_a_log_that_was_cut_at_a_clean_place()
    {
        using var desk = await Lenient.Desk();
        var length = Used(desk);
        await desk.Does("activities record --chamber c-03 --id last --kind member.visited --on 2026-04-12 --count 1");
        await desk.Does("verify --save-heads heads.txt");
        Cut(desk, length);
        (await desk.Run("verify --heads heads.txt")).No("the log is truncated", "chamber:c-03 at sequence 4");
        (await desk.Run("standings")).CouldNotRun("Nothing was changed");
    }

    [Fact]
    public async Task Without_derived_files_only_kept_heads_tell()
    {
        using var desk = await Lenient.Desk();
        var length = Used(desk);
        await desk.Does("activities record --chamber c-03 --id last --kind member.visited --on 2026-04-12 --count 1");
        await desk.Does("verify --save-heads heads.txt");
        Cut(desk, length);
        Directory.Delete(desk.PathOf("data/derived"), recursive: true);
        await desk.Does("verify");
        (await desk.Run("verify --heads heads.txt")).No("the log is truncated");
    }

    [Fact]
    public async Task A_derived_file_that_was_tampered_with_is_told_and_written_anew()
    {
        using var desk = await Lenient.Desk();
        Forging.ChangeDigit(desk.PathOf("data/derived/heads"), "chamber:c-01 "u8, after: 30);
        var told = await desk.Run("verify");
        told.No("derived/heads", "the log itself is sound", "micropoints rebuild");
        Assert.DoesNotContain("backup", told.Error, StringComparison.Ordinal);
        (await desk.Run("rebuild")).No("differed and was written anew", "derived/heads");
        await desk.Does("rebuild");
        await desk.Does("verify");
    }

    [Theory]
    [InlineData("verify --heads nofile", "there is no file nofile")]
    [InlineData("verify --heads data", "data is a directory")]
    [InlineData("verify --heads chambers.csv", "chambers.csv:1: it does not begin with")]
    [InlineData("verify --save-heads data", "data is a directory")]
    [InlineData("verify --save-heads no/such/place", "no/such/place")]
    [InlineData("verify --data nowhere", "nowhere is not MicroPoints data")]
    [InlineData("rebuild --data nowhere", "nowhere is not MicroPoints data")]
    public async Task A_file_that_is_not_one_is_told(string line, string saying)
    {
        using var desk = await Desk.WithChambers();
        (await desk.Run(line)).CouldNotRun(saying);
    }

    private static long Flip(Desk desk, double part)
    {
        var bytes = File.ReadAllBytes(desk.Journal);
        var place = (long)(part * (Used(desk) - 1));
        bytes[place] ^= 0x10;
        File.WriteAllBytes(desk.Journal, bytes);
        return place;
    }

    /// <summary>The journal's bytes before the zeros that lie ahead of its writer.</summary>
    private static long Used(Desk desk)
    {
        const int sector = 512;
        var last = File.ReadAllBytes(desk.Journal).AsSpan().LastIndexOfAnyExcept((byte)0);
        return (last / sector + 1) * sector;
    }

    private static void Cut(Desk desk, long length)
    {
        using var file = File.OpenWrite(desk.Journal);
        file.SetLength(length);
    }

    private static long ByteNamed(string error) => long.Parse(
        error.Split("at byte ")[1].Split(')')[0], System.Globalization.CultureInfo.InvariantCulture);
}
