using MicroPoints.Identity;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>The reply register of a round's vetting, and papers attached to the round.</summary>
/// <remarks>Callers choose each step's id, so that a retry answers exists.</remarks>
public partial class RoundService
{
    /// <summary>Enters a body that was asked for its opinion.</summary>
    public ValueTask<Answer> Ask(RoundId round, EntryId id, RoundVettingAsked asked, Actor by, CancellationToken cancel) =>
        Run(round, new AskVetting(id, asked), by, cancel);

    /// <summary>Records a body's reply, or marks that none came.</summary>
    /// <param name="words">The ground of an objection, or why no reply is waited for.</param>
    public ValueTask<Answer> Reply(
        RoundId round, EntryId id, RoundVettingReplied replied, string? words, Actor by, CancellationToken cancel) =>
        Run(round, new ReplyVetting(id, replied, words), by, cancel);

    /// <summary>Releases a hold with a reason.</summary>
    public ValueTask<Answer> Release(
        RoundId round, EntryId id, RoundHoldReleased released, string reason, Actor by, CancellationToken cancel) =>
        Run(round, new ReleaseHold(id, released, reason), by, cancel);

    /// <summary>Attaches a signed scan by its digest, at any step.</summary>
    public ValueTask<Answer> Attach(
        RoundId round, EntryId id, RoundPaperAttached attached, string? note, Actor by, CancellationToken cancel) =>
        Run(round, new AttachPaper(id, attached, note), by, cancel);

    private async ValueTask<Answer> Run(RoundId round, RoundCommand command, Actor by, CancellationToken cancel) =>
        await workspace.Streams.Run(StreamId.Of(round),
            await workspace.RoundScopes.Of(round, cancel) ?? RegionCode.Nation, by, command, cancel);
}
