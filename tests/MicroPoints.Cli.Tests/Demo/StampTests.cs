namespace MicroPoints.Cli.Tests.Demo;

/// <summary>Generated data never look like real ones: every output says so.</summary>
public sealed class StampTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    private const string Stamp = "程序生成，非真实数据";

    [Theory]
    [InlineData("standings")]
    [InlineData("scorecard 990101003")]
    [InlineData("chambers list")]
    [InlineData("activities list 990101003")]
    [InlineData("round show demo-2026")]
    [InlineData("round replay data/proofs/demo-2026.zip")]
    public async Task Every_output_on_generated_data_is_stamped(string line)
    {
        Assert.StartsWith(Stamp, (await demo.Desk.Run(line)).Fine().Out.TrimStart());
        Assert.Equal(Stamp, (await demo.Desk.Run($"{line} --output json")).Fine().Json.GetProperty("stamp").GetString());
    }

    [Fact]
    public async Task A_round_opened_over_generated_data_is_stamped()
    {
        using var desk = demo.Desk.Copy();
        await desk.Does("round open again --scope 990101 --period 2026");
        Assert.StartsWith(Stamp, (await desk.Run("round show again")).Fine().Out);
    }

    [Fact]
    public async Task Real_data_are_not_stamped()
    {
        using var desk = await Desk.WithChambers();
        Assert.DoesNotContain(Stamp, (await desk.Run("standings")).Fine().Out);
    }
}
