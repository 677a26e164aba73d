using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MicroPoints.Cli.Tests.Demo;

/// <summary>A demo stopped by Ctrl-C or by the system while it records.</summary>
public sealed class InterruptedDemoTests
{
    private const int Interrupt = 2, Terminate = 15;

    [SignalFact(Interrupt)]
    public Task Interrupted_it_ends_with_a_word_and_what_was_acknowledged_is_sound() => EndsWithAWord(Interrupt);

    [SignalFact(Terminate)]
    public Task Terminated_it_ends_with_a_word_and_what_was_acknowledged_is_sound() => EndsWithAWord(Terminate);

    private static async Task EndsWithAWord(int signal)
    {
        using var desk = new Desk();
        using var demo = await Recording(desk);
        Assert.Equal(0, kill(demo.Id, signal));
        (await CommandLine.Finish(demo, "demo")).CouldNotRun("stopped; what was acknowledged is kept");
        Assert.True((await desk.Does("verify --output json")).Json.GetProperty("entries").GetInt64() > 1000);
    }

    [Fact]
    public async Task While_it_records_nobody_else_opens_its_directory_but_anyone_may_verify()
    {
        using var desk = new Desk();
        using var demo = await Recording(desk);
        (await desk.Run("standings")).CouldNotRun("in use");
        (await desk.Run("rebuild")).CouldNotRun("in use");
        await desk.Does("verify");
        Assert.False(demo.HasExited);
        demo.Kill();
        await demo.WaitForExitAsync();
    }

    /// <summary>A large demo that has begun to record.</summary>
    private static async Task<Process> Recording(Desk desk)
    {
        var demo = Process.Start(CommandLine.Prepare(desk.Root, "demo", "--scale", "guangxi", "--data", "data"))!;
        while (!demo.HasExited && new FileInfo(desk.Journal) is not { Exists: true, Length: > 2_000_000 })
            await Task.Delay(20);
        return demo;
    }

#pragma warning disable IDE1006 // The name is the C library's.
    [DllImport("libc")]
    private static extern int kill(int process, int signal);
#pragma warning restore IDE1006
}

/// <summary>A fact that needs a signal to arrive; skipped where there are none, or where the shell has it ignored.</summary>
public sealed class SignalFactAttribute : FactAttribute
{
    public SignalFactAttribute(int signal) => Skip = OperatingSystem.IsWindows() ? "Windows has no signals"
        : IsIgnored(signal) ? $"signal {signal} is ignored here, as a shell has it for what runs in the background" : null;

    /// <summary>A child inherits what its parent ignores; Linux tells it as a bit mask in hex.</summary>
    private static bool IsIgnored(int signal) => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (Convert.ToUInt64(line["SigIgn:".Length..].Trim(), 16) >> (signal - 1) & 1) == 1;
}
