using System.Text.RegularExpressions;

namespace MicroPoints.Simulation.Tests;

/// <summary>What is broken on purpose is found, and named as what it is.</summary>
public sealed class BrokenTests
{
    private const int Tries = 6;

    [Fact]
    public void A_log_that_loses_the_last_acknowledged_append_at_a_restart_is_found() => Finds("and is lost",
        plan =>
        {
            var memory = new LosingLog.Memory();
            return plan with { Break = log => new LosingLog(log, memory) };
        });

    [Fact]
    public void A_log_that_appends_twice_is_found() =>
        Finds("twice", plan => plan with { Break = log => new DoublingLog(log), AuditsEveryStep = true });

    /// <summary>Mostly the store sees it first: of some groups that a cut of power took a later one is still there.</summary>
    [Fact]
    public void A_disk_that_acknowledges_before_it_has_flushed_is_found() =>
        Finds("is lost|a later group stands intact|lacks sequence", plan => plan with { LiesAboutFlushes = true });

    [Fact]
    public void A_log_that_forgets_a_reversal_is_found() =>
        Finds("is lost", plan => plan with { Break = log => new ForgettingLog(log), AuditsEveryStep = true });

    [Fact]
    public void A_log_that_writes_another_count_is_found() =>
        Finds("was acknowledged as", plan => plan with { Break = log => new FalsifyingLog(log), AuditsEveryStep = true });

    /// <summary>One seed may never come to the place that is broken; of a few in a row some do.</summary>
    private static void Finds(string what, Func<SimulationPlan, SimulationPlan> broken)
    {
        var found = new List<string>();
        for (var seed = 101; seed < 101 + Tries; seed++)
            try { Simulation.Run(broken(new SimulationPlan(seed, 60))); }
            catch (SimulationException e) { found.Add(e.Message); }
        Assert.Contains(found, message => Regex.IsMatch(message, what));
    }
}
