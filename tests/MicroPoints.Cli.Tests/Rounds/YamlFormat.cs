using MicroPoints.Activities;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Cli.Tests.Rounds;

/// <summary>Rules as YAML, for replays inside the test process.</summary>
internal sealed class YamlFormat : IRuleFormat
{
    public KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes) =>
        ActivitiesFile.Read(bytes.Span, "activities.yaml").Catalogue
        ?? throw new FormatException("no activities file");

    public Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, KindCatalogue kinds) =>
        RulesetFile.Read(bytes.Span, "ruleset.yaml", kinds).Ruleset ?? throw new FormatException("no ruleset");
}
