using System.Collections.Concurrent;
using MicroPoints.Runtime;

namespace MicroPoints.Orleans;

/// <summary>Which streams there may be, by type and region: grain storage cannot be asked for names.</summary>
/// <remarks>
/// A name is written before its stream's first append, so what was acknowledged is found; one whose append failed has an empty stream.
/// </remarks>
internal sealed class StreamNames(GrainStore store)
{
    private const string Kind = "names";

    /// <summary>Chambers stand by county; what the whole country has many of is spread.</summary>
    private const int CountyDigits = 6, Spread = 16;

    private readonly ConcurrentDictionary<StreamId, string> _counties = [];

    /// <summary>The county that a chamber stands in, where this process has seen its name; a seat never changes.</summary>
    public string? CountyOf(StreamId chamber) => _counties.GetValueOrDefault(chamber);

    public async Task Add(StreamId stream, RegionCode region, CancellationToken cancel)
    {
        if (stream.Type == StreamType.Chamber)
        {
            var county = CountyOf(region);
            _counties[stream] = county;
            await Add(PlaceOf(stream.Type), county, cancel);
            await Add($"{PlaceOf(stream.Type)}/{county}", $"{stream.Name} {region}", cancel);
        }
        else await Add($"{PlaceOf(stream.Type)}/{Part(stream.Name)}", $"{stream.Name} {region}", cancel);
    }

    /// <summary>The names of a type whose region a cut of a scope takes.</summary>
    public async Task<IReadOnlyList<StreamId>> In(RegionCode scope, StreamType type)
    {
        var places = type == StreamType.Chamber
            ? (await Names(PlaceOf(type))).Where(c => MayHold(scope, c)).Select(c => $"{PlaceOf(type)}/{c}").ToList()
            : [.. Enumerable.Range(0, Spread).Select(p => $"{PlaceOf(type)}/{p}")];
        var found = await Throttled.Select(places, Names);
        var streams = new List<StreamId>();
        foreach (var line in found.SelectMany(n => n))
        {
            var (stream, region) = line.Split(' ') is [var name, { Length: > 0 } code]
                ? (new StreamId(type, name), new RegionCode(code)) : (new StreamId(type, line.TrimEnd()), RegionCode.Nation);
            if (!StreamScope.Covers(scope, region)) continue;
            if (type == StreamType.Chamber) _counties[stream] = CountyOf(region);
            streams.Add(stream);
        }
        return streams;
    }

    private async Task<IReadOnlyList<string>> Names(string place) => (await store.Read<StoredNames>(Kind, place)).State.Names;

    private Task Add(string place, string name, CancellationToken cancel) => store.Change<StoredNames>(Kind, place,
        known => known.Names.Contains(name) ? null : new StoredNames { Names = [.. known.Names, name] }, cancel);

    private static string PlaceOf(StreamType type) => type.ToString().ToLowerInvariant();

    private static string CountyOf(RegionCode region) => region.Value.Length <= CountyDigits ? region.Value : region.Value[..CountyDigits];

    private static bool MayHold(RegionCode scope, string county) =>
        scope.IsNation || scope.Value.StartsWith(county, StringComparison.Ordinal)
        || county.StartsWith(scope.Value, StringComparison.Ordinal);

    private static int Part(string name) => Digest.OfText(name).ToString()[0] is var digit && char.IsAsciiDigit(digit)
        ? digit - '0' : digit - 'a' + 10;
}

/// <summary>Asks a storage many things at a time, but not all of them.</summary>
internal static class Throttled
{
    private const int AtOnce = 32;

    public static async Task<TAnswer[]> Select<TItem, TAnswer>(IReadOnlyList<TItem> items, Func<TItem, Task<TAnswer>> ask)
    {
        var answers = new TAnswer[items.Count];
        await Parallel.ForAsync(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, _) => answers[i] = await ask(items[i]));
        return answers;
    }
}
