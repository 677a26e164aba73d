using MicroPoints.Conformance;
using MicroPoints.Streams;

namespace MicroPoints.Runtime.Tests;

public sealed class HeadsTests
{
    private static readonly StreamHead East = new(StreamId.Of(Sample.East), new Head(3, Digest.OfText("east")));
    private static readonly StreamHead West = new(StreamId.Of(Sample.West), new Head(7, Digest.OfText("west")));
    private static readonly StreamHead County = new(StreamId.Of(Sample.County), new Head(1, Digest.OfText("county")));

    [Fact]
    public void The_same_heads_in_another_order_are_the_same_cut()
    {
        Assert.Equal(Heads.Of([East, West, County]), Heads.Of([County, West, East]));
        Assert.NotEqual(Heads.Of([East, West]), Heads.Of([East, West with { Head = East.Head }]));
    }

    [Fact]
    public void Each_stream_is_found_and_one_that_is_not_named_is_empty()
    {
        var cut = Heads.Of([East, West, County]);
        foreach (var (stream, head) in cut) Assert.Equal(head, cut.Find(stream));
        Assert.Equal(Head.Empty, cut.Find(StreamId.Of(Sample.Union)));
    }

    [Fact]
    public void A_stream_named_twice_is_the_programs_fault() =>
        Assert.Throws<InvariantException>(() => Heads.Of([East, West, East with { Head = West.Head }]));

    [Fact]
    public void One_type_of_stream_is_taken_out_of_a_cut() =>
        Assert.Equal(Heads.Of([East, West]), Heads.Of([East, West, County]).Of(StreamType.Chamber));

    [Theory]
    [InlineData("99", "990102", true)]
    [InlineData("990102", "990102001", true)]
    [InlineData("990102", "99", false)]
    [InlineData("00", "99", true)]
    [InlineData("00", "00", true)]
    [InlineData("99", "00", false)]
    public void A_scope_covers_itself_and_what_lies_below(string scope, string region, bool covers) =>
        Assert.Equal(covers, StreamScope.Covers(new RegionCode(scope), new RegionCode(region)));
}
