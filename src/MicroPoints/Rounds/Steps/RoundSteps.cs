namespace MicroPoints.Rounds;

/// <summary>Which steps a round has taken, what the next ones still lack, and what stops a decision.</summary>
/// <remarks>Command line, API and web page all show this list, so that none of them judges by itself.</remarks>
public static class RoundSteps
{
    /// <summary>Every step of a round, in order; none of one that was given up.</summary>
    /// <param name="content">Digest of the round as computed now; null where it was not computed: it is then taken as noticed if
    /// nothing was admitted since.</param>
    public static IReadOnlyList<RoundStepLine> Of(RoundState round, DateOnly today, Digest? content)
    {
        if (round.Opened is null || round.Abandoned is not null) return [];
        var isDecided = round.Decided is not null;
        var lines = new List<RoundStepLine>();
        foreach (var step in Enum.GetValues<RoundStepKind>())
        {
            var gaps = Gaps(step, round, today, content);
            var waits = gaps.Where(g => g.Kind != RoundGapKind.ChamberOnHold).ToList();
            var state = waits.Count == 0 && (step != RoundStepKind.Objections || round.Notices.Count > 0) ? RoundStepState.Done
                : isDecided && step < RoundStepKind.Decision ? RoundStepState.Skipped
                : IsBlocked(step, round, lines) ? RoundStepState.Blocked
                : waits.All(g => g.Kind == RoundGapKind.NoticeRunning) ? RoundStepState.Waiting : RoundStepState.Open;
            IReadOnlyList<RoundGap> missing = state is RoundStepState.Blocked or RoundStepState.Skipped ? [] : gaps;
            lines.Add(new RoundStepLine(step, state, IsRequired(round, step), missing, missing.Min(g => g.By)));
        }
        return lines;
    }

    private static bool IsBlocked(RoundStepKind step, RoundState round, List<RoundStepLine> before) =>
        before.Any(l => l.IsRequired && l.State is not (RoundStepState.Done or RoundStepState.Skipped)
            // Objections come in while the notice stands, and before it is posted anew.
            && !(step == RoundStepKind.Objections && l.Step == RoundStepKind.Notice && round.Notices.Count > 0))
        || step == RoundStepKind.Objections && round.Notices.Count == 0;

    private static List<RoundGap> Gaps(RoundStepKind step, RoundState round, DateOnly today, Digest? content) => step switch
    {
        RoundStepKind.Lock => round.Locked is null ? [Said.NotLocked] : [],
        RoundStepKind.Vetting => [.. round.Vetting.Bodies.Count == 0 ? [Said.NobodyAsked] : Array.Empty<RoundGap>(),
            .. round.Vetting.Waiting.Select(Said.ReplyMissing)],
        RoundStepKind.Notice => NoticeGap(round, today, content) is { } gap ? [gap] : [],
        RoundStepKind.Objections => [.. round.Objections.Open.OrderBy(o => o.DueOn).Select(o => Said.AnswerMissing(o, today)),
            .. IsRunning(round, today) ? [Said.NoticeRunning(round.Notices[^1].Noticed)] : Array.Empty<RoundGap>()],
        RoundStepKind.Decision => round.Decided is not null ? []
            : [Said.NotDecided, .. round.Vetting.Standing.Select(Said.ChamberOnHold)],
        RoundStepKind.Seal => round.Sealed is null ? [Said.NotSealed] : [],
        _ => throw new InvariantException("a round has six steps"),
    };

    private static RoundGap? NoticeGap(RoundState round, DateOnly today, Digest? content) =>
        round.Notices is not [.., var last] ? Said.NoticeNotPosted
        : !last.IsOf(content, round.Admitted.Count) ? Said.NoticeOutdated
        : IsRunning(round, today) ? Said.NoticeRunning(last.Noticed) : null;

    private static bool IsRunning(RoundState round, DateOnly today) =>
        round.Decided is null && round.Notices is [.., var last] && today <= last.Noticed.LastDay;

    /// <summary>An annual round is not noticed before every body that was asked replied, or was marked as not replying.</summary>
    internal static Decision? RefuseVetting(RoundState round)
    {
        if (!IsRequired(round, RoundStepKind.Vetting) || round.Vetting.IsComplete) return null;
        return Decision.Refuse(Refusal.VettingIncomplete, round.Vetting.Bodies.Count == 0
            ? "no body was asked for its opinion: enter those that were, with their replies"
            : $"no reply is recorded of {string.Join(", ", round.Vetting.Waiting.Select(b => b.Body))}: "
                + "record it, or mark it as missing with a reason");
    }

    /// <summary>What stops a decision of an annual round: vetting, notice, its window, its content, objections; in this order.</summary>
    /// <param name="on">The day of the meeting.</param>
    /// <param name="content">Digest of the round as computed now.</param>
    /// <param name="moved">The chambers that moved since the notice, for what is said.</param>
    internal static Decision? RefuseDecision(
        RoundState round, DateOnly on, Digest content, IReadOnlyList<MovedChamber> moved)
    {
        if (RefuseVetting(round) is { } vetting) return vetting;
        if (IsRequired(round, RoundStepKind.Notice))
        {
            if (round.Notices is not [.., var last]) return Decision.Refuse(Refusal.NoticeMissing,
                "the results were not noticed: post them, and decide when the notice has run out");
            if (RoundProfile.Of(round.Opened!).NoticeDaysLeast is var least && last.Noticed.WorkingDays < least)
                return Decision.Refuse(Refusal.NoticeDaysOutOfRange, $"the notice of {Calendar.Text(last.Noticed.Posted)} stood for "
                    + $"{last.Noticed.WorkingDays} working days, and the round's profile asks for {least}");
            if (last.Noticed.Content != content) return Decision.Refuse(Refusal.NoticeOutdated,
                $"what was noticed on {Calendar.Text(last.Noticed.Posted)} is no longer what is computed: "
                + $"{Moves(moved)}; post a new notice");
            if (on <= last.Noticed.LastDay) return Decision.Refuse(Refusal.NoticeRunning,
                $"the notice runs through {Calendar.Text(last.Noticed.LastDay)}: "
                + $"a meeting decides on {Calendar.Text(last.Noticed.LastDay.AddDays(1))} or later");
        }
        return IsRequired(round, RoundStepKind.Objections) && round.Objections.Open.ToList() is [_, ..] open
            ? Decision.Refuse(Refusal.ObjectionUnanswered,
                $"not answered: {string.Join(", ", open.Select(o => $"{o.Id} (due {Calendar.Text(o.DueOn)})"))}: "
                + "reject or accept each with a reason")
            : null;
    }

    private static string Moves(IReadOnlyList<MovedChamber> moved) => moved.Count == 0
        ? "its points, grades, places or outcomes changed"
        : string.Join(", ", moved.Take(5).Select(m => $"{m.Id} {m.Before.Total} to {m.After.Total} points, "
            + $"place {Place(m.Before)} to {Place(m.After)}")) + (moved.Count > 5 ? $" and {moved.Count - 5} more" : "");

    private static string Place(Standings.Scorecard card) => card.Places is { } places ? $"{places.Scope}" : "none";

    private static bool IsRequired(RoundState round, RoundStepKind step) => RoundProfile.IsRequired(round, step);

    private static class Said
    {
        public static RoundGap NotLocked { get; } =
            Of(RoundGapKind.NotLocked, "锁定数据", "lock the data");

        public static RoundGap NobodyAsked { get; } =
            Of(RoundGapKind.NobodyAsked, "登记征求意见的单位", "enter the bodies that were asked for their opinion");

        public static RoundGap NoticeNotPosted { get; } =
            Of(RoundGapKind.NoticeNotPosted, "张贴公示", "post the notice");

        public static RoundGap NoticeOutdated { get; } =
            Of(RoundGapKind.NoticeOutdated, "公示内容已变动，须重新公示", "what was noticed has changed: post a new notice");

        public static RoundGap NotDecided { get; } =
            Of(RoundGapKind.NotDecided, "会议研究确定", "a meeting decides");

        public static RoundGap NotSealed { get; } =
            Of(RoundGapKind.NotSealed, "封存并生成核验包", "seal it and write the proof");

        public static RoundGap ReplyMissing(VettedBody body) => new(RoundGapKind.ReplyMissing, body.Body, null, false,
            new Title($"{body.Body}尚未回复（{Calendar.Text(body.LetterOn)}发函）",
                $"{body.Body} has not replied to the letter of {Calendar.Text(body.LetterOn)}"));

        public static RoundGap NoticeRunning(RoundNoticed notice) => new(RoundGapKind.NoticeRunning, null, notice.LastDay, false,
            new Title($"公示期至{Calendar.Text(notice.LastDay)}止", $"the notice runs through {Calendar.Text(notice.LastDay)}"));

        public static RoundGap AnswerMissing(Objection objection, DateOnly today) => new(RoundGapKind.AnswerMissing,
            objection.Id.Value, objection.DueOn, objection.IsOverdue(today),
            new Title($"异议{objection.Id}须于{Calendar.Text(objection.DueOn)}前答复{(objection.IsOverdue(today) ? "，已逾期" : "")}",
                $"objection {objection.Id} is answered by {Calendar.Text(objection.DueOn)}"
                + (objection.IsOverdue(today) ? ", which has passed" : "")));

        public static RoundGap ChamberOnHold(Hold hold) => new(RoundGapKind.ChamberOnHold, hold.Chamber.Value, null, false,
            new Title($"{hold.Chamber}因{hold.Body}有异议暂缓，须解除或不予推荐",
                $"{hold.Chamber} is on hold by {hold.Body}: release it, or pass it over"));

        private static RoundGap Of(RoundGapKind kind, string zh, string en) => new(kind, null, null, false, new Title(zh, en));
    }
}
