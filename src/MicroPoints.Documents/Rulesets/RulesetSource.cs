using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Documents;

/// <summary>All that a 办法 is written from: a ruleset as a region set it, and the kinds it counts.</summary>
/// <param name="Stamp">What stands above every page of generated data; null where they are real.</param>
public sealed record RulesetSource(Ruleset Ruleset, Values Values, KindCatalogue Kinds, string? Stamp = null)
{
    /// <summary>Whose office signs, such as 隆安县; null leaves a blank.</summary>
    public string? Place { get; init; }

    internal static readonly Title SampleTitle = new("样本：分值由本县正式办法替换后才能用于评价",
        "Sample: its values are to be replaced by the county's own before it decides anything");

    /// <summary>Numbers as pages show them: those in force on the first day on which a round may lock.</summary>
    internal ProseNames Names { get; } = new(Ruleset, Kinds, Values, Ruleset.Adoptable.From);

    /// <summary>The same with every dated value, for what is printed as sentences.</summary>
    internal ProseNames Dated { get; } = new(Ruleset, Kinds, Values, Ruleset.Adoptable.From) { WithDates = true };

    /// <summary>Every line in a sentence, by its id.</summary>
    internal IReadOnlyDictionary<string, string> Sentences { get; } =
        RulesetProse.Lines(Ruleset, Kinds, Values).ToDictionary(l => l.Id, l => l.Text.Zh);

    /// <summary>What must be seen before anything else: generated data, and values that are no county's.</summary>
    internal IReadOnlyList<string> Marks => [.. ((string?[])[Stamp, Ruleset.Sample ? SampleTitle.Zh : null]).OfType<string>()];

    internal bool IsOn(string? enabledBy) => Values.IsOn(enabledBy);

    /// <summary>What is given; a reference opinion is given on request and stands on no paper that is published.</summary>
    internal IEnumerable<Outcome> Outcomes => Ruleset.Outcomes.Where(o => o.Kind != OutcomeKind.Reference && IsOn(o.EnabledBy));

    /// <summary>The place of a document in the list at the end, and the clause: 〔2〕M1.</summary>
    internal string Clause(Cite cite) => ClauseTitle(cite).Zh;

    internal Title ClauseTitle(Cite cite)
    {
        var at = Ruleset.Sources.ToList().FindIndex(s => s.Id == cite.Source);
        return at < 0 ? new Title($"{cite.Source} {cite.Clause}") : new Title($"〔{at + 1}〕{cite.Clause}");
    }
}
