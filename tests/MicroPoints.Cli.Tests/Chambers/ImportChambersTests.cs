using System.Text;

namespace MicroPoints.Cli.Tests.Chambers;

/// <summary>The register from a CSV file, in the shapes offices send.</summary>
public sealed class ImportChambersTests
{
    private const string Good = "id,name,kind,region\nb-1,青石镇商会,township,990101105\n";

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_column() =>
        await Reads([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]);

    [Fact]
    public async Task Windows_line_ends_blank_lines_and_spaces_round_cells_are_fine() => await Reads(
        Encoding.UTF8.GetBytes("\r\nid , name,kind,region\r\n\r\n b-1,青石镇商会 ,township,990101105\r\n,,,\r\n"));

    [Fact]
    public async Task Chinese_headers_and_kinds_in_GBK_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await Reads(Encoding.GetEncoding("gbk").GetBytes("编号,商会名称,类型,区划代码\nb-1,青石镇商会,乡镇,990101105\n"));
    }

    [Theory]
    [InlineData("", "line 1: the file is empty")]
    [InlineData("id,name,kind\nb-1,x,township\n",
        "line 1, column region: this column is missing (also known as 地区")]
    [InlineData("id,name,kind,region,colour\nb-1,x,township,990101105,red\n",
        "line 1, column colour: this column is not known")]
    [InlineData("id,name,kind,region,name\nb-1,x,township,990101105,y\n",
        "line 1, column name: the column name stands twice")]
    [InlineData("id,name,kind,region,名称\nb-1,x,township,990101105,y\n",
        "line 1, column 名称: the column name stands twice")]
    [InlineData("id;name;kind;region\nb-1;x;township;990101105\n", "line 1: the cells are not separated by commas")]
    [InlineData("id\tname\tkind\tregion\nb-1\tx\ttownship\t990101105\n",
        "line 1: the cells are not separated by commas")]
    [InlineData("id,name,kind,region\nb-1,x,township,990101105,extra\n",
        "line 2: 5 cells, but the header names 4 columns")]
    [InlineData("id,name,kind,region\nb-1,x,township\n", "line 2, column region: is empty")]
    [InlineData("id,name,kind,region\nb-1,\"x,township,990101105\nb-2,y,township,990101105\n",
        "line 2: a quotation mark is out of place")]
    [InlineData("id,name,kind,region\n\"b 1\",\"x\ny\",township,990101105\n", "line 2, column id: 'b 1' is not an id")]
    [InlineData("id,name,kind,region\nb-1,x,township,990101105\nb-1,y,township,990101105\n",
        "line 3, column id: 'b-1' stands on line 2 already")]
    [InlineData("id,name,kind,region\nb-1,x,township,99010\n", "line 2, column region: '99010' is not a region code")]
    [InlineData("id,name,kind,region,serves\nb-1,x,township,990101105,990101105 9a\n", "line 2, column serves: '9a'")]
    [InlineData("id,name,kind,region,founded\nb-1,x,township,990101105,2026-02-30\n",
        "line 2, column founded: '2026-02-30' is not a day")]
    [InlineData("id,name,kind,region,founded\nb-1,x,township,990101105,2190-01-01\n",
        "line 2: on-in-future: founded on 2190-01-01")]
    public async Task What_is_wrong_is_named_by_line_and_column(string table, string saying) =>
        await Refuses(Encoding.UTF8.GetBytes(table), saying);

    [Fact]
    public async Task Utf_16_is_told_to_be_saved_anew() =>
        await Refuses(Encoding.Unicode.GetBytes(Good), "save it as CSV UTF-8");

    [Fact]
    public async Task A_picture_is_told_to_be_no_text() =>
        await Refuses([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "neither UTF-8 nor GBK");

    [Fact]
    public async Task Bytes_of_no_encoding_are_told() => await Refuses(
        [.. "id,name,kind,region\nb-1,"u8, 0xFF, 0xFF, .. ",township,990101105\n"u8], "neither UTF-8 nor GBK");

    [Fact]
    public async Task Sixty_megabytes_are_told_to_be_split() =>
        await Refuses(new byte[60_000_000], "an import has at most 50000000: split it");

    [Fact]
    public async Task Errors_of_cells_and_of_the_register_come_together()
    {
        using var desk = new Desk().Write(
            "c.csv", "id,name,kind,region,founded\nb 1,x,township,990101105,\nb-2,x,township,990101105,2190-01-01\n");
        (await desk.Run("chambers import c.csv")).No("2 problem(s)", "line 2, column id", "line 3: on-in-future");
    }

    private static async Task Reads(byte[] table)
    {
        using var desk = new Desk().Write("c.csv", table);
        Assert.Contains("1 registered", (await desk.Does("chambers import c.csv")).Out);
        Assert.Contains("青石镇商会", (await desk.Does("chambers list")).Out);
    }

    private static async Task Refuses(byte[] table, string saying)
    {
        using var desk = (await Desk.WithChambers()).Write("c.csv", table);
        (await desk.Run("chambers import c.csv")).No("c.csv: 1 problem(s), nothing was recorded", saying);
        Assert.Equal(3, (await desk.Does("chambers list --output json")).Json.GetProperty("chambers").GetArrayLength());
    }
}
