using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Tallies for rounds and standings. The order of chambers must not matter to who reads them.</summary>
public interface ITallySource
{
    /// <summary>Every chamber of a cut, folded through its head there, as of the period's last day.</summary>
    IAsyncEnumerable<ChamberTallies> At(Heads cut, Period period, CancellationToken cancel);

    /// <summary>One chamber as it stands, as of a day, as known at an instant.</summary>
    ValueTask<ChamberTallies> One(ChamberId chamber, Period period, AsOf at, CancellationToken cancel);
}

/// <summary>One chamber's tally, with what the register says of it.</summary>
/// <param name="Register">Null where the chamber was not on the register at the question's instant.</param>
/// <param name="Head">The head folded through.</param>
/// <param name="At">The reading: day and instant.</param>
/// <param name="Tally">All years up to the reading's day.</param>
public sealed record ChamberTallies(ChamberId Id, Chamber? Register, Head Head, Period Period, AsOf At, Tally Tally);
