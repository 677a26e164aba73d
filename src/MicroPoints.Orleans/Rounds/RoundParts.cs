using MicroPoints.Runtime;

namespace MicroPoints.Orleans;

/// <summary>What the rounds' grains of one silo share.</summary>
/// <param name="Rounds">Takes steps in this process.</param>
public sealed record RoundParts(GrainStore Store, RoundService Rounds, IProofStore Proofs);

/// <summary>Holds them from when the silo's workspace is open.</summary>
public sealed class RoundPartsHolder : Holder<RoundParts>;
