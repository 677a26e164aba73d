using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Facts of whole periods, compacted into columns so that a round need not fold the ledgers again.</summary>
/// <remarks>Derived: whoever finds none folds instead, and comes to the same.</remarks>
public interface IPeriodColumns
{
    /// <summary>Begins to write a period's columns through some heads and returns at once; a failure is told and costs only time.</summary>
    void Begin(Period period, Heads heads);

    /// <summary>The columns of a period through exactly these heads of chambers; null where there are none.</summary>
    IColumnFile? Find(Period period, Heads heads);

    /// <summary>Is told of columns that turned out damaged while they were read; whoever read them folds instead.</summary>
    void Tell(StoreException damaged);
}

/// <summary>One period's columns, in blocks of chambers in order of id.</summary>
public interface IColumnFile : IDisposable
{
    Period Period { get; }

    /// <summary>The latest instant at which an entry in it was recorded: it cannot answer what was known before.</summary>
    DateTimeOffset Through { get; }

    int Chambers { get; }
    int Blocks { get; }

    /// <summary>The place of a block's first chamber among all.</summary>
    int FirstOf(int block);

    /// <param name="sums">What is to be added up; null where only tallies are read.</param>
    /// <param name="day">Facts that stand for a later day are left out.</param>
    IColumnReader NewReader(SumLayout? sums, DateOnly day);
}

/// <summary>Reads blocks chamber by chamber. Each thread takes a reader of its own.</summary>
public interface IColumnReader
{
    /// <summary>Reads a block and verifies its check sums; the reader then stands before its first chamber.</summary>
    /// <exception cref="StoreException">The block is damaged.</exception>
    void Load(int block);

    /// <summary>Goes to the block's next chamber; false after the last.</summary>
    bool Next();

    ChamberId Id { get; }
    Head Head { get; }
    Chamber? Register { get; }

    /// <summary>Adds up the chamber's facts; false where it has facts that sums cannot hold.</summary>
    bool TrySum(PlainSums sums);

    /// <summary>A tally that holds at least the facts of some kinds; null takes all.</summary>
    Tally TallyOf(IReadOnlySet<KindId>? kinds);
}
