using System.Text.RegularExpressions;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Streams;

/// <summary>Every entry type is registered, folded, versioned and golden; bytes once written stay readable for
/// ever.</summary>
public sealed partial class EntryTypeTests
{
    private static readonly StreamId Place = StreamId.Parse("chamber:450123001");

    private static IEnumerable<Type> Subclasses =>
        typeof(Entry).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Entry)) && !t.IsAbstract);

    public static TheoryData<string> Names => [.. EntryTypes.Names];

    private static Entry Sample(string name) => Samples.All.Single(e => e.TypeName == name);

    [Fact]
    public void Every_entry_type_has_a_sample_here() =>
        Assert.Equal(Subclasses.Select(t => t.Name).Order(), Samples.All.Select(e => e.GetType().Name).Order());

    [Fact]
    public void Every_entry_type_is_registered_under_its_name() =>
        Assert.Equal(EntryTypes.Names, Samples.All.Select(e => e.TypeName).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_name_has_a_version() => Assert.All(EntryTypes.Names, name => Assert.Matches(Versioned(), name));

    [Fact]
    public void Every_entry_type_has_a_fold_arm()
    {
        Fold(Place, Samples.Chamber);
        Fold(StreamId.Parse("region:450123"), Samples.Region);
        Fold(StreamId.Parse("ruleset:micro-points"), Samples.Ruleset);
        Fold(StreamId.Parse("round:2026"), Samples.Round);
        Fold(StreamId.Parse("round:2025"), [Samples.Round[0], .. Samples.Abandoned]);
        Fold(StreamId.Parse("identity:keys"), Samples.Keys);
        Fold(StreamId.Parse("import:imp-1"), Samples.Import);
        Fold(StreamId.Parse("identity:accounts"), Samples.Accounts);
        Fold(StreamId.Parse("identity:chamber-links"), Samples.ChamberLinks);
    }

    private static void Fold(StreamId stream, IEnumerable<(EntryId, Entry)> entries)
    {
        var state = StreamStates.For(stream);
        foreach (var entry in Samples.Seal(stream, entries)) state.Apply(entry);
        Assert.Equal(entries.Count(), state.Head.Sequence);
    }

    private sealed record Unheard : Entry
    {
        public override string TypeName => "unheard-of/1";
        public override void Write(CanonicalWriter writer) { }
    }

    [Theory]
    [InlineData("chamber:450123001")]
    [InlineData("region:450123")]
    [InlineData("ruleset:micro-points")]
    [InlineData("round:2026")]
    [InlineData("identity:keys")]
    [InlineData("import:imp-1")]
    public void An_unknown_entry_type_stops_the_fold(string name)
    {
        var stream = StreamId.Parse(name);
        var state = StreamStates.For(stream);
        (EntryId, Entry)[] first = name.StartsWith("chamber") ? Samples.Chamber[..1] : [];
        var chain = Samples.Seal(stream, [.. first, (new EntryId("x"), new Unheard())]);
        foreach (var entry in chain.SkipLast(1)) state.Apply(entry);
        Assert.Throws<InvariantException>(() => state.Apply(chain[^1]));
    }

    [Fact]
    public void An_entry_of_another_kind_of_stream_stops_the_fold_too()
    {
        var chain = Samples.Seal(Place, [Samples.Chamber[0], Samples.Round[1]]);
        var ledger = new LedgerState(new ChamberId(Place.Name));
        ledger.Apply(chain[0]);
        Assert.Throws<InvariantException>(() => ledger.Apply(chain[1]));
    }

    [Fact]
    public void An_unknown_name_cannot_be_read() =>
        Assert.Throws<CanonicalException>(() => Samples.Read("unheard-of/1", []));

    [Fact]
    public void A_gap_a_broken_chain_a_repeated_id_and_another_stream_stop_the_fold()
    {
        var chain = Samples.Seal(Place, Samples.Chamber);
        var ledger = new LedgerState(new ChamberId(Place.Name));
        ledger.Apply(chain[0]);
        Assert.Throws<InvariantException>(() => ledger.Apply(chain[2]));
        Assert.Throws<InvariantException>(() => ledger.Apply(chain[1] with { Previous = Digest.Zero }));
        Assert.Throws<InvariantException>(() => ledger.Apply(chain[1] with { Id = chain[0].Id }));
        Assert.Throws<InvariantException>(() => ledger.Apply(chain[1] with { Stream = StreamId.Parse("chamber:b") }));
        ledger.Apply(chain[1]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Written_and_read_again_it_is_the_same(string name)
    {
        var bytes = Samples.Bytes(Sample(name));
        Assert.Equal(bytes, Samples.Bytes(Samples.Read(name, bytes)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_bytes_are_golden(string name)
    {
        var sample = Sample(name);
        var entry =
            SealedEntry.Seal(Place, new Head(41, Digest.OfText("before")),
            Samples.DraftOf(new EntryId("golden"), sample));
        Golden.Check(name.Replace('/', '-'),
            $"{name}\n{Convert.ToHexStringLower(Samples.Bytes(sample))}\n{entry.Hash}\n");
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_type() =>
        Assert.Equal(EntryTypes.Names.Select(n => n.Replace('/', '-')).Order(StringComparer.Ordinal), Golden.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_short_anywhere_it_is_refused(string name)
    {
        var bytes = Samples.Bytes(Sample(name));
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<CanonicalException>(() => Samples.Read(name, bytes[..length]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_a_byte_more_it_is_refused(string name) =>
        Assert.Throws<CanonicalException>(() => Samples.Read(name, [.. Samples.Bytes(Sample(name)), 0]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_byte_changed_is_refused_as_canonical_or_read_as_exactly_those_bytes(string name)
    {
        var bytes = Samples.Bytes(Sample(name));
        for (var at = 0; at < bytes.Length; at++)
            foreach (var flip in (byte[])[1, 0x80, 0xff])
            {
                byte[] changed = [.. bytes];
                changed[at] ^= flip;
                try { Assert.Equal(changed, Samples.Bytes(Samples.Read(name, changed))); }
                catch (CanonicalException) { }
            }
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*/[1-9][0-9]*$")]
    private static partial Regex Versioned();
}
