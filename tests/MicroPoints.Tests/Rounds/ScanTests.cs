using System.Text;
using MicroPoints.Rounds;
using static MicroPoints.Tests.Rounds.AnnualRound;

namespace MicroPoints.Tests.Rounds;

/// <summary>Signed scans whose files are kept: what is taken, by its own bytes, and what is recorded of it.</summary>
public sealed class ScanTests
{
    private static readonly byte[] Pdf = "%PDF-1.7\n%一"u8.ToArray();

    private static (string On, RoundCommand Command) Attach(
        byte[] file, PaperKind kind = PaperKind.Minutes, string? note = null, string id = "scan") =>
        ("2027-01-12", new AttachScan(new EntryId(id), kind, file, note));

    public static TheoryData<ScanFormat, byte[]> Files => new()
    {
        { ScanFormat.Pdf, Pdf },
        { ScanFormat.Jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0] },
        { ScanFormat.Png, [0x89, .. "PNG\r\n\x1a\n"u8, 0] },
        { ScanFormat.Docx, [.. "PK\x03\x04"u8, 0, .. "word/document.xml"u8, 1] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_told_by_what_it_begins_with(ScanFormat format, byte[] file)
    {
        var round = After(Open);
        Assert.IsType<Decision.Accepted>(Give(round, Attach(file, note: "第一页")));
        Assert.Equal(new RoundScanAttached(PaperKind.Minutes, Digest.Of(file), format, file.Length), round.Entries[^1].Body);
        var paper = Assert.Single(round.Papers);
        Assert.Equal((format, Digest.Of(file), "第一页"), (paper.Kept!.Value, paper.Scan, paper.Note));
        Assert.DoesNotContain("第一页", Encoding.UTF8.GetString(EntryFile.Write([round.Entries[^1]])));
    }

    public static TheoryData<string> Others =>
    [
        "MZ\u0090\0", "<html><script>", "PK\x03\x04 xl/workbook.xml", "word/document.xml", " %PDF-1.7", "GIF89a", "%PDF",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Anything_else_is_refused_whatever_it_is_called(string file) =>
        Refuses(Refusal.ScanFormatUnknown, After(Open), Attach(Encoding.Latin1.GetBytes(file)));

    [Fact]
    public void An_empty_file_and_one_that_is_too_large_are_refused()
    {
        Refuses(Refusal.ScanEmpty, After(Open), Attach([]));
        var largest = new byte[Limits.ScanBytesMax];
        Pdf.CopyTo(largest, 0);
        Assert.IsType<Decision.Accepted>(Give(After(Open), Attach(largest)));
        Assert.Contains("20 MB", Refuses(Refusal.ScanTooLarge, After(Open), Attach([.. largest, 0])).Detail);
    }

    [Fact]
    public void The_same_file_again_exists_and_another_under_its_id_is_refused()
    {
        var round = After(Open);
        Give(round, Attach(Pdf));
        Assert.IsType<Decision.Exists>(Give(round, Attach(Pdf)));
        Refuses(Refusal.ExistsWithDifferentContent, round, Attach([.. Pdf, 1]));
        Refuses(Refusal.ExistsWithDifferentContent, round, Attach([]));
        Assert.Single(round.Papers);
    }

    [Fact]
    public void Who_may_not_write_attaches_nothing_and_another_paper_says_what_it_is()
    {
        Refuses(Refusal.NotAllowed, After(Open), Attach(Pdf), Contexts.Reader);
        Refuses(Refusal.RoundUnknown, SmallRound.Empty, Attach(Pdf));
        Refuses(Refusal.ReasonMissing, After(Open), Attach(Pdf, PaperKind.Other));
        Refuses(Refusal.TextNotPlain, After(Open), Attach(Pdf, note: "\u202E"));
        Refuses(Refusal.EntryIdReserved, After(Open), Attach(Pdf, id: "seal"));
    }

    [Fact]
    public void Every_format_has_a_name_after_the_dot_and_one_for_browsers() => Assert.All(Enum.GetValues<ScanFormat>(),
        f => Assert.Matches("^(pdf application/pdf|jpg image/jpeg|png image/png|docx application/vnd\\..*document)$",
            $"{f.Extension()} {f.MediaType()}"));
}
