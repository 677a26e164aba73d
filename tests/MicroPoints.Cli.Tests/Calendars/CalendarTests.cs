namespace MicroPoints.Cli.Tests.Calendars;

/// <summary>The working-day calendar from the command line.</summary>
public sealed class CalendarTests
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "rulesets", "holidays.csv");

    private static Desk WithShipped() => new Desk().Write("holidays.csv", File.ReadAllBytes(Shipped));

    [Fact]
    public async Task The_shipped_calendar_is_imported_once_and_shown()
    {
        using var desk = WithShipped();
        Assert.Contains("已登记", (await desk.Does("calendar import holidays.csv")).Out);
        Assert.Contains("未重复登记", (await desk.Does("calendar import holidays.csv")).Out);
        Assert.Contains("2018–2026，共 320 天", (await desk.Does("calendar show")).Out);
        var days = (await desk.Does("calendar show 2026 --output json")).Json.GetProperty("days").EnumerateArray();
        Assert.Contains("""{"date":"2026-10-10","kind":"workday","name":"国庆节"}""", days.Select(d => d.GetRawText()));
        Assert.Equal(39, days.Count());
    }

    [Fact]
    public async Task A_later_import_replaces_it_whole()
    {
        using var desk = WithShipped().Write("next.csv", "日期,类别,名称\n2027/1/1,放假,元旦\n2029/1/1,放假,元旦\n");
        await desk.Does("calendar import holidays.csv");
        Assert.Contains("日历 2027, 2029", (await desk.Does("calendar import next.csv")).Out);
        (await desk.Run("calendar show 2026")).No("covers 2027, 2029, not 2026");
        await desk.Does("verify");
    }

    [Fact]
    public async Task A_bad_row_changes_nothing()
    {
        using var desk = WithShipped().Write("bad.csv", "date,kind,name\n2026-10-09,workday,x\n2026-10-1x,holiday,y\n");
        await desk.Does("calendar import holidays.csv");
        (await desk.Run("calendar import bad.csv")).No("2 problem(s), nothing was recorded", "line 2, column kind", "line 3, column date");
        Assert.Contains("2018–2026", (await desk.Does("calendar show")).Out);
    }

    [Fact]
    public async Task Without_one_it_says_what_to_import()
    {
        using var desk = await Desk.WithChambers();
        (await desk.Run("calendar show")).No("no calendar is imported", "rulesets/holidays.csv");
        (await desk.Run("calendar show soon")).CouldNotRun("'soon' is not a year");
    }

    [Fact]
    public async Task No_ruleset_may_take_its_name()
    {
        using var desk = new Desk().Write("calendar.yaml", (await File.ReadAllTextAsync(Repository.Ruleset))
            .Replace("ruleset: micro-points", "ruleset: calendar", StringComparison.Ordinal));
        (await desk.Run("rules adopt calendar.yaml --scope 990101")).No("RULE070", "Choose another id");
        await desk.Does("calendar import " + Shipped);
    }
}
