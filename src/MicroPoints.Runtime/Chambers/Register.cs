using MicroPoints.Chambers;
using MicroPoints.Identity;

namespace MicroPoints.Runtime;

/// <summary>What the register is to say of a chamber.</summary>
/// <param name="Serves">Null: nothing is said of it.</param>
/// <param name="Founded">Null: nothing is said of it.</param>
/// <param name="Attributes">Those to set; others stay as they are.</param>
public sealed record ChamberProfile(
    string Name, string Kind, RegionCode Seat, IReadOnlyList<RegionCode>? Serves = null, DateOnly? Founded = null,
    IReadOnlyDictionary<string, string>? Attributes = null);

/// <summary>Makes the register say of a chamber what a caller knows of it.</summary>
public sealed class Register(IChamberHost host, TimeProvider clock)
{
    /// <summary>Registers a new chamber, or records what differs, as of today. Where nothing differs it answers exists.</summary>
    /// <remarks>A kind, seat, served region or founding day that differs is refused: these never change.</remarks>
    public ValueTask<Answer> Put(ChamberId chamber, ChamberProfile profile, Actor by, CancellationToken cancel) =>
        throw new NotImplementedException($"{host} {clock}");
}
