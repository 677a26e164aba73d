using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>What a round reads of one chamber as bytes: its register and a tally.</summary>
/// <remarks>Derived, never sealed: unlike a <see cref="LedgerSnapshot"/> it cannot go on to later entries.</remarks>
public static class ChamberSnapshot
{
    public static void Write(CanonicalWriter writer, Chamber? register, Tally tally)
    {
        writer.Flag(register is not null);
        register?.WriteFold(writer);
        tally.WriteFold(writer);
    }

    /// <exception cref="CanonicalException">The bytes are no such snapshot.</exception>
    public static (Chamber? Register, Tally Tally) Read(ref CanonicalReader reader, ChamberId id)
    {
        var register = reader.Flag() ? ChamberFold.ReadFold(ref reader, id) : null;
        var tally = new Tally();
        TallyFold.ReadFold(ref reader, tally);
        return (register, tally);
    }
}
