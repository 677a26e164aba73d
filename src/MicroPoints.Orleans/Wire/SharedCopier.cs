using Orleans.Serialization.Cloning;

namespace MicroPoints.Orleans;

/// <summary>The core's records never change, so callers and grains of one process may hold the same ones.</summary>
internal sealed class SharedCopier : IGeneralizedCopier
{
    public bool IsSupportedType(Type type) => CoreJson.IsOurs(type);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
