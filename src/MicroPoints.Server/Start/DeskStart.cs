using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Server;

/// <summary>A start by double-click: data beside the program, a free port of this machine, the browser opened at the right page.</summary>
internal static class DeskStart
{
    private const int PortsTried = 20;
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(30), ClosesWithin = TimeSpan.FromSeconds(20);

    /// <summary>What a double-click means to a program that is one file: nothing typed, or a backup dropped onto it.</summary>
    public static string[] Arguments(string[] typed)
    {
        if (!AppContext.TryGetSwitch("MicroPoints.StartsByDoubleClick", out var isOne) || !isOne) return typed;
        return typed switch
        {
            [] => ["--desk"],
            [var file] when file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && File.Exists(file) => ["--desk", "--restore", file],
            _ => typed,
        };
    }

    public static bool IsAskedFor(string[] arguments) => arguments.Contains("--desk");

    /// <summary>Serves until the window is closed or Ctrl+C; where it runs already, opens that one's page.</summary>
    public static async Task Run(ServerOptions options, TextWriter output)
    {
        var place = new DeskPlace(options.Data);
        if (options.Restore is { } backup) await output.WriteLineAsync(Restore(backup, options.Data));
        place.Prepare();
        await output.WriteLineAsync(DeskWords.Starting(options));
        using var closed = new ManualResetEventSlim();
        using var closing = new CancellationTokenSource();
        // Closing the window ends the process as soon as this returns, so it waits until the store is closed.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            closing.Cancel();
            closed.Wait(ClosesWithin);
        });
        try { await Serve(options with { Listen = Free(options.Listen) }, place, output, closing.Token); }
        catch (StoreInUseException) { await OpenRunning(options, place, output); }
        finally { closed.Set(); }
    }

    private static async Task Serve(ServerOptions options, DeskPlace place, TextWriter output, CancellationToken closing)
    {
        await using (var server = await Hosting.Start(options, TextWriter.Null, async (clock, tell) =>
        {
            var store = await OpenedStore.Open(options, clock, tell, Hosting.EndOn, CancellationToken.None);
            // Whatever a killed process left there may be another program's address by now.
            place.Forget();
            return store;
        }, CancellationToken.None))
        {
            place.Write(server.Address, server.Link);
            await output.WriteLineAsync(DeskWords.Running(server.Address, server.Link));
            if (options.OpensBrowser) Browser.Open(server.Link);
            await server.Stopped(closing);
            place.Forget();
        }
    }

    /// <summary>The process that holds the data is asked where it is; it may still be starting.</summary>
    private static async Task OpenRunning(ServerOptions options, DeskPlace place, TextWriter output)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = AnswersWithin };
        var until = Environment.TickCount64 + (long)AnswersWithin.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            if (place.Read() is { } written && await Answers(http, $"{written.Address}/health/live"))
            {
                // The link of the first start works once: afterwards it is the desk, which asks for the password.
                var link = await Answers(http, written.Link) ? written.Link : Hosting.DeskAt(written.Address);
                await output.WriteLineAsync(DeskWords.RunningAlready(link));
                if (options.OpensBrowser) Browser.Open(link);
                return;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
        throw new ConfigurationException([DeskWords.Busy(options.Data)]);
    }

    private static async Task<bool> Answers(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return (int)answer.StatusCode < 400;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or UriFormatException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The usual port, or where another program has it the next one that is free; one that was named is kept to.</summary>
    private static IPEndPoint Free(IPEndPoint listen)
    {
        if (!listen.Equals(new ServerOptions().Listen)) return listen;
        for (var port = listen.Port; port < listen.Port + PortsTried; port++)
        {
            using var probe = new TcpListener(listen.Address, port) { ExclusiveAddressUse = true };
            try { probe.Start(); }
            catch (SocketException) { continue; }
            return new IPEndPoint(listen.Address, port);
        }
        throw new ConfigurationException([DeskWords.Full(listen.Port, listen.Port + PortsTried - 1)]);
    }

    private static string Restore(string file, string data)
    {
        if (new DataDirectory(data).HoldsStore) throw new ConfigurationException([DeskWords.HoldsData(data)]);
        return DeskWords.Restored(file, Path.GetFullPath(data), Calendar.Text(JournalRestore.Run(file, data).At));
    }

    /// <summary>A window of its own closes with the program: whoever sits there reads first what went wrong.</summary>
    public static void LetRead()
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected) return;
        Console.Error.WriteLine("按回车键关闭。 press Enter to close.");
        Console.ReadLine();
    }

    /// <summary>A console whose code page has no Chinese is given one that has.</summary>
    public static void SpeakChinese()
    {
        int[] chinese = [936, 54936, 65001];
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected && !chinese.Contains(Console.OutputEncoding.CodePage))
            Console.OutputEncoding = System.Text.Encoding.UTF8;
    }
}
