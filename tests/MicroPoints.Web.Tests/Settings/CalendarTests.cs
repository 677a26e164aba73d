using System.Text;

namespace MicroPoints.Web.Tests;

/// <summary>A calendar that needs mending says where, by the headings that its clerk knows.</summary>
public sealed class CalendarTests(RealServer server) : IClassFixture<RealServer>
{
    [Fact]
    public async Task A_bad_cell_is_named_by_its_Chinese_heading()
    {
        var approver = await server.SignedIn();
        var page = (await approver.Upload("/settings", "calendar", "calendar.csv",
            Encoding.UTF8.GetBytes("date,kind,name\n2026-13-01,holiday,元旦\n2026-01-02,调休,元旦\n"))).Words;
        Assert.Contains("第 2 行“日期”", page, StringComparison.Ordinal);
        Assert.Contains("第 3 行“类别”", page, StringComparison.Ordinal);
        Assert.DoesNotContain("· date", page, StringComparison.Ordinal);
        Assert.DoesNotContain("holiday 或 workday", page, StringComparison.Ordinal);
    }
}
