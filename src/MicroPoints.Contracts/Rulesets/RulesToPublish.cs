using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>A ruleset file to publish, with the tests beside it.</summary>
public sealed class RulesToPublish
{
    /// <summary>The file's text, YAML, at most 1 MB in UTF-8: these bytes are frozen.</summary>
    [JsonRequired] public string Rules { get; set; } = "";

    /// <summary>The text of the file of tests, YAML, at most 1 MB in UTF-8; left out where there are none.</summary>
    public string? Tests { get; set; }

    /// <summary>Why it has no tests, in words that are sealed with the version.</summary>
    public string? WithoutTests { get; set; }
}

/// <summary>A version that is published.</summary>
/// <param name="Id">The publishing entry's id.</param>
/// <param name="RulesHash">The SHA-256 of its bytes, by which it is frozen.</param>
/// <param name="Hash">The publishing entry's hash.</param>
/// <param name="Recorded">When; of a replay, the first answer's instant.</param>
/// <param name="Diagnostics">What was found beside errors, of which it has none.</param>
/// <param name="TestsPassed">Left out where it has no tests.</param>
public sealed record RecordedRuleset(
    SendingAnswer Answer, string Id, string Ruleset, string Version, string RulesHash, long Sequence, string Hash,
    DateTimeOffset Recorded, IReadOnlyList<RulesetDiagnostic> Diagnostics, int? TestsPassed = null);
