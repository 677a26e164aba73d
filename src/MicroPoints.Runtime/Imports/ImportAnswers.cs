using MicroPoints.Imports;

namespace MicroPoints.Runtime;

/// <summary>How a chamber's points would move.</summary>
/// <param name="GradeBefore">The grade's title; null without one.</param>
public sealed record TotalMoved(ChamberId Chamber, string Name, Points Before, Points After, Title? GradeBefore, Title? GradeAfter);

/// <summary>What an import would do. Nothing was written.</summary>
/// <param name="Import">The id that it would have, or has where it goes on.</param>
/// <param name="Chambers">Chamber by chamber, in order of id; empty where there is a problem with the table.</param>
/// <param name="Totals">How points would move, of chambers whose lines change; null where that cannot be said, and why is in the
/// notes.</param>
/// <param name="Notes">What is worth knowing and stops nothing.</param>
/// <param name="Problems">Every bad cell at once. Where there is one, nothing can be imported.</param>
public sealed record ImportPreview(
    ImportedTable Table, ImportId? Import, IReadOnlyList<ChamberPlan> Chambers, IReadOnlyList<TotalMoved>? Totals,
    IReadOnlyList<TableNote> Notes, IReadOnlyList<TableNote> Problems)
{
    public bool MayBeApplied => Problems.Count == 0;

    public int Count(LineKind kind) => Chambers.Sum(c => c.Count(kind));

    /// <summary>Everything is recorded already.</summary>
    public bool ChangesNothing => MayBeApplied && Chambers.All(c => c.Lines.All(l => l.Kind == LineKind.Already));
}

/// <summary>How an import or its undo ended.</summary>
public enum ImportEnd
{
    /// <summary>All of it is in the ledgers.</summary>
    Done = 1,

    /// <summary>All of it was in the ledgers before; nothing was written.</summary>
    NothingNew = 2,

    /// <summary>There were problems; nothing was written.</summary>
    Refused = 3,

    /// <summary>
    /// It stopped on the way, because something changed meanwhile. What is written stays; the same again goes on from there.
    /// </summary>
    BrokenOff = 4,
}

/// <summary>What an import or its undo came to.</summary>
/// <param name="Import">Null where none began.</param>
/// <param name="Recorded">Activities recorded by this sending; of an undo: recorded anew, because an earlier import had said them.</param>
/// <param name="TakenBack">Activities taken back by this sending.</param>
public sealed record ImportOutcome(
    ImportEnd End, ImportId? Import, int Recorded, int TakenBack, IReadOnlyList<TableNote> Notes, IReadOnlyList<TableNote> Problems)
{
    internal static ImportOutcome Refused(params IReadOnlyList<TableNote> problems) => new(ImportEnd.Refused, null, 0, 0, [], problems);
}

/// <summary>Where an import stands.</summary>
public enum ImportStatus
{
    /// <summary>It broke off: the same file again finishes it.</summary>
    Unfinished = 1,
    Finished = 2,

    /// <summary>Its undo broke off: undoing it again finishes that.</summary>
    BeingTakenBack = 3,
    TakenBack = 4,
}

/// <summary>One import, as a list shows it.</summary>
/// <param name="FileName">What the file was called; null once that was erased, and for who sees no words about people.</param>
/// <param name="File">The digest of its bytes.</param>
/// <param name="Recorded">Activities that it recorded; null while it is unfinished.</param>
/// <param name="Corrected">Activities of earlier imports that it took back.</param>
/// <param name="Undo">Who took it back, when and why; null while nobody did.</param>
public sealed record ImportSummary(
    ImportId Id, ImportStatus Status, string? FileName, Digest File, TableShape Shape, Period Period, RegionCode Scope, KindId? Kind,
    ActorId By, DateTimeOffset At, int Chambers, long? Recorded, long? Corrected, ImportUndo? Undo);

/// <param name="Reason">Null once that was erased, and for who sees no words about people.</param>
public sealed record ImportUndo(ActorId By, DateTimeOffset At, string? Reason);
