using MicroPoints.Contracts;
using MicroPoints.Rounds;
using MicroPoints.Standings;

namespace MicroPoints.Api;

/// <summary>Writes what a round had between its lock and its decision, its steps, and who moved.</summary>
internal static class CeremonyOut
{
    /// <summary>Null where there is nothing of it.</summary>
    public static RoundCeremony? Of(RoundState round, bool seesWords)
    {
        var vetting = round.Vetting;
        if (vetting.Bodies.Count + round.Notices.Count + round.Papers.Count == 0) return null;
        string? Words(string? words) => seesWords ? words : null;
        return new RoundCeremony(
            [.. vetting.Bodies.Select(b => new VettedBodyDetails(b.Body, b.LetterOn, Reply(b.Latest?.Reply), b.Latest?.On,
                b.Latest is { Chambers: [_, ..] named } ? [.. named.Select(c => c.Value)] : null, Words(b.Latest?.Words)))],
            [.. vetting.Holds.Select(h => new HoldDetails(
                h.Body, h.Chamber.Value, h.IsReleased, Words(h.Ground), Words(h.ReleasedBecause)))],
            [.. round.Notices.Select(Notice)],
            [.. round.Objections.All.Select(o => new ObjectionDetails(o.Id.Value, o.ReceivedOn, o.IsLate, o.DueOn, o.Chamber?.Value,
                Words(o.Who), Words(o.What), o.Answer is not { } answer ? null : new ObjectionAnswerDetails(answer.IsAccepted,
                    answer.On, [.. answer.Admitted.Select(Entry)], Words(answer.Reason))))],
            [.. round.Papers.Select(p => new PaperDetails(
                p.Id.Value, (Contracts.PaperKind)(int)p.Kind, $"sha256:{p.Scan}", p.On, Words(p.Note)))]);
    }

    public static RoundStepList Steps(RoundState round, DateOnly today, IReadOnlyList<RoundStepLine> steps) =>
        new(round.Id.Value, RoundOut.Status(round.Status), today, [.. steps.Select(l => new RoundStepDetails(
            (Contracts.RoundStepKind)(int)l.Step, (Contracts.RoundStepState)(int)l.State, l.IsRequired,
            [.. l.Missing.Select(g => new RoundGapDetails((Contracts.RoundGapKind)(int)g.Kind, g.Sentence.Zh, g.Sentence.EnOrZh,
                g.IsOverdue, g.Subject, g.By))], l.By))]);

    public static IReadOnlyList<ChamberMove> Moved(IEnumerable<MovedChamber> moved) =>
        [.. moved.Select(m => new ChamberMove(m.Id.Value, Figures(m.Before), Figures(m.After)))];

    public static UseDetails Use(ResultUse use, bool seesWords) => new(use.Id.Value, use.Used.Chamber.Value, use.Used.Body,
        use.Used.Purpose, use.Used.On, use.RecordedOn, use.Used.Outcome, use.Used.Grade, use.Used.Document,
        seesWords ? use.Note : null, use.Withdrawal is not { } withdrawn ? null
            : new UseWithdrawalDetails(withdrawn.On, seesWords ? withdrawn.Reason : null));

    private static ChamberFigures Figures(Scorecard card) => new(WireNumber.Of(card.Total),
        [.. card.Outcomes.Where(o => o.Status == OutcomeStatus.Proposed).Select(o => o.Outcome.Id)],
        card.Places?.Scope, card.Grade, card.Class);

    private static NoticeDetails Notice(PostedNotice notice) => new(notice.Id.Value, notice.Noticed.Place, notice.Noticed.Posted,
        notice.Noticed.WorkingDays, notice.Noticed.LastDay, notice.Noticed.IsConfirmed, notice.Noticed.Content.ToString(),
        notice.Noticed.Calendar?.ToString());

    private static EntryToAdmit Entry(AdmittedEntry admitted) =>
        new() { Chamber = admitted.Chamber.Value, Entry = admitted.Id.Value };

    private static Contracts.VettingReply? Reply(Rounds.VettingReply? reply) =>
        reply is { } known ? (Contracts.VettingReply)(int)known : null;
}
