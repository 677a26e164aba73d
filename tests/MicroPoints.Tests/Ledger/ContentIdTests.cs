using MicroPoints.Activities;
using MicroPoints.Ledger;

namespace MicroPoints.Tests.Ledger;

/// <summary>Ids made from content are promises: another id would let the same table be recorded twice.</summary>
public sealed class ContentIdTests
{
    private static readonly RecordActivity Visit = new(new EntryId("x"), new KindId("member.visited"),
        On.Parse("2026-04-12"), new Measured.Count(3), Reason: "走访");

    private static EntryId IdOf(RecordActivity record, string chamber = "c-01", int times = 1) =>
        ContentId.Of(new ChamberId(chamber), record, times);

    [Fact]
    public void An_id_from_content_is_the_same_for_ever() =>
        Assert.Equal("row-491a6997e56052ee0d818e16c5ea822c-1", IdOf(Visit).Value);

    [Fact]
    public void The_callers_own_id_is_no_content() => Assert.Equal(IdOf(Visit), IdOf(Visit with { Id = new EntryId("y") }));

    [Fact]
    public void Every_field_makes_another_id()
    {
        EntryId[] ids =
        [
            IdOf(Visit), IdOf(Visit, "c-02"), IdOf(Visit, times: 2),
            IdOf(Visit with { Kind = new KindId("member.helped") }), IdOf(Visit with { On = On.Parse("2026-04") }),
            IdOf(Visit with { Measured = new Measured.Count(4) }), IdOf(Visit with { Measured = new Measured.Quantity(3) }),
            IdOf(Visit with { Expires = new DateOnly(2026, 5, 1) }), IdOf(Visit with { Submitted = new DateOnly(2026, 5, 1) }),
            IdOf(Visit with { Key = "k" }), IdOf(Visit with { Part = new Part(1, 2) }), IdOf(Visit with { Reason = null }),
            IdOf(Visit with { Evidence = [Digest.OfText("a")] }),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
