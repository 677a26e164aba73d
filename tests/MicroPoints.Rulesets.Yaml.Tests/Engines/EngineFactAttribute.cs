namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>A fact that asks other rule engines; skipped where neither they nor npm, which brings them, are here.</summary>
public sealed class EngineFactAttribute : FactAttribute
{
    public EngineFactAttribute() => Skip = RuleEngine.Absent;
}
