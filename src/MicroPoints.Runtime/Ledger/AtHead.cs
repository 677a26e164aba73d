using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>A command that is decided only where the stream still ends where its sender saw it end.</summary>
/// <remarks>A repeated id is answered all the same: the first sending may itself have moved the head.</remarks>
public sealed record AtHead(LedgerCommand Command, Head Expected) : LedgerCommand(Command.Id)
{
    public override Decision Decide(LedgerView ledger, KindCatalogue kinds, Context context) =>
        ledger.Head == Expected
            ? Command.Decide(ledger, kinds, context)
            : Decision.Refuse(Refusal.HeadMoved, (ledger.Head.Sequence == Expected.Sequence
                ? $"{ledger.Id} ends at sequence {Expected.Sequence}, but the entry at sequence {Expected.Sequence} is another than you saw"
                : $"{ledger.Id} ends at sequence {ledger.Head.Sequence}, not where you saw it end, at {Expected.Sequence}")
                + ": read it again, and send again what still holds");

    /// <summary>The command itself, whether bound to a head or not.</summary>
    public static LedgerCommand Inside(LedgerCommand command) => command is AtHead bound ? bound.Command : command;

    public override Decision AnswerTo(SealedEntry known, KindCatalogue kinds) => Command.AnswerTo(known, kinds);
}
