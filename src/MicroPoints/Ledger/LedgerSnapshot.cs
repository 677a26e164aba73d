using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>A folded ledger as bytes, so that a store need not fold the same history again.</summary>
/// <remarks>
/// Derived, never sealed: equal ledgers give equal bytes whatever the order of their dictionaries, so two folds can be
/// compared by digest. A ledger read back is partial: its entries stay in the log.
/// </remarks>
public static class LedgerSnapshot
{
    /// <summary>The layout; a reader refuses any other, and the ledger is then folded from its entries.</summary>
    public const string Format = "micropoints-ledger-state/1";

    public static void Write(CanonicalWriter writer, LedgerState ledger)
    {
        writer.Text(Format).Text(ledger.Stream.ToString()).Whole(ledger.Head.Sequence).Digest(ledger.Head.Hash)
            .Whole(ledger.LastInstant?.ToUnixTimeMilliseconds());
        ledger.WriteFold(writer);
    }

    /// <exception cref="CanonicalException">The bytes are no snapshot of a ledger in this layout.</exception>
    public static LedgerState Read(ref CanonicalReader reader)
    {
        if (reader.Text() is var format && format != Format) throw new CanonicalException($"'{format}' is not {Format}");
        var text = reader.Text();
        if (!StreamId.TryParse(text, out var stream) || stream.Type != StreamType.Chamber)
            throw new CanonicalException($"'{text}' is not a chamber's stream");
        var head = new Head(reader.Whole(), reader.Digest());
        var last = reader.WholeOrNull() is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : (DateTimeOffset?)null;
        var ledger = LedgerState.ReadFold(ref reader, new ChamberId(stream.Name), head, last);
        reader.Ends();
        return ledger;
    }
}

public sealed partial class LedgerState
{
    internal void WriteFold(CanonicalWriter writer)
    {
        writer.Flag(Chamber is not null);
        Chamber?.WriteFold(writer);
        Tally.WriteFold(writer);
        writer.List([.. _reversals.OrderBy(r => r.Key)], (w, r) => w.Text(r.Key.Value).Text(r.Value.Value))
            .List([.. _predecessorIds.OrderBy(p => p.Key)], (w, p) => w.Text(p.Key.Value).Text(p.Value.Value))
            .List(_closed, (w, period) => w.Text(period.ToString()))
            .List(_windows, (w, window) => w.Text(window.Period.ToString()).Day(window.Through));
    }

    internal static LedgerState ReadFold(ref CanonicalReader reader, ChamberId id, Head head, DateTimeOffset? lastInstant)
    {
        var ledger = new LedgerState(id);
        if (reader.Flag()) ledger.Chamber = ChamberFold.ReadFold(ref reader, id);
        TallyFold.ReadFold(ref reader, ledger.Tally);
        for (var left = reader.Count(); left > 0; left--)
            ledger._reversals.Add(EntryFields.Entry(ref reader), EntryFields.Entry(ref reader));
        for (var left = reader.Count(); left > 0; left--)
            ledger._predecessorIds.Add(EntryFields.Entry(ref reader), EntryFields.Chamber(ref reader));
        for (var left = reader.Count(); left > 0; left--) ledger._closed.Add(EntryFields.Period(ref reader));
        for (var left = reader.Count(); left > 0; left--)
            ledger._windows.Add(new LateWindowOpened(EntryFields.Period(ref reader), reader.Day()));
        ledger.Resume(head, lastInstant);
        return ledger;
    }
}
