using MicroPoints.Runtime;

namespace MicroPoints.Store.Embedded;

/// <summary>A block of the checkpoint is not what was written. The journal itself is not concerned.</summary>
internal sealed class CheckpointDamagedException(string message) : StoreException(message);
