using System.Text;

namespace MicroPoints.Cli.Tests.Activities;

/// <summary>Activities from a CSV file: all of it, or every bad row with its line.</summary>
public sealed class ImportActivitiesTests
{
    private const string SixErrors = """
        chamber,id,kind,on,count,points,key,part,reason
        c-01,good,member.visited,2026-03-01,2,,,,
        c-09,a,member.visited,2026-03-01,2,,,,
        c-01,b,member.vis,2026-03-01,2,,,,
        c-01,c,member.visited,2026-02-30,2,,,,
        c-01,d,member.visited,2190-03-01,2,,,,
        c-01,e,member.visited,2026-03-01,2,,,13/13,
        c-01,f,federation.awarded,2026-03-01,,1,,,

        """;

    [Fact]
    public async Task Six_errors_are_six_lines_and_nothing_is_recorded()
    {
        using var desk = (await Desk.WithChambers()).Write("a.csv", SixErrors);
        var ran = (await desk.Run("activities import a.csv")).No("6 problem(s), nothing was recorded");
        Assert.Equal(["line 3", "line 4", "line 5", "line 6", "line 7", "line 8"], LinesNamed(ran));
        Assert.DoesNotContain("good", (await desk.Does("activities list c-01")).Out);
    }

    [Theory]
    [InlineData("line 3: chamber-unknown: c-09")]
    [InlineData("line 4, column kind: 'member.vis' is not an activity kind")]
    [InlineData("line 5, column on: '2026-02-30' is not a day")]
    [InlineData("line 6: on-in-future")]
    [InlineData("line 7, column part: '13/13' is not a part such as 1/2, of at most 12")]
    [InlineData("line 8: reason-missing")]
    public async Task Each_of_the_six_says_what_is_wrong(string saying)
    {
        using var desk = (await Desk.WithChambers()).Write("a.csv", SixErrors);
        (await desk.Run("activities import a.csv")).No(saying);
    }

    [Theory]
    [InlineData("c-01,x,member.satisfaction,2026-03-01,,,30,31,35", "rate-inconsistent")]
    [InlineData("c-01,x,member.visited,2026-03-01,2.5,,,,", "column count: '2.5' is not a whole number")]
    [InlineData("c-01,x,member.visited,2026-03-01,,,,,", "column count: member.visited needs count")]
    [InlineData("c-01,x,member.visited,2026-03-01,1,1,,,", "column quantity: member.visited takes count, not quantity")]
    [InlineData("c-01,x y,member.visited,2026-03-01,1,,,,", "column id: 'x y' is not an id")]
    [InlineData("c 1,x,member.visited,2026-03-01,1,,,,", "column chamber: 'c 1' is not an id")]
    [InlineData("c-01,x,member.visited,2026-13-01,1,,,,", "column on: '2026-13-01' is not a day")]
    [InlineData("c-01,x,member.visited,2026-03-01,1,,,,,extra", "10 cells, but the header names 9 columns")]
    [InlineData("c-01,x,member.visited,2026-03-01,\"1,,,,", "a quotation mark is out of place")]
    public async Task A_bad_cell_is_named_by_line_and_column(string row, string saying)
    {
        using var desk = (await Desk.WithChambers())
            .Write("a.csv", $"chamber,id,kind,on,count,quantity,answered,satisfied,asked\n\n{row}\n");
        (await desk.Run("activities import a.csv")).No("1 problem(s), nothing was recorded", "line 3", saying);
    }

    [Fact]
    public async Task An_id_with_two_contents_is_found_over_any_distance()
    {
        var rows = Enumerable.Range(0, 1_500).Select(i => $"c-01,r-{i},member.visited,2026-03-01,1\n");
        using var desk = (await Desk.WithChambers())
            .Write("a.csv", $"chamber,id,kind,on,count\n{string.Concat(rows)}c-01,r-0,member.visited,2026-03-01,2\n");
        (await desk.Run("activities import a.csv"))
            .No("line 1502, column id: 'r-0' of c-01 stands on line 2 with other content");
        Assert.DoesNotContain("r-0", (await desk.Does("activities list c-01")).Out);
    }

    [Fact]
    public async Task The_same_file_again_records_nothing_twice_with_or_without_ids()
    {
        using var desk = (await Desk.WithChambers()).Write("a.csv", """
            chamber,id,kind,on,count
            c-01,x,member.visited,2026-03-01,2
            c-01,,member.visited,2026-03-01,2
            c-01,,member.visited,2026-03-01,2

            """);
        Assert.Contains("3 recorded, 0 existed", (await desk.Does("activities import a.csv")).Out);
        Assert.Contains("0 recorded, 3 existed", (await desk.Does("activities import a.csv")).Out);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_records_nothing()
    {
        using var desk = (await Desk.WithChambers())
            .Write("a.csv", "chamber,kind,on,count\nc-01,member.visited,2026-03-01,2\n");
        Assert.Contains("1 would be recorded", (await desk.Does("activities import a.csv --dry-run")).Out);
        Assert.Contains("1 recorded", (await desk.Does("activities import a.csv")).Out);
    }

    [Fact]
    public async Task Chinese_headers_in_GBK_and_dates_as_spreadsheets_write_them_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var table = "商会编号,事项,日期,次数,选项,对象\nc-01,member.visited,2026年4月12日,3,,\n"
            + "c-01,member.visited,2026/4/1,1,,\nc-02,project.brokered,2026.6.1,,签约,配件厂\n";
        using var desk = (await Desk.WithChambers()).Write("a.csv", Encoding.GetEncoding("gbk").GetBytes(table));
        Assert.Contains("3 recorded", (await desk.Does("activities import a.csv")).Out);
        Assert.Contains("2026-04-12", (await desk.Does("activities list c-01")).Out);
    }

    private static List<string> LinesNamed(Ran ran) =>
        [.. ran.Error.Split('\n').Select(l => l.Trim())
            .Where(l => l.StartsWith("line ", StringComparison.Ordinal)).Select(l => l.Split(',', ':')[0])];
}
