namespace MicroPoints.Cli.Tests.Demo;

/// <summary>What a chamber of the fictional county could still do, and what would come of it; nothing is written.</summary>
public sealed class AdviceTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    [Fact]
    public async Task What_is_advised_brings_what_it_says_and_nothing_is_written()
    {
        var before = demo.Desk.Snapshot();
        var advice = (await demo.Desk.Does("advice 990101004 --output json")).Json;
        var next = advice.GetProperty("ways").EnumerateArray().First(a => a.GetProperty("goal").GetString() == "grade A");
        Assert.True(next.GetProperty("exact").GetBoolean());
        string[] with = [.. next.GetProperty("steps").EnumerateArray()
            .SelectMany(s => Enumerable.Repeat(Named(s), s.GetProperty("times").GetInt32())).SelectMany(w => new[] { "--with", w })];
        Assert.NotEmpty(with);
        var then = (await demo.Desk.Run(["what-if", "990101004", .. with, "--output", "json"])).Fine().Json;
        Assert.Equal((advice.GetProperty("points").GetDecimal(), next.GetProperty("after").GetDecimal(), "A"), (
            then.GetProperty("points").GetDecimal(), then.GetProperty("pointsThen").GetDecimal(),
            then.GetProperty("gradeThen").GetString()));
        Assert.Contains("达到“优秀”：最少再做", (await demo.Desk.Does("advice 990101004")).Out, StringComparison.Ordinal);
        var told = (await demo.Desk.Run(["what-if", "990101004", .. with])).Fine().Out;
        Assert.Contains("什么都不写入", told, StringComparison.Ordinal);
        Assert.Equal(before, demo.Desk.Snapshot());
    }

    [Fact]
    public async Task What_is_left_out_of_advice_is_told_with_the_reason_in_words_and_for_programs()
    {
        var left = (await demo.Desk.Does("advice 990101004 --output json")).Json.GetProperty("notAdvised").EnumerateArray().ToList();
        Assert.Contains(left, l => l.GetProperty("because").GetString() == "others-answer"
            && l.GetProperty("why").GetProperty("zh").GetString() == "由受访的人评价");
        Assert.Contains("由受访的人评价", (await demo.Desk.Does("advice 990101004")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scorecard_is_explained_line_by_line_down_to_its_points()
    {
        var card = (await demo.Desk.Does("scorecard 990101004 --output json")).Json;
        var told = (await demo.Desk.Does("explain 990101004 --output json")).Json;
        Assert.Equal(card.GetProperty("lines").EnumerateArray().Select(Said), told.GetProperty("lines").EnumerateArray().Select(Said));
        Assert.All(told.GetProperty("lines").EnumerateArray(), l => Assert.Equal(l.GetProperty("points").GetDecimal(),
            l.GetProperty("cuts").EnumerateArray().Select(c => c.GetProperty("after").GetDecimal())
                .Prepend(l.GetProperty("raw").GetDecimal()).Last()));
        var shown = (await demo.Desk.Does("explain 990101004 --line M1 --line award-nomination")).Out;
        Assert.Contains("计入：", shown, StringComparison.Ordinal);
        Assert.Contains("✓", shown, StringComparison.Ordinal);
        (await demo.Desk.Run("explain 990101004 --line no")).No("no line 'no'");

        static string Said(System.Text.Json.JsonElement line) => line.GetProperty("id").GetString() + " " + (
            line.GetProperty("points").ValueKind == System.Text.Json.JsonValueKind.String
                ? line.GetProperty("points").GetString() : line.GetProperty("points").GetRawText());
    }

    [Fact]
    public async Task A_class_is_explained_by_its_id_and_without_it_is_left_out()
    {
        using var desk = demo.Desk.Copy();
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Repository.Ruleset))!, "classified-management");
        desk.Write("classes.yaml", await File.ReadAllTextAsync(Path.Combine(folder, "classified-management.yaml")));
        await desk.Does("rules adopt classes.yaml --without-tests 试行 --scope 990101");
        var told = (await desk.Does("explain 990101004 --ruleset classified-management --output json")).Json;
        var asked = told.GetProperty("classes")[0].GetProperty("id").GetString();
        Assert.True(told.GetProperty("classes").GetArrayLength() > 1);
        var only = (await desk.Does($"explain 990101004 --ruleset classified-management --line {asked} --output json")).Json;
        Assert.Equal([asked], only.GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
        var limit = told.GetProperty("limits")[0].GetProperty("id").GetString();
        Assert.Equal(0, (await desk.Does($"explain 990101004 --ruleset classified-management --line {limit} --output json")).Json
            .GetProperty("classes").GetArrayLength());
    }

    [Theory]
    [InlineData("what-if 990101004 --with member.visited:x", "member.visited=3")]
    [InlineData("what-if 990101004 --with pledge.signed=3/2", "80/95")]
    [InlineData("what-if 990101004 --with member.satisfaction=90", "70/80/100")]
    [InlineData("what-if 990101004 --with project.brokered:sold", "signed|landed")]
    [InlineData("what-if 990101004 --with nothing", "'nothing' is no kind of activity")]
    [InlineData("what-if nobody --with member.visited", "nobody is not registered")]
    [InlineData("advice nobody", "nobody is not registered")]
    [InlineData("what-if 990101004 --with member.visited --with member.visited=9999999999",
        "--with member.visited=9999999999: count-out-of-range")]
    [InlineData("advice 990101004 --period 2025", "advice-period-over")]
    public async Task What_cannot_be_supposed_says_what_can(string line, string said) => (await demo.Desk.Run(line)).No(said);

    private static string Named(System.Text.Json.JsonElement step) => step.TryGetProperty("option", out var option)
        ? $"{step.GetProperty("kind").GetString()}:{option.GetString()}" : step.GetProperty("kind").GetString()!;
}
