using MicroPoints.Cli.Tests.Warm;

/// <summary>What the runtime calls before the program's own start: here the program answers one command line after another.</summary>
/// <remarks>The runtime asks for this name, outside any namespace. Nothing that this calls may need the tests' packages.</remarks>
internal static class StartupHook
{
    public static void Initialize()
    {
        // A process that the program starts is no warm program.
        Environment.SetEnvironmentVariable(WarmProgram.Hook, null);
        WarmLoop.Run();
        Environment.Exit(0);
    }
}
