using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>The first page: the standings of a scope, summed up; or, where that is not public, that the server runs.</summary>
/// <remarks>It is open to anybody, so it is computed at most once in a while, whoever asks.</remarks>
internal sealed class PublicPage(Workspace workspace, PageOptions options, SealedFigures figures)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (byte[] Html, DateTimeOffset From)? _kept;

    public async Task<byte[]> Html(CancellationToken cancel)
    {
        if (!options.IsPublic) return Closed();
        await _one.WaitAsync(cancel);
        try
        {
            var now = workspace.Clock.GetUtcNow();
            if (_kept is { } kept && now >= kept.From && now < kept.From + KeptFor) return kept.Html;
            var today = AsOf.On(workspace.Today);
            var ruleset = options.Period is { } period ? await workspace.Rounds.AnnualRulesetOf(period, options.Scope, cancel)
                : workspace.Regions.AnnualRulesetOf(options.Scope, today);
            var live = await workspace.Lists.Ask(
                new StandingsQuery(ruleset ?? CountyList.Sample, options.Period, options.Scope, null, null, []), null, cancel);
            var html = Summary(live, await figures.Of(live, cancel));
            _kept = (html, now);
            return html;
        }
        finally { _one.Release(); }
    }

    private static byte[] Closed()
    {
        var page = Begin("商会微积分", null);
        page.Element("h1", "商会微积分").Element("p", "服务运行正常。MicroPoints is running.", "class=\"lead\"");
        return End(page);
    }

    private static byte[] Summary(StandingsList live, Confirmed? confirmed)
    {
        var list = confirmed?.List ?? live;
        var ruleset = list.Ruleset;
        // By code, never by points: the page shows where everybody is and names no last ones.
        ListedStanding[] rows = [.. list.Rows.OrderBy(r => r.Seat).ThenBy(r => r.Id)];
        var page = Begin($"{ruleset.Title.Zh} {list.Period}", list.Stamp);
        page.Element("h1", $"{RegionNames.Proper(list.Scope, list.Stamp)}{Year(list.Period)}积分情况")
            .Element("p", ruleset.Title.Zh, "class=\"lead\"");
        page.Element("p", $"截至 {Calendar.Zh(list.At.Day)}，共 {rows.Length} 家商会。{(confirmed is null
            ? "数据为试算，未经年度评价确认" : $"已经年度评价确认（{Calendar.Zh(confirmed.On)}封存）")}；按行政区划代码排列。", "class=\"note\"");
        page.Raw("<table><thead><tr>").Element("th", "商会", "scope=\"col\"").Element("th", "总分", "scope=\"col\" class=\"n\"")
            .Element("th", "等次", "scope=\"col\"");
        foreach (var category in ruleset.Categories) page.Element("th", category.Title.Zh, "scope=\"col\" class=\"n\"");
        page.Raw("</tr></thead><tbody>");
        foreach (var row in rows) Row(page, ruleset, row);
        page.Raw("</tbody></table>");
        if (ruleset.Sample) page.Element("p", "本办法为样本，分值由县里办法替换。", "class=\"note\"");
        return End(page);
    }

    private static void Row(PageText page, Ruleset ruleset, ListedStanding row)
    {
        page.Raw("<tr>").Raw("<th scope=\"row\">").Element("span", row.Name, "class=\"name\"")
            .Element("span", row.Seat.Value, "class=\"code\"").Raw("</th>")
            .Element("td", row.Total.ToFixed(), "class=\"n total\" data-label=\"总分\"")
            .Element("td", Grade(ruleset, row), "class=\"grade\" data-label=\"等次\"");
        foreach (var (category, points) in ruleset.Categories.Zip(row.Categories))
            page.Element("td", points.ToFixed(), $"class=\"n\" data-label={PageText.Value(category.Title.Zh)}");
        page.Raw("</tr>");
    }

    private static string Grade(Ruleset ruleset, ListedStanding row) => row switch
    {
        { BarredBy: not null } => "不参评",
        { Grade: { } grade } => ruleset.Grades.First(g => g.Id == grade).Title.Zh,
        { Class: { } @class } => ruleset.Classes.First(c => c.Id == @class).Title.Zh,
        _ => "—",
    };

    private static string Year(Period period) => period.Length == PeriodLength.Year ? $"{period}年度" : $"{period}期";

    private static PageText Begin(string title, string? stamp)
    {
        var page = new PageText().Raw("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", title).Raw("<link rel=\"icon\" href=\"/mark.svg\" type=\"image/svg+xml\">")
            .Raw("<link rel=\"stylesheet\" href=\"/public.css\"></head><body>");
        if (stamp is not null) page.Raw("<header>").Element("p", stamp, "class=\"stamp\" role=\"note\"").Raw("</header>");
        return page.Raw("<main>");
    }

    private static byte[] End(PageText page) =>
        page.Raw("</main><footer><p>商会微积分 MicroPoints</p></footer></body></html>").ToBytes();
}
