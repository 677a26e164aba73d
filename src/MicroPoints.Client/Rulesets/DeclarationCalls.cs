using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Declares that an indicator does not apply in a period, for a region or one of its chambers.</summary>
    /// <returns>Refused as <c>indicator-unknown</c>, <c>indicator-always-applicable</c>, <c>nothing-adopted</c> …</returns>
    public Task<Sent<RecordedEntry>> DeclareNotApplicable(NotApplicableToDeclare declaration, CancellationToken cancel = default) =>
        Entry(Outgoing.Post(Address.Of("not-applicable"), declaration, Json.Wire.NotApplicableToDeclare), cancel);

    /// <summary>What was declared not applicable for chambers of a scope, by its regions and those above.</summary>
    public Task<NotApplicableList> GetNotApplicable(
        string? scope = null, string? ruleset = null, string? period = null, CancellationToken cancel = default) => _sending.Read(
            Outgoing.Get(Address.Of("not-applicable").With("scope", scope).With("ruleset", ruleset).With("period", period)),
            Json.Wire.NotApplicableList, cancel);

    /// <summary>The rulesets that count in a region on a day, with every setting's value.</summary>
    public Task<RegionRules> GetRegionRules(string region, DateOnly? asOf = null, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("regions", region, "rules").With("asOf", asOf)), Json.Wire.RegionRules, cancel);
}
