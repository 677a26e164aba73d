using MicroPoints.Runtime;
using MicroPoints.Server;
using MicroPoints.Silo;

// As MicroPoints.Server: a start that cannot be says why and exits 1; a running silo ends by SIGTERM or Ctrl-C and exits 0.
try
{
    if (ProgramText.AskedFor(args) is { } text)
    {
        Console.Out.WriteLine(text);
        return 0;
    }
    await SiloHosting.Run(OptionsReader.Read(args), Console.Out, CancellationToken.None);
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
