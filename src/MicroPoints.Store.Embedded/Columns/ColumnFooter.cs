using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>What a file of columns is of, and where its blocks stand: written last, and read first.</summary>
/// <param name="Heads">The digest of all heads that it was folded through.</param>
/// <param name="Through">The latest instant of an entry in it.</param>
internal sealed record ColumnFooter(
    Period Period, Digest Heads, DateTimeOffset Through, IReadOnlyList<ColumnCode> Codes, IReadOnlyList<ColumnBlock> Blocks)
{
    /// <summary>The layout; a file of any other is refused, and written anew.</summary>
    public const string Format = "micropoints-columns/1";

    public static Digest DigestOf(Heads heads)
    {
        var writer = new CanonicalWriter();
        writer.List(heads, (w, h) => w.Text(h.Stream.ToString()).Whole(h.Head.Sequence).Digest(h.Head.Hash));
        return Digest.Of(writer.Written);
    }

    public byte[] ToBytes()
    {
        var writer = new CanonicalWriter();
        writer.Text(Format).Text(Period.ToString()).Digest(Heads).Instant(Through)
            .List(Codes, (w, c) => w.Text(c.Kind.Value).Whole((long)c.Precision).Text(c.Option))
            .List(Blocks, (w, b) => b.Write(w));
        return writer.ToArray();
    }

    /// <exception cref="CanonicalException">The bytes are no footer in this layout.</exception>
    public static ColumnFooter Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        if (reader.Text() is var format && format != Format) throw new CanonicalException($"'{format}' is not {Format}");
        var text = reader.Text();
        if (!Period.TryParse(text, out var period)) throw new CanonicalException($"'{text}' is not a period");
        var (heads, through) = (reader.Digest(), reader.Instant());
        var codes = new ColumnCode[reader.Count()];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = new ColumnCode(new KindId(reader.Text()), (Precision)reader.Whole(), reader.TextOrNull());
        var blocks = new ColumnBlock[reader.Count()];
        for (var i = 0; i < blocks.Length; i++) blocks[i] = ColumnBlock.Read(ref reader);
        reader.Ends();
        return new ColumnFooter(period, heads, through, codes, blocks);
    }
}
