using MicroPoints.Cli.Tests.County;

namespace MicroPoints.Cli.Tests.Activities;

/// <summary>Questions over all chambers of a directory.</summary>
public sealed class FindActivitiesTests
{
    [Fact]
    public async Task All_chambers_are_looked_through()
    {
        using var desk = await Lenient.Desk();
        var found = (await desk.Does("activities find --kind member.visited --output json")).Json.GetProperty("activities");
        Assert.Equal(["c-01 12", "c-02 10", "c-03 1"],
            found.EnumerateArray().Select(a => $"{a.GetProperty("chamber")} {a.GetProperty("number")}").Order());
        Assert.Contains("走访会员", (await desk.Does("activities find --scope 990101101")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_meanwhile_and_taken_back_is_known_the_next_time()
    {
        using var desk = await Lenient.Desk();
        await desk.Does("activities find");
        await desk.Does("activities record --chamber c-02 --id late --kind member.visited --on 2026-04-12 --count 2");
        await desk.Does("activities reverse --chamber c-02 --target v --reason 误记");
        Assert.Equal(["late"], await Ids(desk, "--chamber c-02"));
        Assert.Equal(["v", "late"], await Ids(desk, "--chamber c-02 --reversed"));
        Assert.Equal(["late"], await Ids(desk, "--from 2026-04-01 --until 2026-05-01"));
    }

    [Fact]
    public async Task A_page_says_where_the_next_goes_on()
    {
        using var desk = await Lenient.Desk();
        var first = (await desk.Does("activities find --limit 2 --output json")).Json;
        Assert.Equal(2, first.GetProperty("activities").GetArrayLength());
        var second = (await desk.Does($"activities find --limit 2 --after {first.GetProperty("next")} --output json")).Json;
        Assert.Equal(1, second.GetProperty("activities").GetArrayLength());
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task A_damaged_read_model_is_built_anew_and_rebuild_names_it()
    {
        using var desk = await Lenient.Desk();
        await desk.Does("activities find");
        await desk.Does("rebuild");
        desk.Write("data/derived/read.sqlite", "garbage");
        (await desk.Run("rebuild")).No("read.sqlite", "damaged");
        await desk.Does("rebuild");
        desk.Write("data/derived/read.sqlite", "garbage");
        var found = (await desk.Run("activities find")).Reports(0, "c-01", "c-02", "c-03");
        Assert.Contains("built anew", found.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--limit 0")]
    [InlineData("--limit 501")]
    [InlineData("--kind -x")]
    [InlineData("--after here")]
    [InlineData("--from 2026")]
    public async Task What_cannot_be_read_is_refused(string option)
    {
        using var desk = await Lenient.Desk();
        (await desk.Run($"activities find {option}")).CouldNotRun(option.Split(' ')[0]);
    }

    [Theory]
    [InlineData("--kind member.vanished", "member.vanished")]
    [InlineData("--from 2026-07-01 --until 2026-01-01", "until is the first day that no longer counts")]
    public async Task What_nothing_can_answer_is_refused(string options, string saying)
    {
        using var desk = await Lenient.Desk();
        (await desk.Run($"activities find {options}")).No("query-invalid", saying);
    }

    private static async Task<List<string>> Ids(Desk desk, string options) =>
        [.. (await desk.Does($"activities find {options} --output json".Replace("  ", " ", StringComparison.Ordinal)))
            .Json.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("id").GetString()!)];
}
