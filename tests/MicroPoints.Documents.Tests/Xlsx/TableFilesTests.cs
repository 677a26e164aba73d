using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using MicroPoints.Runtime;

namespace MicroPoints.Documents.Tests.Xlsx;

/// <summary>Whatever file is given, the answer is cells or words; never an exception, never much memory.</summary>
public sealed class TableFilesTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static string Said(byte[] file) => Assert.Single(TableFiles.Instance.Read(file).Problems).ToString();

    /// <summary>A workbook of parts written by hand: one sheet, and what else a test puts in.</summary>
    private static byte[] Parts(string sheet, params (string Name, string Text)[] others)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Of two parts of one name the first is read.
            foreach (var (name, text) in others) Put(name, text);
            Put("_rels/.rels", "<Relationships>"
                + $"<Relationship Id='a' Type='{Office}/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            Put("xl/workbook.xml",
                $"<workbook xmlns='{Main}' xmlns:r='{Office}'><sheets><sheet name='表' sheetId='1' r:id='s'/></sheets></workbook>");
            Put("xl/_rels/workbook.xml.rels",
                $"<Relationships><Relationship Id='s' Type='{Office}/worksheet' Target='worksheets/sheet1.xml'/>"
                + $"<Relationship Id='t' Type='{Office}/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
            Put("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'><sheetData>{sheet}</sheetData></worksheet>");

            void Put(string name, string text)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    [Fact]
    public void Cells_without_references_shared_and_rich_texts_and_escapes_are_read()
    {
        var file = TableFiles.Instance.Read(Parts(
            "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c><v>85.299999999999997</v></c>"
            + "<c t='b'><v>1</v></c><c t='str'><f>A1</f><v>x</v></c></row>",
            ("xl/sharedStrings.xml",
                $"<sst xmlns='{Main}'><si><r><t>青</t></r><r><t>石</t></r><rPh><t>qing</t></rPh></si><si><t>a_x000D_b</t></si></sst>")));
        Assert.Equal(["青石", "a\rb", "85.3", "是", "x"], Enumerable.Range(1, 5).Select(c => file.Sheets[0][1, c]!.Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_serial_in_a_date_format_of_Excel_East_Asia_or_WPS_is_a_day(uint style) => Assert.Equal((CellType.Day, "2026-04-12"),
        TableFiles.Instance.Read(new Book().Serial(1, 1, 46124.75, style).Bytes()).Sheets[0][1, 1] is { } cell
            ? (cell.Type, cell.Text) : default);

    [Theory]
    [InlineData("<row><c t='s'><v>7</v></c></row>")]
    [InlineData("<row><c><v>abc</v></c></row>")]
    [InlineData("<row><c><v>1</v></row>")]
    [InlineData("&nothing;")]
    public void A_broken_workbook_is_said_to_be_broken(string sheet) => Assert.Contains("文件损坏", Said(Parts(sheet)));

    [Fact]
    public void An_entity_that_would_grow_is_never_expanded() => Assert.Contains("文件损坏", Said(Parts("",
        ("xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'>]><sst><si><t>&c;</t></si></sst>"))));

    [Fact]
    public void A_file_cut_short_anywhere_is_refused_in_words()
    {
        var whole = Book.Of(["商会", "M1"], ["c-01", 3]);
        for (var length = 0; length < whole.Length; length += 97)
            Assert.NotEmpty(TableFiles.Instance.Read(whole.AsMemory(0, length)).Problems);
    }

    [Fact]
    public void A_byte_changed_anywhere_never_ends_in_an_exception()
    {
        var whole = Book.Of(["商会", "M1"], ["c-01", 3]);
        var random = new Random(20261122);
        for (var i = 0; i < 400; i++)
        {
            var copy = whole.ToArray();
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            TableFiles.Instance.Read(copy);
        }
    }

    [Fact]
    public void Old_encrypted_and_foreign_files_are_told_apart_by_their_bytes()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Assert.Contains(".xls、.et", Said(compound));
        Assert.Contains("打开密码", Said([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Contains("PDF", Said("%PDF-1.7"u8.ToArray()));
        Assert.Contains("网页或 XML", Said("<html><table>"u8.ToArray()));
        Assert.Contains("空的", Said([]));
        Assert.Contains("既不是", Said([0x89, 0x50, 0x4E, 0x47, 0, 1, 2]));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("word/document.xml");
        Assert.Contains("没有工作表", Said(stream.ToArray()));
    }

    [Fact]
    public void A_file_of_50_MB_is_refused_at_once()
    {
        var (file, watch) = (new byte[50_000_000], Stopwatch.StartNew());
        file[0] = 0x50;
        file[1] = 0x4B;
        Assert.Contains("50 MB", Said(file));
        Assert.True(watch.ElapsedMilliseconds < 1_000, watch.Elapsed.ToString());
    }

    [Fact]
    public async Task A_stream_of_any_length_is_read_no_further_than_the_limit()
    {
        using var endless = new Endless();
        Assert.Equal(Limits.TableBytesMax + 1, (await ImportService.ReadAll(endless, default)).Length);
    }

    [Fact]
    public void A_bomb_that_unpacks_to_gigabytes_is_refused_within_little_memory()
    {
        var bomb = Bomb();
        Assert.True(bomb.Length < Limits.TableBytesMax, $"{bomb.Length}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("解开后太大", Said(bomb));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000_000);
    }

    /// <summary>The directory of a zip is only what its writer says: here it says that the bomb is small.</summary>
    [Fact]
    public void A_bomb_that_lies_about_its_size_is_refused_too()
    {
        var bomb = Bomb();
        var length = BitConverter.GetBytes((uint)BombBytes);
        for (var at = 0; at + 4 <= bomb.Length; at++)
            if (bomb.AsSpan(at, 4).SequenceEqual(length)) BitConverter.GetBytes(1_000u).CopyTo(bomb, at);
        Assert.NotEmpty(TableFiles.Instance.Read(bomb).Problems);
    }

    [Fact]
    public void One_part_that_many_sheets_show_is_counted_each_time()
    {
        var sheets = string.Concat(Enumerable.Range(1, 60).Select(i => $"<sheet name='{i}' sheetId='{i}' r:id='s'/>"));
        Assert.Contains("解开后太大", Said(Parts($"<row><c><v>1</v></c></row>{new string(' ', 5_000_000)}",
            ("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Office}'><sheets>{sheets}</sheets></workbook>"))));
    }

    private const int BombBytes = 300_000_000;

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        stream.Write(Parts("<row><c><v>1</v></c></row>"));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            part.Write(Encoding.UTF8.GetBytes("<worksheet><sheetData>"));
            var blanks = new byte[1_000_000];
            Array.Fill(blanks, (byte)' ');
            var written = 22;
            for (; written + blanks.Length <= BombBytes; written += blanks.Length) part.Write(blanks);
            part.Write(blanks.AsSpan(0, BombBytes - written));
        }
        return stream.ToArray();
    }

    [Theory]
    [InlineData("<row r='20001'><c r='A20001'><v>1</v></c></row>", "20000 行")]
    [InlineData("<row><c r='XFD1'><v>1</v></c></row>", "600 列")]
    public void More_rows_or_columns_than_a_table_has_are_refused(string sheet, string saying) =>
        Assert.Contains(saying, Said(Parts(sheet)));

    [Fact]
    public void Empty_cells_far_away_do_not_count()
    {
        var file = TableFiles.Instance.Read(Parts("<row><c><v>1</v></c></row><row r='1048576'><c r='XFD1048576' s='0'/></row>"));
        Assert.Equal((1, 1), (file.Sheets[0].Rows.Count, file.Sheets[0].Columns));
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => 0; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => count;
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
