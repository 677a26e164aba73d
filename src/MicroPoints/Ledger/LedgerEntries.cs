using MicroPoints.Activities;
using MicroPoints.Streams;

namespace MicroPoints.Ledger;

/// <summary>An activity as it was recorded.</summary>
/// <param name="Submitted">When the chamber handed it in, where that was said.</param>
/// <param name="Evidence">Digests of the evidence, in order of digest.</param>
/// <param name="Checks">Closed periods that it reaches, recorded in a late window: their sealed rounds stand, a check is raised.</param>
public sealed record ActivityRecorded(
    Fact Fact, DateOnly? Submitted, IReadOnlyList<Digest> Evidence, IReadOnlyList<Period> Checks) : Entry
{
    public const string Type = "activity-recorded/1";
    public override string TypeName => Type;

    /// <summary>Recorded after its period was closed.</summary>
    public bool IsPostClose => Checks.Count > 0;

    public override void Write(CanonicalWriter writer) => writer.Fact(Fact).Day(Submitted)
        .List(Evidence, (w, digest) => w.Digest(digest)).List(Checks, (w, period) => w.Text(period.ToString()));

    internal static Entry Read(ref CanonicalReader reader) => new ActivityRecorded(
        FactFields.Fact(ref reader), reader.DayOrNull(), EntryFields.Digests(ref reader), Periods(ref reader));

    internal static Period[] Periods(ref CanonicalReader reader)
    {
        var periods = new Period[reader.Count()];
        for (var i = 0; i < periods.Length; i++) periods[i] = EntryFields.Period(ref reader);
        return periods;
    }
}

/// <summary>Takes back one activity, in full.</summary>
/// <param name="Checks">Closed periods that the activity reached: their sealed rounds stand, a check is raised.</param>
public sealed record ActivityReversed(EntryId Target, IReadOnlyList<Period> Checks) : Entry
{
    public const string Type = "activity-reversed/1";
    public override string TypeName => Type;
    public bool IsPostClose => Checks.Count > 0;

    public override void Write(CanonicalWriter writer) =>
        writer.Text(Target.Value).List(Checks, (w, period) => w.Text(period.ToString()));

    internal static Entry Read(ref CanonicalReader reader) =>
        new ActivityReversed(EntryFields.Entry(ref reader), ActivityRecorded.Periods(ref reader));
}

/// <summary>A fact of a predecessor that this chamber carries on after a merger or split.</summary>
public sealed record ActivityCarried(
    ChamberId Origin, EntryId OriginId, Fact Fact, DateOnly? Submitted, IReadOnlyList<Digest> Evidence) : Entry
{
    public const string Type = "activity-carried/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Origin.Value).Text(OriginId.Value).Fact(Fact)
        .Day(Submitted).List(Evidence, (w, digest) => w.Digest(digest));

    internal static Entry Read(ref CanonicalReader reader) => new ActivityCarried(
        EntryFields.Chamber(ref reader), EntryFields.Entry(ref reader), FactFields.Fact(ref reader),
        reader.DayOrNull(), EntryFields.Digests(ref reader));

    /// <summary>The id that a carried entry has in the successor: derived, so that a retry is safe.</summary>
    public static EntryId IdFor(ChamberId origin, EntryId id) => new($"carried-{Digest.OfText($"{origin}\n{id}").ToString()[..32]}");
}

/// <summary>The period is closed: a round locked it.</summary>
public sealed record PeriodClosed(Period Period, RoundId Round) : Entry
{
    public const string Type = "period-closed/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Period.ToString()).Text(Round.Value);
    internal static Entry Read(ref CanonicalReader reader) =>
        new PeriodClosed(EntryFields.Period(ref reader), EntryFields.Round(ref reader));
}

/// <summary>An authority lets late entries into a closed period through the end of a day.</summary>
public sealed record LateWindowOpened(Period Period, DateOnly Through) : Entry
{
    public const string Type = "late-window-opened/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Period.ToString()).Day(Through);
    internal static Entry Read(ref CanonicalReader reader) => new LateWindowOpened(EntryFields.Period(ref reader), reader.Day());
}
