using System.Diagnostics.CodeAnalysis;

namespace MicroPoints;

/// <summary>What must hold whatever a caller sends. A breach means the program, not the input, is wrong.</summary>
public static class Invariant
{
    public static void Holds([DoesNotReturnIf(false)] bool condition, string what)
    {
        if (!condition) throw new InvariantException(what);
    }

    [DoesNotReturn]
    public static void Fails(string what) => throw new InvariantException(what);
}

/// <summary>An invariant did not hold: stop rather than go on from a wrong state.</summary>
public sealed class InvariantException(string what) : InvalidOperationException($"invariant broken: {what}");
