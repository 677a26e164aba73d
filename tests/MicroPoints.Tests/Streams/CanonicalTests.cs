using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Streams;

/// <summary>Canonical bytes: each field is a 4-byte big-endian length and its bytes, so no two field lists share
/// bytes.</summary>
public sealed class CanonicalTests
{
    private static string Hex(Action<CanonicalWriter> write)
    {
        var writer = new CanonicalWriter();
        write(writer);
        return Convert.ToHexStringLower(writer.Written);
    }

    [Fact]
    public void Fields_are_written_as_the_format_says()
    {
        Assert.Equal("000000026162", Hex(w => w.Text("ab")));
        Assert.Equal("00000003e4b880", Hex(w => w.Text("一")));
        Assert.Equal("00000000", Hex(w => w.Text("")));
        Assert.Equal("ffffffff", Hex(w => w.Text(null)));
        Assert.Equal("000000080000000000000102", Hex(w => w.Whole(258)));
        Assert.Equal("00000008ffffffffffffffff", Hex(w => w.Whole(-1)));
        Assert.Equal("000000080000000000000001", Hex(w => w.Flag(true)));
        Assert.Equal("0000000a323032362d30372d3031", Hex(w => w.Day(new DateOnly(2026, 7, 1))));
        Assert.Equal("0000000800000000000003e8", Hex(w => w.Instant(DateTimeOffset.FromUnixTimeSeconds(1))));
        Assert.Equal(
            "0000000800000000000000020000000161" + "0000000162", Hex(w => w.List(["a", "b"], (v, t) => v.Text(t))));
        Assert.Equal("00000020" + new string('0', 64), Hex(w => w.Digest(Digest.Zero)));
    }

    [Fact]
    public void The_hash_is_the_SHA_256_of_the_sealed_fields_in_their_order()
    {
        var previous = Digest.OfText("before");
        var entry =
            SealedEntry.Seal(StreamId.Parse("chamber:a"), new Head(41, previous),
            new Draft(new EntryId("end"), new ActorId("clerk"),
            DateTimeOffset.FromUnixTimeMilliseconds(1_782_871_384_567), null,
                new ChamberDissolved(new DateOnly(2026, 7, 1))));
        byte[] bytes =
            [.. Field("micropoints-entry/1"), .. Field("chamber:a"), .. Field(42),
            .. Field(Convert.FromHexString(previous.ToString())),
            .. Field("end"), .. Field("clerk"), .. Field(1_782_871_384_567), .. Missing, .. Missing,
                .. Field("chamber-dissolved/1"), .. Field("2026-07-01")];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), entry.Hash.ToString());
        Assert.Equal((42L, previous), (entry.Sequence, entry.Previous));
    }

    private static readonly byte[] Missing = [255, 255, 255, 255];

    private static byte[] Field(string text) => Field(Encoding.UTF8.GetBytes(text));

    private static byte[] Field(byte[] bytes)
    {
        byte[] field = [0, 0, 0, 0, .. bytes];
        BinaryPrimitives.WriteInt32BigEndian(field, bytes.Length);
        return field;
    }

    private static byte[] Field(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return Field(bytes);
    }

    [Fact]
    public void A_reason_is_sealed_as_the_digest_of_its_salt_and_text()
    {
        byte[] salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. Field(salt), .. Field("因为")])),
            new SaltedText(salt, "因为").Digest.ToString());
    }

    [Fact]
    public void Erasing_a_reason_leaves_the_hash_as_it_was()
    {
        var entry = Samples.Seal(StreamId.Parse("chamber:a"), Samples.Chamber)[3];
        Assert.Equal(entry.Hash, (entry with { Reason = new SaltedText(ReadOnlyMemory<byte>.Empty, null) })
            .ComputeHash());
    }

    [Fact]
    public void Every_field_of_an_activity_changes_its_hash()
    {
        var fact =
            new Fact(new KindId("k"), Nature.Event, On.Parse("2026-07-31"), null, new Measured.Count(1), null, null);
        Fact[] facts =
            [fact, fact with { Kind = new KindId("l") }, fact with { Nature = Nature.State }, fact
            with { On = On.Parse("2026-07") },
            fact with { On = On.Parse("2026-07-30") }, fact with { Expires = new DateOnly(2027, 1, 1) }, fact
                with { Measured = new Measured.Count(2) },
            fact with { Measured = new Measured.Quantity(1) }, fact with { Key = "" }, fact with { Key = "1" }, fact
                with { Part = new Part(1, 1) },
            fact with { Measured = new Measured.Rate(1, 2, 3) }, fact with { Measured = new Measured.Rate(2, 1, 3) },
                fact with { Measured = new Measured.Share(1, 2) }];
        Assert.Equal(facts.Length,
            facts.Select(f => Convert.ToHexString(Samples.Bytes(new ActivityRecorded(f, null, [], [])))).Distinct()
            .Count());
    }

    [Fact]
    public void Whatever_is_written_is_read_back_and_different_lists_never_share_bytes() => Seeds.ForEach(300, random =>
    {
        var (one, two) = (Fields(random), Fields(random));
        Assert.Equal(one.Select(Shown), ReadBack(one).Select(Shown));
        if (!one.Select(Shown).SequenceEqual(two.Select(Shown))) Assert.NotEqual(Written(one), Written(two));
    });

    private static string Shown(object? field) =>
        field switch { null => "-", string text => $"'{text}'", _ => field.ToString()! };

    private static object?[] Fields(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(4) switch
    {
        0 => (object?)null,
        1 => random.Pick("", "a", "ab", "一", "a\0b"),
        2 => random.Pick("", "b", "ba"),
        _ => (long)random.Next(3),
    })];

    private static byte[] Written(object?[] fields)
    {
        var writer = new CanonicalWriter();
        foreach (var field in fields) _ = field is long number ? writer.Whole(number) : writer.Text((string?)field);
        return writer.ToArray();
    }

    private static List<object?> ReadBack(object?[] shape)
    {
        var reader = new CanonicalReader(Written(shape));
        var fields = new List<object?>();
        foreach (var field in shape) fields.Add(field is long ? reader.Whole() : reader.TextOrNull());
        reader.Ends();
        return fields;
    }

    [Theory]
    [InlineData("00000001ff", "text")]
    [InlineData("0000000700000000000000", "number")]
    [InlineData("000000080000000000000002", "flag")]
    [InlineData("fffffffe", "text")]
    [InlineData("7fffffff", "text")]
    [InlineData("00000003", "text")]
    [InlineData("0000", "text")]
    [InlineData("ffffffff", "text")]
    [InlineData("0000000a323032362d30322d3330", "day")]
    [InlineData("00000008ffffffffffffffff", "count")]
    [InlineData("000000087fffffffffffffff", "count")]
    [InlineData("00000001" + "61", "digest")]
    public void What_a_writer_would_not_write_is_refused(string hex, string what) =>
        Assert.Throws<CanonicalException>(() =>
    {
        var reader = new CanonicalReader(Convert.FromHexString(hex));
        _ = what switch
        {
            "text" => (object)reader.Text(),
            "number" => reader.Whole(),
            "flag" => reader.Flag(),
            "day" => reader.Day(),
            "count" => reader.Count(),
            _ => reader.Digest(),
        };
    });

    private static byte[] Recorded(params byte[][] part) =>
        [.. Field("k"), .. Field(1), .. Field("2026-07-01"), .. Missing, .. Field(1), .. Field(1),
        .. Missing, .. part.SelectMany(p => p), .. Missing, .. Field(0), .. Field(0)];

    [Fact]
    public void Half_a_part_is_refused()
    {
        Samples.Read(ActivityRecorded.Type, Recorded(Field(1), Field(2)));
        Assert.Throws<CanonicalException>(() => Samples.Read(ActivityRecorded.Type, Recorded(Field(1), Missing)));
        Assert.Throws<CanonicalException>(() => Samples.Read(ActivityRecorded.Type, Recorded(Missing, Field(2))));
        Assert.Throws<CanonicalException>(() =>
            Samples.Read(ActivityRecorded.Type, Recorded(Field(1L << 33), Field(2))));
    }

    [Fact]
    public void Settings_out_of_order_are_refused()
    {
        byte[] Setting(string id) => [.. Field(id), .. Field(0), .. Field(0), .. Field(0)];
        byte[] Adopted(params string[] ids) =>
            [.. Field("r"), .. Field("1"), .. Field(new byte[32]), .. Field("2026-07-01"), .. Field(ids.Length),
            .. ids.SelectMany(Setting)];
        Samples.Read("ruleset-adopted/1", Adopted("a", "b"));
        Assert.Throws<CanonicalException>(() => Samples.Read("ruleset-adopted/1", Adopted("b", "a")));
        Assert.Throws<CanonicalException>(() => Samples.Read("ruleset-adopted/1", Adopted("a", "a")));
    }

    [Fact]
    public void The_last_instant_there_is_can_be_read_back()
    {
        var writer = new CanonicalWriter().Instant(AsOf.Everything);
        var reader = new CanonicalReader(writer.Written);
        Assert.Equal(AsOf.Everything, reader.Instant());
    }

    [Theory]
    [InlineData("chamber:450102001", true)]
    [InlineData("round:r-1", true)]
    [InlineData("chamber:", false)]
    [InlineData(":a", false)]
    [InlineData("Chamber:a", false)]
    [InlineData("shop:a", false)]
    [InlineData("chamber:a b", false)]
    [InlineData(null, false)]
    public void A_stream_has_a_kind_and_a_name(string? text, bool valid)
    {
        Assert.Equal(valid, StreamId.TryParse(text, out var stream));
        if (valid) Assert.Equal(text, stream.ToString());
    }
}
