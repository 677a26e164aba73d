using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>What the round verbs share.</summary>
internal static class RoundArguments
{
    public static readonly Argument<RoundId> Round = Common.TypedArgument("round", "the round's id", text => new RoundId(text));
}
