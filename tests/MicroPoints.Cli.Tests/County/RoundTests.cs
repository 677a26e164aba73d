namespace MicroPoints.Cli.Tests.County;

/// <summary>A round from draft to sealed, by hand.</summary>
public sealed class RoundTests
{
    private const string Open = "round open trial --scope 990101 --period 2026";
    private const string Decide = "round decide trial --meeting 主席办公会 --on 2026-06-30 --minutes 2026-14";

    [Fact]
    public async Task Open_lock_decide_seal_replay_and_show()
    {
        using var desk = await Lenient.Desk();
        foreach (var step in (string[])[Open, "round lock trial", Decide, "round seal trial"]) await desk.Does(step);
        var replayed = (await desk.Does("round replay data/proofs/trial.zip --output json")).Json;
        Assert.Equal(3, replayed.GetProperty("ranked").GetInt32());
        var shown = (await desk.Does("round show trial --output json")).Json;
        Assert.Equal("sealed", shown.GetProperty("status").GetString());
        Assert.Equal(replayed.GetProperty("sha256").GetString(), shown.GetProperty("proof").GetString());
    }

    [Fact]
    public async Task Every_step_sent_again_is_recognised_and_the_proof_is_the_same()
    {
        using var desk = await Lenient.Desk();
        string[] steps = [Open, "round lock trial", Decide, "round seal trial"];
        foreach (var step in steps) await desk.Does(step);
        var proof = await File.ReadAllBytesAsync(desk.PathOf("data/proofs/trial.zip"));
        File.Delete(desk.PathOf("data/proofs/trial.zip"));
        foreach (var step in steps) Assert.Contains("未重复登记", (await desk.Does(step)).Out);
        Assert.Equal(proof, await File.ReadAllBytesAsync(desk.PathOf("data/proofs/trial.zip")));
    }

    [Fact]
    public async Task A_meeting_may_pass_over_the_first_and_select_the_next_with_reasons()
    {
        using var desk = await Lenient.Desk();
        await desk.Does(Open);
        await desk.Does("round lock trial");
        await desk.Does($"{Decide} --pass-over award-nomination:c-01:上年已获 --select award-nomination:c-02:成效突出");
        await desk.Does("round seal trial");
        await desk.Does("round replay data/proofs/trial.zip");
        var shown = (await desk.Does("round show trial")).Out;
        Assert.Contains("成效突出", shown);
        Assert.Contains("上年已获", shown);
    }

    [Theory]
    [InlineData("--select award-nomination:c-02:成效突出", "selection-over-quota")]
    [InlineData("--select award-nomination:c-03:成效突出", "selection-ineligible")]
    [InlineData("--select medal:c-01:成效突出", "selection-unknown-outcome")]
    [InlineData("--select award-nomination:c-99:成效突出", "chamber-unknown")]
    [InlineData("--pass-over award-nomination:c-01:", "selection-reason-missing")]
    public async Task A_meeting_may_not(string departure, string refusal)
    {
        using var desk = await Lenient.Desk();
        await desk.Does(Open);
        await desk.Does("round lock trial");
        (await desk.Run($"{Decide} {departure}")).No(refusal);
        await desk.Does(Decide);
    }

    [Theory]
    [InlineData("round lock trial", "round-unknown")]
    [InlineData(Decide, "round-wrong-state")]
    [InlineData("round seal trial", "round-wrong-state")]
    [InlineData("round show trial", "round-unknown")]
    public async Task No_step_without_a_round(string step, string refusal)
    {
        using var desk = await Lenient.Desk();
        (await desk.Run(step)).No(refusal, "trial");
    }

    [Fact]
    public async Task No_step_before_the_one_before_it()
    {
        using var desk = await Lenient.Desk();
        await desk.Does(Open);
        (await desk.Run(Decide)).No("round-wrong-state", "lock it first");
        await desk.Does("round lock trial");
        (await desk.Run("round seal trial")).No("round-wrong-state", "decide it first");
    }

    [Fact]
    public async Task What_comes_after_the_lock_changes_no_result()
    {
        using var desk = await Lenient.Desk();
        await desk.Does(Open);
        await desk.Does("round lock trial");
        var before = (await desk.Does("round show trial")).Out;
        await desk.Does("activities record --chamber c-03 --kind member.visited --on 2026-05-01 --count 9");
        Assert.Equal(before, (await desk.Does("round show trial")).Out);
    }

    [Fact]
    public async Task A_closed_period_takes_nothing_new_while_its_mistakes_and_other_years_do()
    {
        using var desk = await Lenient.Desk();
        await desk.Does(Open);
        await desk.Does("round lock trial --close-period");
        (await desk.Run("activities record --chamber c-01 --kind member.visited --on 2026-05-01 --count 1"))
            .No("period-closed");
        await desk.Does("activities reverse --chamber c-01 --target v --reason 误记");
        await desk.Does("activities record --chamber c-01 --kind member.visited --on 2025-05-01 --count 1");
    }

    [Fact]
    public async Task A_proof_says_nothing_of_reasons_in_free_text()
    {
        using var desk = await Lenient.Desk();
        await desk.Does(
            "activities record --chamber c-01 --kind federation.awarded --on 2026-05-08 --points 1.5 --reason 张三捐款");
        foreach (var step in (string[])[Open, "round lock trial", Decide, "round seal trial"]) await desk.Does(step);
        Assert.Equal(-1,
            (await File.ReadAllBytesAsync(desk.PathOf("data/proofs/trial.zip"))).AsSpan().IndexOf("张三捐款"u8));
    }

    [Fact]
    public async Task A_late_window_lets_entries_into_a_closed_period()
    {
        using var desk = await Lenient.Desk();
        await desk.Does(Open);
        await desk.Does("round lock trial --close-period");
        const string Late = "activities record --chamber c-01 --kind member.visited --on 2026-05-03 --count 1";
        (await desk.Run(Late)).No("period-closed", "late window");
        await desk.Does("activities late-window c-01 --period 2026 --through 2099-01-15 --reason 补录");
        await desk.Does(Late);
    }

    [Fact]
    public async Task An_application_is_recorded_while_the_round_is_a_draft()
    {
        using var desk = await Lenient.Desk();
        await desk.Does(Open);
        await desk.Does("round apply trial c-01");
        await desk.Does("round lock trial");
        (await desk.Run("round apply trial c-02")).No("round-wrong-state");
    }

    [Fact]
    public async Task A_day_that_has_not_come_has_no_standings()
    {
        using var desk = await Lenient.Desk();
        (await desk.Run("standings --as-of 2099-01-01")).No("on-in-future");
    }
}
