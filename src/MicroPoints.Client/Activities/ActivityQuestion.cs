namespace MicroPoints.Client;

/// <summary>Which activities are looked for: those that meet everything that is given. Ranges are half-open.</summary>
/// <param name="Scope">Of chambers of this region; the key's own where left out.</param>
/// <param name="OnFrom">The first day that one may stand for.</param>
/// <param name="OnUntil">The first day that one may no longer stand for.</param>
/// <param name="Reversed">Also those that were taken back.</param>
public sealed record ActivityQuestion(
    string? Scope = null, string? Chamber = null, string? Kind = null, DateOnly? OnFrom = null, DateOnly? OnUntil = null,
    DateTimeOffset? RecordedFrom = null, DateTimeOffset? RecordedUntil = null, string? By = null, string? Key = null,
    bool Reversed = false)
{
    internal Address On(Address address) => address.With("scope", Scope).With("chamber", Chamber).With("kind", Kind)
        .With("onFrom", OnFrom).With("onUntil", OnUntil).With("recordedFrom", RecordedFrom).With("recordedUntil", RecordedUntil)
        .With("by", By).With("key", Key).With("reversed", Reversed ? "true" : null);
}
