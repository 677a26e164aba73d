namespace MicroPoints.Cli.Tests.Demo;

/// <summary>What a chamber of the fictional county could still do, and what would come of it; nothing is written.</summary>
public sealed class AdviceTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    [Fact]
    public async Task What_is_advised_brings_what_it_says_and_nothing_is_written()
    {
        var before = demo.Desk.Snapshot();
        var advice = (await demo.Desk.Does("advice 990101004 --output json")).Json;
        var next = advice.GetProperty("advice").EnumerateArray().First(a => a.GetProperty("goal").GetString() == "grade A");
        Assert.True(next.GetProperty("exact").GetBoolean());
        string[] with = [.. next.GetProperty("steps").EnumerateArray()
            .SelectMany(s => Enumerable.Repeat(Named(s), s.GetProperty("times").GetInt32())).SelectMany(w => new[] { "--with", w })];
        Assert.NotEmpty(with);
        var then = (await demo.Desk.Run(["what-if", "990101004", .. with, "--output", "json"])).Fine().Json;
        Assert.Equal((advice.GetProperty("total").GetString(), next.GetProperty("after").GetString(), "A"),
            (then.GetProperty("total").GetString(), then.GetProperty("totalThen").GetString(), then.GetProperty("gradeThen").GetString()));
        Assert.Contains("达到“优秀”：最少再做", (await demo.Desk.Does("advice 990101004")).Out, StringComparison.Ordinal);
        var told = (await demo.Desk.Run(["what-if", "990101004", .. with])).Fine().Out;
        Assert.Contains("什么都不写入", told, StringComparison.Ordinal);
        Assert.Equal(before, demo.Desk.Snapshot());
    }

    [Theory]
    [InlineData("what-if 990101004 --with member.visited:x", "member.visited=3")]
    [InlineData("what-if 990101004 --with pledge.signed=3/2", "80/95")]
    [InlineData("what-if 990101004 --with member.satisfaction=90", "70/80/100")]
    [InlineData("what-if 990101004 --with project.brokered:sold", "signed|landed")]
    [InlineData("what-if 990101004 --with nothing", "'nothing' is no kind of activity")]
    [InlineData("what-if nobody --with member.visited", "nobody is not registered")]
    [InlineData("advice nobody", "nobody is not registered")]
    public async Task What_cannot_be_supposed_says_what_can(string line, string said) => (await demo.Desk.Run(line)).No(said);

    private static string Named(System.Text.Json.JsonElement step) => step.TryGetProperty("option", out var option)
        ? $"{step.GetProperty("kind").GetString()}:{option.GetString()}" : step.GetProperty("kind").GetString()!;
}
