using System.CommandLine;

namespace MicroPoints.Cli.Terminal;

/// <summary>A verb: a command with its examples, which help shows first.</summary>
internal sealed class Verb : Command
{
    public Verb(string name, string description, params string[] examples) : base(name, description) => Examples = examples;

    public IReadOnlyList<string> Examples { get; }

    /// <summary>Where it can be done; null for a verb that only has others below it.</summary>
    public Reach? Reach { get; private set; }

    public Verb With(params IEnumerable<Symbol> symbols)
    {
        foreach (var symbol in symbols)
            switch (symbol)
            {
                case Option option: Add(option); break;
                case Argument argument: Add(argument); break;
                case Command command: Add(command); break;
            }
        return this;
    }

    /// <param name="reach">Where it can be done; it says so where it is asked for elsewhere.</param>
    public Verb Does(Func<ParseResult, CancellationToken, Task<int>> action, Reach reach = Cli.Reach.Directory)
    {
        Reach = reach;
        SetAction((parsed, cancel) => Guard.Run(() =>
        {
            Place.Check(parsed, reach);
            return action(parsed, cancel);
        }));
        return this;
    }
}
