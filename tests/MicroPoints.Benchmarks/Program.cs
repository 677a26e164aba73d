using System.Runtime.InteropServices;
using MicroPoints.Benchmarks;

if (Children.Find(args) is { } child) return await child(args[1..]);
if (BenchOptions.Parse(args, out var options) is { } wrong)
{
    Console.Error.WriteLine(wrong);
    return 1;
}
await using var bench = new Bench(options);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await bench.Run();

// Servers that were started must not outlive the program, however it ends.
void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    Task.Run(async () =>
    {
        await bench.DisposeAsync();
        Environment.Exit(130);
    });
}
