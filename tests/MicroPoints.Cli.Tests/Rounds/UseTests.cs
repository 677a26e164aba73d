namespace MicroPoints.Cli.Tests.Rounds;

/// <summary>Who relied on a sealed round's result, as the command line records, lists and withdraws it.</summary>
public sealed class UseTests
{
    private const string Add = "round use add year c-01 --grade D --body 县民政局 --for 购买服务 --on 2026-01-20 --document 县民函〔2026〕2号",
        Help = "round use add year c-02 --outcome assistance --body 县工商联 --for 帮扶 --on 2026-01-21 --id use-2 --note 商会书面申请";

    [Fact]
    public async Task A_use_is_recorded_once_listed_and_withdrawn_and_the_proof_stays_as_it_was()
    {
        using var desk = await SealedYear.Desk();
        var proof = File.ReadAllBytes(desk.PathOf("data/proofs/year.zip"));
        var first = (await desk.Does($"{Add} --output json")).Json.GetProperty("id").GetString()!;
        Assert.Contains("未重复登记", (await desk.Does(Add)).Out);
        await desk.Does(Help);
        await desk.Does($"round use withdraw year {first} --reason 误登记");
        Assert.Contains("未重复登记", (await desk.Does($"round use withdraw year {first} --reason 误登记")).Out);

        var shown = (await desk.Does("round use list year")).Out;
        foreach (var what in (string[])["县民政局", "购买服务", "县民函〔2026〕2号", "误登记", "use-2", "assistance"]) Assert.Contains(what, shown);
        var uses = (await desk.Does("round use list year --output json")).Json.GetProperty("uses");
        Assert.Equal(2, uses.GetArrayLength());
        Assert.True(uses[0].TryGetProperty("withdrawn", out _));
        Assert.Equal(("assistance", "商会书面申请"), (uses[1].GetProperty("outcome").GetString(), uses[1].GetProperty("note").GetString()));

        Assert.Equal(2, (await desk.Does("export uses --scope 990101 --out uses.xlsx --output json")).Json.GetProperty("rows").GetInt32());
        await desk.Does("round seal year");
        Assert.Equal(proof, File.ReadAllBytes(desk.PathOf("data/proofs/year.zip")));
        await desk.Does("round replay data/proofs/year.zip");
        await desk.Does("verify");
    }

    [Theory]
    [InlineData("round use add year c-01 --grade A --body 县民政局 --for 购买服务 --on 2026-01-20", "result-not-given", "it gave: D, assistance")]
    [InlineData("round use add year c-09 --grade D --body 县民政局 --for 购买服务 --on 2026-01-20", "chamber-unknown", "c-09")]
    [InlineData("round use add year c-01 --body 县民政局 --for 购买服务 --on 2026-01-20", "round-step-incomplete", "outcome or the grade")]
    [InlineData("round use add year c-01 --grade D --body 县民政局 --for 购买服务 --on 2026-01-14", "on-too-early", "2026-01-15")]
    [InlineData("round use add year c-01 --grade D --body 县民政局 --for 购买服务 --on 2199-01-14", "on-in-future", "2199-01-14")]
    [InlineData("round use withdraw year use-9 --reason 误登记", "use-unknown", "use-9")]
    [InlineData("round use list elsewhere", "round-unknown", "elsewhere")]
    public async Task What_cannot_be_relied_on_says_why_and_writes_nothing(string line, string refusal, string why)
    {
        using var desk = await SealedYear.Desk();
        (await desk.Run(line)).No(refusal, why);
        Assert.Contains("没有运用记录", (await desk.Does("round use list year")).Out);
    }
}
