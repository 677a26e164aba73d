using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Store.Embedded;

/// <summary>A chamber's state as bytes, to be kept.</summary>
internal sealed record FoldedState(KeptState Kept, byte[] Bytes)
{
    public static FoldedState Of(LedgerState state)
    {
        var writer = new CanonicalWriter();
        LedgerSnapshot.Write(writer, state);
        var bytes = writer.ToArray();
        return new FoldedState(new KeptState(state.Head.Sequence, bytes.Length, Crc32C.Of(bytes), Digest.Of(bytes)), bytes);
    }

    public LedgerState Read()
    {
        var reader = new CanonicalReader(Bytes);
        return LedgerSnapshot.Read(ref reader);
    }
}
