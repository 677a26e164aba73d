using System.Diagnostics.CodeAnalysis;

namespace MicroPoints.Client;

/// <summary>What a read with a known ETag came to: the value, or that it is still the same.</summary>
/// <param name="Value">Null where it is unchanged.</param>
/// <param name="ETag">To be sent as <c>known</c> next time, or as <c>expected</c> with a write; null where the answer has none.</param>
public sealed record Fetched<T>(T? Value, string? ETag) where T : class
{
    /// <summary>The caller has it already.</summary>
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsUnchanged => Value is null;
}
