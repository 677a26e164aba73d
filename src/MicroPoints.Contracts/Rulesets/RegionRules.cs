using System.Text.Json.Serialization;

namespace MicroPoints.Contracts;

/// <summary>The rulesets that count in a region on a day, its own or inherited, in order of id.</summary>
public sealed record RegionRules(string Region, DateOnly AsOf, IReadOnlyList<RuleInForce> Rules);

/// <summary>One ruleset that counts in a region.</summary>
/// <param name="From">The adoption's first day.</param>
/// <param name="AdoptedBy">The region whose decision it is: this one, or the nearest above that has one.</param>
/// <param name="Sample">A labelled sample: its values are nobody's yet.</param>
/// <param name="Settings">Every setting with the value in force.</param>
public sealed record RuleInForce(
    string Ruleset, string Version, string Hash, string Title, DateOnly From, string AdoptedBy, bool Sample,
    IReadOnlyList<SettingInForce> Settings);

/// <summary>What a setting is.</summary>
[JsonConverter(typeof(KebabEnum<SettingShape>))]
public enum SettingShape
{
    Switch = 1,
    Number = 2,
    List = 3,
}

/// <summary>A setting's value, in the member of its type.</summary>
/// <param name="Set">It was set by the adoption; else it is the ruleset's default.</param>
public sealed record SettingInForce(
    string Id, string Title, SettingShape Type, bool Set, bool? Switch = null, decimal? Number = null, IReadOnlyList<string>? List = null);
