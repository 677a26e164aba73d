using System.Collections.Concurrent;
using MicroPoints.Activities;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>Published rulesets, read from their bytes once per hash.</summary>
public sealed class RuleLibrary(StreamHost streams, IRuleFormat format)
{
    private readonly ConcurrentDictionary<(string Id, Digest Ruleset, Digest Kinds), (Ruleset, ReadOnlyMemory<byte>)> _read = [];

    /// <summary>A published version, with its bytes.</summary>
    /// <exception cref="StoreException">It was adopted and is not published.</exception>
    public async ValueTask<(Ruleset Ruleset, ReadOnlyMemory<byte> Bytes)> Get(
        string id, Digest hash, KindCatalogue kinds, CancellationToken cancel)
    {
        // What was published stays published, and its bytes are those of its hash.
        if (_read.TryGetValue((id, hash, kinds.Hash), out var known)) return known;
        var state = await streams.Load<RulesetState>(StreamId.OfRuleset(id), cancel);
        var published = state.Find(hash) ?? throw new StoreException($"ruleset {id} with hash {hash} is not published here");
        return _read.GetOrAdd((id, hash, kinds.Hash), _ => (format.ReadRuleset(published.Bytes, kinds), published.Bytes));
    }

    /// <summary>Every version that was ever published and can be read with these kinds, in order of id and of publishing.</summary>
    public async ValueTask<IReadOnlyList<Ruleset>> Published(IEventLog log, KindCatalogue kinds, CancellationToken cancel)
    {
        var all = new List<Ruleset>();
        foreach (var (stream, _) in await log.Cut(RegionCode.Nation, StreamType.Ruleset, cancel))
        {
            if (RulesetState.IsReserved(stream.Name)) continue;
            foreach (var version in (await streams.Load<RulesetState>(stream, cancel)).Versions)
            {
                // A version that counts kinds which the activities in force no longer have can be adopted by nobody.
                try { all.Add((await Get(stream.Name, Digest.Of(version.Bytes.Span), kinds, cancel)).Ruleset); }
                catch (FormatException) { }
            }
        }
        return all;
    }

    /// <summary>The activities file that was published last; null where none is.</summary>
    public async ValueTask<PublishedKinds?> Kinds(CancellationToken cancel) => Read(await Activities(cancel));

    /// <summary>Puts in force here what was published last, by whatever process.</summary>
    public async ValueTask TakeOver(KindsInForce kinds, CancellationToken cancel)
    {
        var state = await Activities(cancel);
        if (state.Head.Sequence > kinds.File.Sequence && Read(state) is { } published) kinds.Put(published);
    }

    private ValueTask<RulesetState> Activities(CancellationToken cancel) =>
        streams.Load<RulesetState>(StreamId.OfRuleset(RulesetState.Activities), cancel);

    private PublishedKinds? Read(RulesetState state)
    {
        if (state.Versions is not [.., var last]) return null;
        try { return new PublishedKinds(format.ReadKinds(last.Bytes), last.Bytes, state.Head.Sequence); }
        catch (FormatException e)
        {
            throw new StoreException($"activities {last.Version} were published and cannot be read by this program: "
                + $"start the one that published them: {e.Message}", e);
        }
    }
}

/// <summary>What the product ships: the activities file and rulesets, as bytes.</summary>
/// <param name="Adopted">Ids of rulesets that a new deployment adopts for everyone.</param>
public sealed record ShippedRules(ReadOnlyMemory<byte> Activities, IReadOnlyList<ReadOnlyMemory<byte>> Rulesets,
    IReadOnlyList<string> Adopted);
