namespace MicroPoints.Conformance;

/// <summary>Builds entries as the core seals them, for tests that speak to a log without a host.</summary>
public sealed class Chain(ChamberId chamber, RegionCode seat, Head from = default)
{
    private Head _head = from;

    public StreamId Stream { get; } = StreamId.Of(chamber);
    public Head Head => _head;

    /// <summary>The chamber's registration.</summary>
    public SealedEntry Registration() =>
        Seal("register", new ChamberRegistered(chamber.Value, "township", seat, [], null), null);

    /// <summary>One visit, with a reason where one is given.</summary>
    public SealedEntry Visit(string id, string? reason = null) => Seal(id, new ActivityRecorded(
        new Fact(Sample.Visited, Nature.Event, On.Parse("2026-03-01"), null, new Measured.Count(1), null, null),
        null, [Digest.OfText(id)], []), reason);

    /// <summary>The registration and some visits.</summary>
    public SealedEntry[] Start(int visits) =>
        [Registration(), .. Enumerable.Range(1, visits).Select(i => Visit($"visit-{i}"))];

    private SealedEntry Seal(string id, Entry body, string? reason)
    {
        var salt = new SeededSalts("chain").For(Stream, Sample.Id(id));
        var entry = SealedEntry.Seal(Stream, _head, new Draft(Sample.Id(id), Sample.Clerk.Id, Sample.Now, null, body,
            reason is null ? null : new SaltedText(salt, reason)));
        _head = entry.Head;
        return entry;
    }
}
