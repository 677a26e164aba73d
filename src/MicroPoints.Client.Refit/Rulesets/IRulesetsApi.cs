using MicroPoints.Contracts;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Published rulesets, where they are adopted, and what does not apply.</summary>
[PathPrefix(Route.Api)]
public interface IRulesetsApi
{
    /// <inheritdoc cref="MicroPointsClient.GetRulesets"/>
    [Get("/rulesets")]
    Task<RulesetList> GetRulesets(CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetRuleset"/>
    [Get("/rulesets/{id}/versions/{version}")]
    Task<Fetched<byte[]>> GetRuleset(
        string id, string version, [Header(Route.Known)] string? known = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.CheckRuleset"/>
    [Post("/rulesets/check"), Headers("Content-Type: application/yaml")]
    Task<RulesetCheck> CheckRuleset([Body] byte[] yaml, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.PublishRuleset"/>
    [Post("/rulesets")]
    Task<Sent<RecordedRuleset>> PublishRuleset([Body] RulesToPublish rules, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.WorkOutImpact"/>
    [Post("/rulesets/impact")]
    Task<ImpactDetails> WorkOutImpact([Body] ImpactToWorkOut asked, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetAdoptions"/>
    [Get("/adoptions")]
    Task<AdoptionList> GetAdoptions(
        [Query] string? region = null, [Query] DateOnly? asOf = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.Adopt"/>
    [Post("/adoptions")]
    Task<Sent<RecordedAdoption>> Adopt([Body] AdoptionToMake adoption, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.EndAdoption"/>
    [Post("/adoptions/end")]
    Task<Sent<RecordedEntry>> EndAdoption([Body] AdoptionToEnd adoption, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.DeclareNotApplicable"/>
    [Post("/not-applicable")]
    Task<Sent<RecordedEntry>> DeclareNotApplicable(
        [Body] NotApplicableToDeclare declaration, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetNotApplicable"/>
    [Get("/not-applicable")]
    Task<NotApplicableList> GetNotApplicable([Query] string? scope = null, [Query] string? ruleset = null,
        [Query] string? period = null, CancellationToken cancel = default);

    /// <inheritdoc cref="MicroPointsClient.GetRegionRules"/>
    [Get("/regions/{region}/rules")]
    Task<RegionRules> GetRegionRules(string region, [Query] DateOnly? asOf = null, CancellationToken cancel = default);
}
