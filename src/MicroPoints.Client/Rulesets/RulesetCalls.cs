using MicroPoints.Contracts;

namespace MicroPoints.Client;

public sealed partial class MicroPointsClient
{
    /// <summary>Every published ruleset with its versions.</summary>
    public Task<RulesetList> GetRulesets(CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("rulesets")), Json.Wire.RulesetList, cancel);

    /// <summary>A published version's bytes, YAML in UTF-8, as they were published.</summary>
    /// <param name="known">The ETag of what the caller has; a published version never changes.</param>
    public Task<Fetched<byte[]>> GetRuleset(string id, string version, string? known = null, CancellationToken cancel = default) =>
        _sending.FetchBytes(Outgoing.Get(Address.Of("rulesets", id, "versions", version), known), cancel);

    /// <summary>Reads a ruleset file and says what is wrong with it; nothing is kept.</summary>
    /// <param name="yaml">The file's bytes, at most 1 MB.</param>
    public Task<RulesetCheck> CheckRuleset(byte[] yaml, CancellationToken cancel = default) => _sending.Read(
        new Outgoing(HttpMethod.Post, Address.Of("rulesets", "check")) { Body = yaml, MediaType = "application/yaml" },
        Json.Wire.RulesetCheck, cancel);

    /// <summary>Publishes a version, for everybody and for ever; the same bytes again exist.</summary>
    /// <returns>Refused as <c>ruleset-unreadable</c>, with what was found in <see cref="Problem.Diagnostics"/>,
    /// <c>ruleset-tests-fail</c>, with every test that failed in <see cref="Problem.Failures"/>, <c>ruleset-untested</c>,
    /// <c>ruleset-version-exists</c>, <c>not-an-authority</c> …</returns>
    public Task<Sent<RecordedRuleset>> PublishRuleset(RulesToPublish rules, CancellationToken cancel = default) => _sending.Write(
        Outgoing.Post(Address.Of("rulesets"), rules, Json.Wire.RulesToPublish), Json.Wire.RecordedRuleset,
        r => r.Answer == SendingAnswer.Exists, cancel);

    /// <summary>What another ruleset would have done to the chambers of a scope in a period; nothing is kept.</summary>
    /// <exception cref="ProblemException"><c>ruleset-unknown</c>, <c>ruleset-unreadable</c>, with what was found in
    /// <see cref="Problem.Diagnostics"/>, <c>nothing-adopted</c>, <c>period-not-of-ruleset</c>, <c>scope-too-large</c> …</exception>
    public Task<ImpactDetails> WorkOutImpact(ImpactToWorkOut asked, CancellationToken cancel = default) => _sending.Read(
        Outgoing.Post(Address.Of("rulesets", "impact"), asked, Json.Wire.ImpactToWorkOut), Json.Wire.ImpactDetails, cancel);

    /// <summary>Every ruleset that counts for a region on a day, its own or inherited.</summary>
    public Task<AdoptionList> GetAdoptions(string? region = null, DateOnly? asOf = null, CancellationToken cancel = default) =>
        _sending.Read(Outgoing.Get(Address.Of("adoptions").With("region", region).With("asOf", asOf)), Json.Wire.AdoptionList, cancel);

    /// <summary>Adopts a published ruleset in a region from a day, with settings; regions below without their own inherit it.</summary>
    /// <returns>Refused as <c>ruleset-not-adoptable</c>, <c>setting-unknown</c>, <c>setting-not-of-type</c>,
    /// <c>not-an-authority</c> …</returns>
    public Task<Sent<RecordedAdoption>> Adopt(AdoptionToMake adoption, CancellationToken cancel = default) => _sending.Write(
        Outgoing.Post(Address.Of("adoptions"), adoption, Json.Wire.AdoptionToMake), Json.Wire.RecordedAdoption,
        a => a.Answer == SendingAnswer.Exists, cancel);

    /// <summary>Ends what a region adopted itself of a ruleset, from a day; what a region above adopted counts again.</summary>
    /// <returns>Refused as <c>adoption-not-own</c>, <c>adoption-in-round</c>, <c>adoption-period-locked</c>, <c>ruleset-is-annual</c>,
    /// <c>reason-missing</c> …</returns>
    public Task<Sent<RecordedEntry>> EndAdoption(AdoptionToEnd adoption, CancellationToken cancel = default) =>
        Entry(Outgoing.Post(Address.Of("adoptions", "end"), adoption, Json.Wire.AdoptionToEnd), cancel);
}
