using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using MicroPoints.Rounds;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Cli.Terminal;

/// <summary>Prints the version, and what was built in.</summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine($"""
            micropoints {version}
            engines: {Evaluator.Engine}
            entries: {SealedEntry.Format}; proofs: {Proof.Semantics}
            stores: embedded journal
            not built in: Orleans grains, NRules, Azure Storage, PostgreSQL, Refit client
            """);
        return ExitCode.Fine;
    }
}
