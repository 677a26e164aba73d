namespace MicroPoints.Cli.Tests.County;

/// <summary>A region ends what it adopted; what it inherits counts again, and it may adopt again.</summary>
public sealed class EndAdoptionTests
{
    private const string Adopt = "rules adopt lenient.yaml --without-tests 试行 --scope 990101 --from 2026-01-01 --set party-limit=false",
        End = "rules end micro-points --scope 990101 --from 2026-01-01 --reason 改用全国的办法";

    private static async Task<string?> Ruleset(Desk desk) =>
        (await desk.Does("standings --scope 990101 --output json")).Json.GetProperty("ruleset").GetString();

    [Fact]
    public async Task What_is_inherited_counts_again_and_the_same_may_be_adopted_and_ended_once_more()
    {
        using var desk = await Lenient.Desk();
        Assert.Equal("micro-points@lenient", await Ruleset(desk));
        Assert.Contains("停用 micro-points，自 2026-01-01 起：已登记", (await desk.Does(End)).Out, StringComparison.Ordinal);
        Assert.Equal("micro-points@2026.1", await Ruleset(desk));
        (await desk.Run(End.Replace("全国", "省里"))).No("adoption-not-own", "what it inherits is ended where it was adopted");
        Assert.Contains("未重复登记", (await desk.Does(End)).Out, StringComparison.Ordinal);

        Assert.Contains("已登记", (await desk.Does(Adopt)).Out, StringComparison.Ordinal);
        Assert.Equal("micro-points@lenient", await Ruleset(desk));
        Assert.Contains("未重复登记", (await desk.Does(Adopt)).Out, StringComparison.Ordinal);
        Assert.Contains("已登记", (await desk.Does(End)).Out, StringComparison.Ordinal);
        Assert.Equal("micro-points@2026.1", await Ruleset(desk));
        await desk.Does("verify");
    }

    [Fact]
    public async Task A_round_by_it_is_finished_or_given_up_first()
    {
        using var desk = await Lenient.Desk();
        await desk.Does("round open r-1 --scope 990101 --period 2026");
        (await desk.Run(End)).No("adoption-in-round", "lock it or abandon it first");
        await desk.Does("round abandon r-1 --reason 开错了");
        await desk.Does(End);
    }
}
