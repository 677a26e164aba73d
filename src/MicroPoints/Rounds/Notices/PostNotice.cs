using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Records that the round's results were posted in public, and until when.</summary>
/// <param name="Place">Where it was posted.</param>
/// <param name="Posted">The day on which it was posted.</param>
/// <param name="WorkingDays">How long it stands; null takes the profile's default.</param>
/// <param name="ConfirmedLastDay">The last day as a person confirms it: needed where the calendar lacks a year, and free to be
/// later than what was counted.</param>
/// <param name="WorkingDayCalendar">The calendar in force; null counts weekdays, which a person confirms.</param>
/// <param name="Evaluation">The round as it is computed now: what was posted.</param>
/// <param name="Admitted">How many admitted entries the evaluation takes in.</param>
public sealed record PostNotice(EntryId Id, string Place, DateOnly Posted, int? WorkingDays, DateOnly? ConfirmedLastDay,
    WorkingCalendar? WorkingDayCalendar, RoundEvaluation Evaluation, int Admitted) : RoundCommand(Id)
{
    /// <summary>The content and the calendar are taken anew by a retry; what its caller says is compared.</summary>
    public override Entry? Content => null;

    protected override bool Repeats(Entry known) => known is RoundNoticed noticed && (noticed.Place, noticed.Posted) == (Place, Posted)
        && (WorkingDays ?? noticed.WorkingDays) == noticed.WorkingDays && (ConfirmedLastDay ?? noticed.LastDay) == noticed.LastDay;

    /// <summary>Refusals are tested in the order written.</summary>
    public override Decision Decide(RoundState state, Context context)
    {
        if ((Refuse(state, context, authority: false, BeforeDecision) ?? RefuseEntry(state)) is { } refused) return refused;
        if (Admitted != state.Admitted.Count) return DecideRound.OutOfDate(state, Admitted);
        if ((RefuseBlank("the place of the notice", Place) ?? RoundSteps.RefuseVetting(state)
            ?? DecideRound.RefuseUndecided(Evaluation.Cards)) is { } unfit) return unfit;
        var since = state.ContentSince!.Value;
        if (Posted > context.Today) return InFuture("the day of posting", Posted, context);
        if (Posted < since) return Decision.Refuse(Refusal.OnTooEarly,
            $"the results stand as they do since {Calendar.Text(since)}: they cannot have been posted on {Calendar.Text(Posted)}");
        var profile = RoundProfile.Of(state.Opened!);
        var days = WorkingDays ?? profile.NoticeDays;
        if (days < profile.NoticeDaysLeast || days > Limits.WorkingDaysMax) return Decision.Refuse(Refusal.NoticeDaysOutOfRange,
            $"in the profile '{profile.Id}' a notice stands for at least {profile.NoticeDaysLeast} "
            + $"and at most {Limits.WorkingDaysMax} working days, not {days}");
        return LastDay(Posted, days, out var lastDay, out var isConfirmed) ?? Accept(context, new RoundNoticed(
            Place, Posted, days, lastDay, WorkingDayCalendar?.Hash, isConfirmed, NoticeContent.DigestOf(Evaluation)));
    }

    /// <summary>The last day that is counted, or a later one that is confirmed.</summary>
    private Decision? LastDay(DateOnly posted, int days, out DateOnly lastDay, out bool isConfirmed)
    {
        var counted = Count(WorkingDayCalendar, posted, days);
        isConfirmed = counted.YearsMissing.Count > 0;
        lastDay = ConfirmedLastDay ?? counted.Day;
        if (isConfirmed && ConfirmedLastDay is null) return Decision.Refuse(Refusal.NoticeDayUnconfirmed,
            $"the working-day calendar lacks {string.Join(", ", counted.YearsMissing)}: by weekdays alone the last day is "
            + $"{Calendar.Text(counted.Day)}; confirm it, or a later day, or import the year's holidays first");
        return lastDay >= counted.Day ? null : Decision.Refuse(Refusal.NoticeDayUnconfirmed,
            $"{days} working days after {Calendar.Text(posted)} end on {Calendar.Text(counted.Day)}: "
            + $"a notice may stand longer, not end on {Calendar.Text(lastDay)}");
    }

    /// <summary>The last day that a notice would have, and the years that a person would have to confirm.</summary>
    public static CountedDay Count(WorkingCalendar? calendar, DateOnly posted, int days) =>
        (calendar ?? WorkingCalendar.Weekdays).AddWorkingDays(posted, days);
}
