using MicroPoints.Runtime;

namespace MicroPoints.Server;

/// <summary>How a server's program begins and ends: one that cannot start says why and exits 1, one that ran exits 0.</summary>
internal static class ProgramStart
{
    /// <param name="editions">What is built in.</param>
    /// <param name="run">Serves until SIGTERM or Ctrl-C.</param>
    public static async Task<int> Run(string[] arguments, IReadOnlyList<string> editions, Func<ServerOptions, Task> run)
    {
        try
        {
            if (ProgramText.AskedFor(arguments, editions) is { } text)
            {
                Console.Out.WriteLine(text);
                return 0;
            }
            await run(OptionsReader.Read(arguments));
            return 0;
        }
        catch (ConfigurationException e)
        {
            foreach (var error in e.Errors) Console.Error.WriteLine($"micropoints: {error}");
            return 1;
        }
        catch (Exception e) when (e is StoreException or IOException)
        {
            Console.Error.WriteLine($"micropoints: {e.Message}");
            return 1;
        }
    }
}
