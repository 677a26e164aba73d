using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Checks;
using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml;

/// <summary>What reading a ruleset came to; a ruleset exactly where there is no error.</summary>
public sealed record RulesetReading(Ruleset? Ruleset, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Where the lines stand, for what is found after reading.</summary>
    internal Places? Places { get; init; }

    internal string File { get; init; } = "";
}

/// <summary>Reads a ruleset file: every line cited, every reference resolved, every number in hundredths.</summary>
public static class RulesetFile
{
    /// <param name="bytes">The file as it is stored; the ruleset's hash is theirs.</param>
    /// <param name="fileName">For diagnostics only.</param>
    /// <param name="kinds">The activity kinds that its rules may count.</param>
    public static RulesetReading Read(ReadOnlySpan<byte> bytes, string fileName, KindCatalogue kinds)
    {
        var findings = new Findings(fileName);
        if (YamlDocument.Read(bytes, findings) is not { } root) return new RulesetReading(null, findings.InOrder);
        var (ruleset, context) = RulesetReader.Read(root, Digest.Of(bytes), kinds, findings);
        RulesetChecks.Run(ruleset, context);
        return new RulesetReading(findings.HasErrors ? null : ruleset, findings.InOrder)
        {
            Places = context.Places,
            File = fileName,
        };
    }
}
