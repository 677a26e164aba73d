using MicroPoints.Activities;
using MicroPoints.Rulesets.Yaml.Nodes;
using MicroPoints.Rulesets.Yaml.Reading;

namespace MicroPoints.Rulesets.Yaml.Checks;

/// <summary>A stage of the evaluation that has conditions, in their order.</summary>
internal enum Stage
{
    Limits = 1,
    Classes = 2,
    Outcomes = 3,
}

/// <summary>A condition at the root of a line.</summary>
internal sealed record Rooted(Condition Condition, Stage Stage, string Line)
{
    public IEnumerable<Condition> All => Condition.SelfAndBelow;
}

/// <summary>A ruleset under check: the model, where its parts stand, and what its numbers can be.</summary>
internal sealed class Check(Ruleset ruleset, RulesetContext context)
{
    public Ruleset Ruleset { get; } = ruleset;
    public Names Names => context.Names;
    public Places Places => context.Places;

    public ActivityKind? Kind(KindId id) => context.Kinds.Find(id);

    public IReadOnlyList<Rooted> Conditions { get; } =
    [
        .. ruleset.Limits.Select(l => new Rooted(l.When, Stage.Limits, l.Id)),
        .. ruleset.Classes.Where(c => c.When is not null).Select(c => new Rooted(c.When!, Stage.Classes, c.Id)),
        .. ruleset.Outcomes.Where(o => o.When is not null).Select(o => new Rooted(o.When!, Stage.Outcomes, o.Id)),
    ];

    public void Add(DiagnosticCode code, Place at, string message, string fix) =>
        context.Findings.Add(code, at, message, fix);

    public void Add(DiagnosticCode code, object part, IReadOnlyList<string> keys, string message, string fix) =>
        context.Findings.Add(code, Places.Of(part, keys), message, fix);

    /// <summary>Every value in hundredths that a number may take as the ruleset stands: itself, a parameter's values, a
    /// setting's default.</summary>
    public IReadOnlyList<long> ValuesOf(Number number)
    {
        if (number.Reference is not { } id) return [number.Hundredths];
        if (Ruleset.Settings.FirstOrDefault(s => s.Id == id) is { } setting) return [setting.Default.Hundredths];
        return [.. Ruleset.Parameters.Where(p => p.Id == id).SelectMany(p => p.Values).Select(v => v.Value.Hundredths)];
    }

    /// <summary>The greatest value a number may take; null where a region may set it.</summary>
    public long? MostOf(Number number) =>
        number.Reference is { } id && Names.Has(id, NameOf.Setting)
            ? null
            : ValuesOf(number).Select(v => (long?)v).Max();

    /// <summary>The ids of a list: itself, or the default of its setting.</summary>
    public IReadOnlyList<string> IdsOf(Ids ids) =>
        ids.Reference is { } id ? Ruleset.Settings.FirstOrDefault(s => s.Id == id)?.Default.List ?? [] : ids.Literal;
}
