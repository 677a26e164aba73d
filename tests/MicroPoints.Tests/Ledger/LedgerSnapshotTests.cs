using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Ledger;

public sealed class LedgerSnapshotTests
{
    private static readonly ChamberId East = new("east");
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 4, 0, 0, TimeSpan.Zero);

    private static LedgerState Folded(params Entry[] bodies)
    {
        var ledger = new LedgerState(East);
        for (var i = 0; i < bodies.Length; i++)
            ledger.Apply(SealedEntry.Seal(ledger.Stream, ledger.Head,
                new Draft(new EntryId($"e-{i}"), new ActorId("clerk"), Noon.AddMinutes(i), null, bodies[i])));
        return ledger;
    }

    private static readonly LedgerState Full = Folded(
        new ChamberRegistered("东街商会", "township", new RegionCode("450123"), [new RegionCode("450123101")], new DateOnly(2019, 1, 1)),
        new ChamberAttributeSet("registered-on", "2019-02-01", new DateOnly(2019, 2, 1)),
        new ChamberRenamed("东街道商会", new DateOnly(2020, 1, 1)),
        new ChamberSucceeded(new ChamberId("old"), new DateOnly(2021, 1, 1), new Head(9, Digest.OfText("old")), [new EntryId("was-known")]),
        new PeriodClosed(Period.Year(2025), new RoundId("r-2025")),
        new LateWindowOpened(Period.Year(2025), new DateOnly(2026, 8, 1)),
        new ChamberMerged(new ChamberId("west"), new DateOnly(2026, 6, 30)));

    private static byte[] Bytes(LedgerState ledger)
    {
        var writer = new CanonicalWriter();
        LedgerSnapshot.Write(writer, ledger);
        return writer.ToArray();
    }

    private static LedgerState Read(byte[] bytes)
    {
        var reader = new CanonicalReader(bytes);
        return LedgerSnapshot.Read(ref reader);
    }

    [Fact]
    public void The_register_lineage_closings_and_windows_come_back()
    {
        var read = Read(Bytes(Full));
        Assert.Equal(Full.Chamber!.Names, read.Chamber!.Names);
        Assert.Equal(Full.Chamber.Attributes, read.Chamber.Attributes);
        Assert.Equal((ChamberEnd.Merged, new ChamberId("west")), (read.Chamber.End!.Value, Assert.Single(read.Chamber.Successors)));
        Assert.Equal(new ChamberId("old"), read.PredecessorOf(new EntryId("was-known")));
        Assert.Equal(Full.ClosedPeriods, read.ClosedPeriods);
        Assert.Equal(Full.LateWindows, read.LateWindows);
        Assert.Equal((Full.Head, Full.LastInstant), (read.Head, read.LastInstant));
    }

    [Fact]
    public void A_ledger_read_back_is_partial_and_is_not_asked_for_its_entries()
    {
        var read = Read(Bytes(Full));
        Assert.True(read.IsPartial);
        Assert.Null(read.Find(new EntryId("e-0")));
        Assert.Throws<InvariantException>(() => read.Entries);
        read.TakeUp([Full.Entries[0]]);
        Assert.NotNull(read.Find(new EntryId("e-0")));
    }

    [Fact]
    public void Every_shorter_text_and_another_layout_are_refused()
    {
        var bytes = Bytes(Full);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<CanonicalException>(() => Read(bytes[..length]));
        bytes[bytes.AsSpan().IndexOf("state/1"u8) + 6] = (byte)'9';
        Assert.Throws<CanonicalException>(() => Read(bytes));
    }
}
