using MicroPoints.Runtime;

namespace MicroPoints.Orleans;

/// <summary>What the chambers' grains of one silo share.</summary>
/// <param name="LogOf">The log of one chamber's activation.</param>
/// <param name="Crediting">Says what activities add; without it nothing is said.</param>
public sealed record ChamberParts(Func<StreamId, IEventLog> LogOf, KindsInForce Kinds, TimeProvider Clock, ISaltSource Salts,
    IRulesInForce Rules, Crediting? Crediting)
{
    /// <summary>The parts over a grain storage, where each activation keeps its own stream at hand.</summary>
    public static ChamberParts Over(GrainStorageLog log, KindsInForce kinds, TimeProvider clock, ISaltSource salts,
        IRulesInForce rules, Crediting? crediting) =>
        new(stream => new OwnStreamLog(log, stream), kinds, clock, salts, rules, crediting);
}

/// <summary>Holds them from when the silo's workspace is open.</summary>
public sealed class ChamberPartsHolder : Holder<ChamberParts>;
