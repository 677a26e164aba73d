using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>What the round verbs share.</summary>
internal static class RoundArguments
{
    public static readonly Argument<RoundId> Round = Common.TypedArgument("round", "the round's id", text => new RoundId(text));

    public static readonly Option<EntryId?> Id = Common.Typed<EntryId?>(
        "--id", "the entry's own id, so that a retry is recognised [default: made from the rest]", "ID", text => new EntryId(text));

    /// <summary>The id given, or one that the same verb with the same words makes again.</summary>
    /// <param name="words">None that can be erased: an id stays.</param>
    public static string IdOf(ParseResult parsed, string verb, params IEnumerable<string> words) =>
        (parsed.GetResult(Id) is null ? null : parsed.GetValue(Id))?.Value
        ?? $"{verb}-{Digest.OfText(string.Join('\n', words)).ToString()[..16]}";
}
