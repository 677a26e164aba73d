using MicroPoints.Activities;
using MicroPoints.Api;
using MicroPoints.Contracts;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Server;

/// <summary>Checks rulesets that are written in YAML.</summary>
internal sealed class YamlChecker : IRulesetChecker
{
    public RulesetCheck Check(ReadOnlyMemory<byte> bytes, KindCatalogue kinds)
    {
        var reading = RulesetFile.Read(bytes.Span, "ruleset.yaml", kinds);
        return new RulesetCheck(reading.Ruleset is not null,
            [.. reading.Diagnostics.Select(d => new RulesetDiagnostic(
                d.Code, d.SeverityWord, d.Line, d.Column, d.Message, d.Fix))],
            reading.Ruleset?.Name, reading.Ruleset?.Hash.ToString());
    }
}
