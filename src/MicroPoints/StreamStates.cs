using MicroPoints.Identity;
using MicroPoints.Imports;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints;

/// <summary>Which fold belongs to which type of stream.</summary>
public static class StreamStates
{
    /// <summary>An empty state of a stream, ready to fold its first entry.</summary>
    public static StreamState For(StreamId stream) => stream.Type switch
    {
        StreamType.Chamber => new LedgerState(new ChamberId(stream.Name)),
        StreamType.Round => new RoundState(stream),
        StreamType.Ruleset => new RulesetState(stream),
        StreamType.Region => new RegionState(stream),
        StreamType.Identity when stream == StreamId.Keys => new KeyRing(stream),
        StreamType.Import => new ImportState(stream),
        StreamType.Identity when stream == StreamId.Accounts => new AccountBook(stream),
        StreamType.Identity when stream == StreamId.ChamberLinks => new ChamberLinkBook(stream),
        _ => throw new InvariantException($"{stream} has no fold in this version"),
    };
}
