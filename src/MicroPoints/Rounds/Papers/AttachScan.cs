using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Attaches a signed scan whose file is handed over to be kept, at any step, also after the seal.</summary>
/// <param name="File">The whole file.</param>
/// <param name="Note">What it shows; needed for another kind of paper.</param>
public sealed record AttachScan(EntryId Id, PaperKind Kind, ReadOnlyMemory<byte> File, string? Note) : RoundCommand(Id)
{
    private const int Million = 1_000_000;

    /// <summary>What is recorded of the file; of none that is taken, a format that is never written.</summary>
    public RoundScanAttached Attached { get; } =
        new(Kind, Digest.Of(File.Span), ScanFormats.Of(File.Span) ?? default, File.Length);

    public override Entry Content => Attached;

    protected override string? Why => string.IsNullOrWhiteSpace(Note) ? null : Note;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: false) ?? RefuseEntry(state)) is { } refused) return refused;
        if (Attached.Bytes == 0) return Decision.Refuse(Refusal.ScanEmpty, "the file is empty: choose the scan itself");
        if (Attached.Bytes > Limits.ScanBytesMax) return Decision.Refuse(Refusal.ScanTooLarge,
            $"the file has {Attached.Bytes} bytes, a scan at most {Limits.ScanBytesMax}: "
            + $"scan it in fewer colours, or split it into parts below {Limits.ScanBytesMax / Million} MB");
        if (Attached.Format == default) return Decision.Refuse(Refusal.ScanFormatUnknown,
            "the file is no PDF, JPEG, PNG or docx by its own bytes, whatever it is called: save it as one of these");
        if (Kind == PaperKind.Other && Why is null)
            return Decision.Refuse(Refusal.ReasonMissing, "say in the note what paper this is");
        return PlainText.RefuseLines("the note", Note) ?? Accept(context, Attached, Why);
    }
}
