using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>Where a block of chambers stands in a file of columns, how its columns are written, and their check sums.</summary>
/// <remarks>
/// In this order: what is no row (register, cells, earlier sums), rows of each chamber, then a code, a day and a number for each row, and
/// the parts where any fact of the block is split. Little-endian; numbers are hundredths divided by <paramref name="Scale"/>.
/// </remarks>
/// <param name="RestBytes">The length of what is no row.</param>
/// <param name="CodeBytes">1 or 2 for each code.</param>
/// <param name="NumberBytes">1, 2, 4 or 8 for each number.</param>
internal sealed record ColumnBlock(
    long Offset, int Chambers, int Rows, int RestBytes, int CodeBytes, int NumberBytes, int Scale, bool HasParts, uint[] Checks)
{
    /// <summary>How many chambers share a block: their sums stay in a processor's cache.</summary>
    public const int ChambersMax = 512;

    public const int Columns = 6;

    /// <summary>The lengths of the columns, in the order in which they stand.</summary>
    public int[] Lengths => [RestBytes, Chambers * 4, Rows * CodeBytes, Rows * 2, Rows * NumberBytes, HasParts ? Rows : 0];

    public int Bytes => Lengths.Sum();

    public void Write(CanonicalWriter writer)
    {
        writer.Whole(Offset).Whole(Chambers).Whole(Rows).Whole(RestBytes).Whole(CodeBytes).Whole(NumberBytes).Whole(Scale).Flag(HasParts);
        foreach (var check in Checks) writer.Whole(check);
    }

    /// <exception cref="CanonicalException">A number is none that the writer writes.</exception>
    public static ColumnBlock Read(ref CanonicalReader reader)
    {
        var offset = Within(reader.Whole(), long.MaxValue);
        var (chambers, rows, rest) =
            ((int)Within(reader.Whole(), ChambersMax), (int)Within(reader.Whole(), 1 << 28), (int)Within(reader.Whole(), 1 << 30));
        var (code, number, scale) = (reader.Whole(), reader.Whole(), reader.Whole());
        if (code is not (1 or 2) || number is not (1 or 2 or 4 or 8) || scale is not (1 or 100))
            throw new CanonicalException("a column's width is unknown");
        var (hasParts, checks) = (reader.Flag(), new uint[Columns]);
        for (var i = 0; i < Columns; i++) checks[i] = (uint)Within(reader.Whole(), uint.MaxValue);
        return new ColumnBlock(offset, chambers, rows, rest, (int)code, (int)number, (int)scale, hasParts, checks);
    }

    private static long Within(long number, long most) =>
        number >= 0 && number <= most ? number : throw new CanonicalException($"{number} is out of range");
}
