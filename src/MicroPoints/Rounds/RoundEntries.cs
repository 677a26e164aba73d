using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>What a round is for. Values are written into entries: append only.</summary>
public enum RoundPurpose
{
    /// <summary>The year's real evaluation: locking closes the period, no step may be skipped.</summary>
    Annual = 1,

    /// <summary>A trial run: may skip steps, says so everywhere, and leaves the period open unless told to close it.</summary>
    Rehearsal = 2,
}

/// <summary>A round was opened.</summary>
/// <param name="PeerGroups">Narrows the ruleset's peer groups; empty takes all of them.</param>
/// <param name="Stamp">Printed on every output, such as 程序生成，非真实数据; null for real data.</param>
public sealed record RoundOpened(
    string Ruleset, Period Period, RegionCode Scope, IReadOnlyList<string> PeerGroups, RoundPurpose Purpose,
        string Profile, string? Stamp) : Entry
{
    public const string Type = "round-opened/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Ruleset).Text(Period.ToString()).Text(Scope.Value)
        .List(PeerGroups, (w, group) => w.Text(group)).Whole((long)Purpose).Text(Profile).Text(Stamp);

    internal static Entry Read(ref CanonicalReader reader) => new RoundOpened(
        reader.Text(), EntryFields.Period(ref reader), EntryFields.Region(ref reader), EntryFields.Texts(ref reader),
        EntryFields.Enumerated<RoundPurpose>(ref reader), reader.Text(), reader.TextOrNull());
}

/// <summary>A chamber applied to take part.</summary>
public sealed record RoundApplied(ChamberId Chamber) : Entry
{
    public const string Type = "round-applied/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) => writer.Text(Chamber.Value);
    internal static Entry Read(ref CanonicalReader reader) => new RoundApplied(EntryFields.Chamber(ref reader));
}

/// <summary>The round was opened by mistake and is given up; the entry's reason says why.</summary>
public sealed record RoundAbandoned : Entry
{
    public const string Type = "round-abandoned/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) { }
    internal static Entry Read(ref CanonicalReader reader) => new RoundAbandoned();
}

/// <summary>The data are frozen: from here on everything is computed from this snapshot.</summary>
/// <param name="ClosesPeriod">Whether the period of every chamber was closed with it.</param>
public sealed record RoundLocked(RoundSnapshot Snapshot, bool ClosesPeriod) : Entry
{
    public const string Type = "round-locked/1";
    public override string TypeName => Type;
    public override void Write(CanonicalWriter writer) { Snapshot.Write(writer); writer.Flag(ClosesPeriod); }
    internal static Entry Read(ref CanonicalReader reader) => new RoundLocked(RoundSnapshot.Read(ref reader), reader.Flag());
}

/// <summary>An entry recorded after its ledger was frozen that the round takes in nonetheless.</summary>
public sealed record AdmittedEntry(ChamberId Chamber, EntryId Id, long Sequence, Digest Hash)
{
    internal static void Write(CanonicalWriter writer, IReadOnlyList<AdmittedEntry> admitted) => writer.List(admitted,
        (w, a) => w.Text(a.Chamber.Value).Text(a.Id.Value).Whole(a.Sequence).Digest(a.Hash));

    internal static AdmittedEntry[] Read(ref CanonicalReader reader)
    {
        var admitted = new AdmittedEntry[reader.Count()];
        for (var i = 0; i < admitted.Length; i++) admitted[i] = new AdmittedEntry(
            EntryFields.Chamber(ref reader), EntryFields.Entry(ref reader), reader.Whole(), reader.Digest());
        return admitted;
    }
}

/// <summary>Entries were admitted after the freeze: the round is computed anew from the frozen heads and these.</summary>
/// <remarks>Several may follow one another; what they admit adds up. The entry's reason says why.</remarks>
public sealed record RoundRecomputed(IReadOnlyList<AdmittedEntry> Admitted) : Entry
{
    public const string Type = "round-recomputed/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => AdmittedEntry.Write(writer, Admitted);
    internal static Entry Read(ref CanonicalReader reader) => new RoundRecomputed(AdmittedEntry.Read(ref reader));
}

/// <summary>A departure from the proposed list, with the meeting's printed reason.</summary>
/// <param name="Selected">True for an eligible chamber taken beyond the proposal, false for a proposed one passed over.</param>
public sealed record Departure(string Outcome, ChamberId Chamber, bool Selected, string Reason);

/// <summary>A meeting decided.</summary>
/// <param name="Meeting">Which body, such as 主席办公会.</param>
/// <param name="Minutes">The minutes' number.</param>
/// <param name="Departures">Where it departed from the proposed list; tied chambers it took stand here too.</param>
public sealed record RoundDecided(
    string Meeting, DateOnly On, string Minutes, string Conclusion, IReadOnlyList<Departure> Departures) : Entry
{
    public const string Type = "round-decided/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Text(Meeting).Day(On).Text(Minutes).Text(Conclusion)
        .List(Departures, (w, d) => w.Text(d.Outcome).Text(d.Chamber.Value).Flag(d.Selected).Text(d.Reason));

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (meeting, on, minutes, conclusion) = (reader.Text(), reader.Day(), reader.Text(), reader.Text());
        var departures = new Departure[reader.Count()];
        for (var i = 0; i < departures.Length; i++)
            departures[i] = new Departure(reader.Text(), EntryFields.Chamber(ref reader), reader.Flag(), reader.Text());
        return new RoundDecided(meeting, on, minutes, conclusion, departures);
    }
}

/// <summary>The result is final, and anyone with the proof can recompute it.</summary>
/// <param name="Result">Digest of the result.</param>
/// <param name="Proof">Digest of the proof file.</param>
/// <param name="Engines">The engines that agreed on it.</param>
/// <param name="Grades">The grade or class and the outcomes of each chamber on the register, for the rounds that come
/// after. One that was barred or not ranked stands with neither, so that its year counts among earlier rounds.</param>
public sealed record RoundSealed(
    Digest Result, Digest Proof, IReadOnlyList<string> Engines, IReadOnlyList<SealedResult> Grades) : Entry
{
    public const string Type = "round-sealed/1";
    public override string TypeName => Type;

    public override void Write(CanonicalWriter writer) => writer.Digest(Result).Digest(Proof)
        .List(Engines, (w, engine) => w.Text(engine))
        .List(Grades, (w, g) => w.Text(g.Chamber.Value).Text(g.Grade).Text(g.Class).List(g.Outcomes, (inner, o) => inner.Text(o)));

    internal static Entry Read(ref CanonicalReader reader)
    {
        var (result, proof, engines) = (reader.Digest(), reader.Digest(), EntryFields.Texts(ref reader));
        var grades = new SealedResult[reader.Count()];
        for (var i = 0; i < grades.Length; i++)
            grades[i] =
                new SealedResult(EntryFields.Chamber(ref reader), reader.TextOrNull(), reader.TextOrNull(),
                EntryFields.Texts(ref reader));
        return new RoundSealed(result, proof, engines, grades);
    }
}

/// <summary>What a sealed round gave one chamber.</summary>
public sealed record SealedResult(ChamberId Chamber, string? Grade, string? Class, IReadOnlyList<string> Outcomes);
