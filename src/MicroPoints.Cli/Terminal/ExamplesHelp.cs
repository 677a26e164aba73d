using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MicroPoints.Cli.Terminal;

/// <summary>Help with the examples first: what most people came for.</summary>
internal sealed class ExamplesHelp(HelpAction inner) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples) output.WriteLine($"  micropoints {example}");
            output.WriteLine();
        }
        // They are understood everywhere, so that a verb without a server can say so, and shown where they work.
        Place.Server.Hidden = Place.ApiKey.Hidden =
            parseResult.CommandResult.Command is Verb { Reach: not null and not Reach.DirectoryOrServer };
        Place.Database.Hidden = parseResult.CommandResult.Command is Verb { Reach: Reach.Directory or Reach.Files };
        return inner.Invoke(parseResult);
    }

    public static void Install(Command root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction help) option.Action = new ExamplesHelp(help);
    }
}
