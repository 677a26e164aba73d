using MicroPoints.Identity;
using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>A notice to be posted.</summary>
/// <param name="WorkingDays">Null takes the profile's default.</param>
/// <param name="ConfirmedLastDay">Needed where the calendar lacks a year; it may be later than what is counted.</param>
public sealed record NoticeToPost(string Place, DateOnly Posted, int? WorkingDays, DateOnly? ConfirmedLastDay);

/// <summary>The last day that a notice would have.</summary>
/// <param name="YearsMissing">Years that the calendar lacks, for which a person confirms the last day.</param>
public sealed record NoticeProposal(DateOnly Posted, int WorkingDays, DateOnly LastDay, IReadOnlyList<int> YearsMissing);

/// <summary>Notices of a round, its steps, and who moved since the last notice.</summary>
public partial class RoundService
{
    /// <summary>Posts a notice of the round as it is computed now.</summary>
    public async ValueTask<Answer> PostNotice(RoundId round, EntryId id, NoticeToPost notice, Actor by,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        using var span = Telemetry.StartRound("notice");
        var state = await Load(round, cancel);
        if (state.Locked is null) return NotLocked(state);
        // The calendar counts for good: whatever any process imported before is in force here first.
        await workspace.CatchUp(cancel);
        var (evaluation, _) = await Evaluate(state, progress, cancel);
        if (RefuseDissent(evaluation) is { } dissent) return dissent;
        return await Run(round, new PostNotice(id, notice.Place, notice.Posted, notice.WorkingDays, notice.ConfirmedLastDay,
            workspace.Calendar, evaluation, state.Admitted.Count), by, cancel);
    }

    /// <summary>What the last day of a notice would be, before it is posted. Null where the round is not open.</summary>
    /// <param name="workingDays">From 5 to <see cref="Limits.WorkingDaysMax"/>; null takes the profile's default.</param>
    public async ValueTask<NoticeProposal?> ProposeNotice(
        RoundId round, DateOnly posted, int? workingDays, CancellationToken cancel)
    {
        if ((await Load(round, cancel)).Opened is not { } opened) return null;
        var days = workingDays ?? RoundProfile.Of(opened).NoticeDays;
        var counted = Rounds.PostNotice.Count(workspace.Calendar, posted, days);
        return new NoticeProposal(posted, days, counted.Day, counted.YearsMissing);
    }

    /// <summary>Every step of a round, what it lacks and by when; empty where the round is not open.</summary>
    public async ValueTask<IReadOnlyList<RoundStepLine>> Steps(RoundId round, CancellationToken cancel) =>
        await Steps(await Load(round, cancel), cancel);

    /// <summary>The same of a round that was read already.</summary>
    /// <remarks>Only a round with entries that were admitted after its last notice is computed for it.</remarks>
    public async ValueTask<IReadOnlyList<RoundStepLine>> Steps(RoundState state, CancellationToken cancel)
    {
        var isUnsure = state.Decided is null && state.Notices is [.., var last] && state.Admitted.Count > last.Admitted;
        return RoundSteps.Of(state, workspace.Today,
            isUnsure ? NoticeContent.DigestOf((await Evaluate(state, null, cancel)).Evaluation) : null);
    }

    /// <summary>Every chamber that moved since the last notice; empty where none was posted.</summary>
    public async ValueTask<IReadOnlyList<MovedChamber>> MovedSinceNotice(
        RoundState state, IProgress<(long Done, long Total)>? progress, CancellationToken cancel) =>
        state.Notices is [.., var last]
            ? await Moved(state, last.Admitted, state.Admitted.Count, progress, cancel) : [];

    /// <summary>Who moved between two points of a round's admissions.</summary>
    private async ValueTask<IReadOnlyList<MovedChamber>> Moved(RoundState state, int before, int after,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        if (before == after) return [];
        var rules = await FrozenRules.Of(workspace, state, cancel);
        return MovedChamber.Between(
            (await Evaluate(state, [.. state.Admitted.Take(before)], rules, progress, cancel)).Evaluation,
            (await Evaluate(state, [.. state.Admitted.Take(after)], rules, progress, cancel)).Evaluation);
    }
}
