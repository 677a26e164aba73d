namespace MicroPoints.Contracts;

/// <summary>Every published ruleset.</summary>
public sealed record RulesetList(IReadOnlyList<RulesetSummary> Rulesets);

/// <summary>One ruleset with its published versions, in the order they were published.</summary>
public sealed record RulesetSummary(string Id, string Title, IReadOnlyList<RulesetVersion> Versions);

/// <summary>A published version, frozen by its hash.</summary>
/// <param name="Sample">A labelled sample: the values are nobody's yet.</param>
public sealed record RulesetVersion(
    string Version, string Hash, string Title, bool Sample, DateOnly AdoptableFrom, DateOnly AdoptableUntil);
