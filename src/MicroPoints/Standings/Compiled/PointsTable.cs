using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Points, grades, places and outcomes of many chambers, without their reasons: what a ranking needs and no more.</summary>
/// <remarks>Rows stand in order of id. Several threads may score different rows at the same time.</remarks>
public sealed class PointsTable
{
    private readonly CompiledRuleset _compiled;

    // As scored: a quota lowers grades, and outcomes may find more that is undecided.
    private short[] _gradesScored;
    private bool[] _undecidedScored;

    internal PointsTable(CompiledRuleset compiled, int count)
    {
        (_compiled, Count) = (compiled, count);
        (Ids, Seats, OnRoster) = (new ChamberId[count], new RegionCode[count], new bool[count]);
        (Totals, Categories) = (new long[count], new long[count * compiled.Ruleset.Categories.Count]);
        (Kept, Facts) = (new long[count * compiled.Kept.Count], new Verdict[count * compiled.Conditions.FactCount]);
        LimitsMet = new bool[count * compiled.Ruleset.Limits.Count];
        (GradesByPoints, Grades, Classes) = (Absent(count), Absent(count), Absent(count));
        (BarredBy, Undecided) = (Absent(count), new bool[count]);
        (Places, Outcomes) = (new Places?[count], new OutcomeStatus[count * compiled.Ruleset.Outcomes.Count]);
        Attributes = new long?[count * compiled.RankedAttributes.Count];
        (_gradesScored, _undecidedScored) = (Grades, Undecided);
    }

    public int Count { get; }
    public Ruleset Ruleset => _compiled.Ruleset;

    internal ChamberId[] Ids { get; }
    internal RegionCode[] Seats { get; }
    internal bool[] OnRoster { get; }
    internal long[] Totals { get; }
    internal long[] Categories { get; }

    /// <summary>Points of the lines and deductions that ranking and conditions name.</summary>
    internal long[] Kept { get; }

    /// <summary>Verdicts on facts, for the conditions of later stages: the facts themselves are not kept.</summary>
    internal Verdict[] Facts { get; }
    internal bool[] LimitsMet { get; }
    internal short[] GradesByPoints { get; }
    internal short[] Grades { get; }

    /// <summary>Grades by points and limits, before any quota; of a finished table.</summary>
    internal IReadOnlyList<short> GradesScored => _gradesScored;
    internal short[] Classes { get; }
    internal short[] BarredBy { get; }
    internal bool[] Undecided { get; }
    internal Places?[] Places { get; }
    internal OutcomeStatus[] Outcomes { get; }
    internal long?[] Attributes { get; }

    /// <summary>What its chambers were compared by.</summary>
    internal PeerRanges Peers { get; set; } = PeerRanges.None;

    /// <summary>One chamber's row.</summary>
    public PointsRow this[int row] => new(this, row);

    /// <summary>The row of a chamber; null where the table has none.</summary>
    public PointsRow? Find(ChamberId id) => RowOf(id) is { } row ? this[row] : null;

    /// <summary>Where the row of a chamber stands; null where the table has none.</summary>
    public int? RowOf(ChamberId id) => Array.BinarySearch(Ids, id) is >= 0 and var row ? row : null;

    /// <summary>Takes a row over as it was scored in another table of the same compiled ruleset, finished or not.</summary>
    /// <remarks>Right where the chamber's facts are the same, and its peers' where the ruleset compares them.</remarks>
    public void Take(int row, PointsTable from, int at)
    {
        Invariant.Holds(ReferenceEquals(_compiled, from._compiled), "a row is taken over under the same rules and reading day");
        (Ids[row], Seats[row], OnRoster[row], Totals[row]) = (from.Ids[at], from.Seats[at], from.OnRoster[at], from.Totals[at]);
        (GradesByPoints[row], Grades[row], Classes[row]) = (from.GradesByPoints[at], from._gradesScored[at], from.Classes[at]);
        (BarredBy[row], Undecided[row]) = (from.BarredBy[at], from._undecidedScored[at]);
        Copy(from.Categories, Categories, _compiled.Ruleset.Categories.Count);
        Copy(from.Kept, Kept, _compiled.Kept.Count);
        Copy(from.Facts, Facts, _compiled.Conditions.FactCount);
        Copy(from.LimitsMet, LimitsMet, _compiled.Ruleset.Limits.Count);
        Copy(from.Attributes, Attributes, _compiled.RankedAttributes.Count);

        void Copy<T>(T[] source, T[] target, int width) => Array.Copy(source, at * width, target, row * width, width);
    }

    /// <summary>Keeps what finishing changes, so that rows can be taken over by a later table.</summary>
    internal void KeepScored() => (_gradesScored, _undecidedScored) = ([.. Grades], [.. Undecided]);

    internal bool IsRanked(int row) => OnRoster[row] && BarredBy[row] < 0;

    private static short[] Absent(int count)
    {
        var none = new short[count];
        Array.Fill(none, (short)-1);
        return none;
    }
}

/// <summary>One chamber's points, grade, place and outcomes, equal to those of its scorecard.</summary>
public readonly struct PointsRow(PointsTable table, int row)
{
    public ChamberId Id => table.Ids[row];
    public RegionCode Seat => table.Seats[row];
    public bool IsRanked => table.IsRanked(row);
    public Points Total => new(table.Totals[row]);
    public string? GradeByPoints => table.GradesByPoints[row] is >= 0 and var grade ? table.Ruleset.Grades[grade].Id : null;
    public string? Grade => table.Grades[row] is >= 0 and var grade ? table.Ruleset.Grades[grade].Id : null;
    public string? Class => table.Classes[row] is >= 0 and var rule ? table.Ruleset.Classes[rule].Id : null;
    public Places? Places => table.Places[row];

    /// <summary>The limit that bars it; it then has no grade, place or outcome.</summary>
    public string? BarredBy => table.BarredBy[row] is >= 0 and var limit ? table.Ruleset.Limits[limit].Id : null;

    /// <summary>Whether some condition could not be decided; its scorecard says which.</summary>
    public bool IsUndecided => table.Undecided[row];

    /// <summary>The points of a category, by its place in the ruleset.</summary>
    public Points Category(int category) => new(table.Categories[row * table.Ruleset.Categories.Count + category]);

    /// <summary>How far it came with an outcome, by its place in the ruleset.</summary>
    public OutcomeStatus Outcome(int outcome) => table.Outcomes[row * table.Ruleset.Outcomes.Count + outcome];

    /// <summary>Whether it is eligible for an outcome, within its quota or past it.</summary>
    public bool IsEligible(int outcome) =>
        Outcome(outcome) is OutcomeStatus.PastQuota or OutcomeStatus.TiedOnLine or OutcomeStatus.Proposed;

    /// <summary>Whether a limit lowers, bars or suspends, by its place in the ruleset.</summary>
    public bool IsLimited(int limit) => table.LimitsMet[row * table.Ruleset.Limits.Count + limit];
}
