using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace MicroPoints.Cli.Tests.Warm;

/// <summary>A process of the real program that stays after a command line and runs the next one, already compiled.</summary>
/// <remarks>
/// The program, its configuration and its files are those that are shipped; only its start is taken over, by a hook of the
/// runtime. One that ends, or does not answer in time, is replaced; what it wrote and its exit code are the answer.
/// </remarks>
internal sealed class WarmProgram
{
    public const string Hook = "DOTNET_STARTUP_HOOKS";

    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(5);
    private static readonly ConcurrentBag<WarmProgram> Idle = [];
    private static readonly SemaphoreSlim Free = new(Environment.ProcessorCount);

    private readonly Process _process;

    private WarmProgram()
    {
        var start = CommandLine.Prepare(AppContext.BaseDirectory);
        start.RedirectStandardInput = true;
        start.Environment[Hook] = typeof(WarmProgram).Assembly.Location;
        _process = Process.Start(start) ?? throw new InvalidOperationException("the program does not start");
        // What it says while no command line runs can only be its last words, which nobody must have to read for it to go on.
        _ = _process.StandardError.ReadToEndAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
    }

    public static async Task<Ran> Run(
        string directory, string[] arguments, (string Name, string Value)[] environment, TimeSpan patience)
    {
        await Free.WaitAsync();
        var (output, error) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            if (!Idle.TryTake(out var program) || program._process.HasExited) program = new WarmProgram();
            var code = await program.Answer(new WarmRequest(directory, output, error, arguments, environment), patience);
            if (!program._process.HasExited) Idle.Add(program);
            return new Ran(string.Join(' ', arguments), code,
                await File.ReadAllBytesAsync(output), await File.ReadAllTextAsync(error, Encoding.UTF8));
        }
        finally
        {
            File.Delete(output);
            File.Delete(error);
            Free.Release();
        }
    }

    /// <summary>It ends once nobody can ask any more.</summary>
    private void End()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(EndsWithin)) _process.Kill();
    }

    private async Task<int> Answer(WarmRequest request, TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(request.ToBytes(), patience.Token);
            await _process.StandardInput.BaseStream.FlushAsync(patience.Token);
            var code = new byte[sizeof(int)];
            if (await _process.StandardOutput.BaseStream.ReadAtLeastAsync(code, code.Length, false, patience.Token) == code.Length)
                return BitConverter.ToInt32(code);
            await _process.WaitForExitAsync(patience.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', request.Arguments)}' did not end within {limit}");
        }
    }
}
