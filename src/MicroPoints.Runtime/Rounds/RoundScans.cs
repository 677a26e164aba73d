using MicroPoints.Identity;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>Signed scans whose files are kept.</summary>
public partial class RoundService
{
    /// <summary>Keeps a scan's file, then attaches it. Nothing is kept of what is refused.</summary>
    /// <remarks>A retry keeps the file again where it was lost meanwhile.</remarks>
    public async ValueTask<Answer> Attach(
        RoundId round, EntryId id, PaperKind kind, ReadOnlyMemory<byte> file, string? note, Actor by, CancellationToken cancel)
    {
        if (workspace.Scans is not { } scans) return new Answer.Refused(Refusal.ScansNotKept,
            "this program keeps no files of scans, only a data directory does: keep the file yourself, and attach it "
            + "by its digest with 'micropoints round attach'");
        var (command, state) = (new AttachScan(id, kind, file, note), await Load(round, cancel));
        if (command.Judge(state, new Context(by, Calendar.ToMilliseconds(workspace.Clock.GetUtcNow()), null, default))
            is Decision.Refused refused) return new Answer.Refused(refused.Reason, refused.Detail);
        // Before the entry: what a round names is there, whenever the power fails.
        await scans.Keep(command.Attached.Scan, file, cancel);
        return await Run(round, command, by, cancel);
    }

    /// <summary>A paper's file; null where it was attached by its digest alone, or its file is not here.</summary>
    /// <exception cref="StoreException">What is kept is not what was attached.</exception>
    public async ValueTask<Stream?> OpenScan(Paper paper, CancellationToken cancel) =>
        paper.Kept is not null && workspace.Scans is { } scans ? await scans.Open(paper.Scan, cancel) : null;
}
