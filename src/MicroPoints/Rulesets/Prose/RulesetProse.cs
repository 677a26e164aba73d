using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Which part of a ruleset a line stands in.</summary>
public enum LinePart
{
    Category = 1,
    Indicator = 2,
    Deduction = 3,
    Limit = 4,
    Grade = 5,
    Class = 6,
    Outcome = 7,
}

/// <summary>One line of a ruleset in words.</summary>
/// <param name="Text">The whole line as one sentence, its title first.</param>
public sealed record ProseLine(string Id, Title Text, Cite Cite)
{
    public required LinePart Part { get; init; }
    public required Title Title { get; init; }

    /// <summary>How deep it stands among indicators: 0 outermost.</summary>
    public int Depth { get; init; }

    /// <summary>The kinds whose records decide it; who confirms those confirms it.</summary>
    public IReadOnlyList<KindId> Kinds { get; init; } = [];

    /// <summary>The attributes of chambers that decide it, as the register has them.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>The switch by which it counts or not; null: always.</summary>
    public string? EnabledBy { get; init; }
}

/// <summary>A ruleset in plain sentences, line by line, in both languages.</summary>
public static class RulesetProse
{
    /// <summary>A number with several dated values is written with all of them; others are as a region set them.</summary>
    public static IEnumerable<ProseLine> Lines(Ruleset ruleset, KindCatalogue kinds, Values values)
    {
        var names = new ProseNames(ruleset, kinds, values, ruleset.Adoptable.From) { WithDates = true };
        foreach (var category in ruleset.Categories)
        {
            yield return new ProseLine(category.Id, IndicatorProse.OfCategory(category, names), category.Cite)
            { Part = LinePart.Category, Title = category.Title };
            foreach (var line in category.Indicators.SelectMany(i => OfIndicator(i, 0, names))) yield return line;
        }
        foreach (var line in ruleset.Deductions) yield return new ProseLine(line.Id, DeductionProse.Of(line, names), line.Cite)
        { Part = LinePart.Deduction, Title = line.Title, Kinds = DeductionProse.Kinds(line), EnabledBy = line.EnabledBy };
        foreach (var line in ruleset.Limits) yield return new ProseLine(line.Id, ConsequenceProse.OfLimit(line, names), line.Cite)
        {
            Part = LinePart.Limit,
            Title = line.Title,
            Kinds = ConsequenceProse.Kinds(line.When, values),
            Attributes = ConsequenceProse.Attributes(line.When),
            EnabledBy = line.EnabledBy,
        };
        foreach (var line in ruleset.Grades) yield return new ProseLine(line.Id, ConsequenceProse.OfGrade(line, names), line.Cite)
        { Part = LinePart.Grade, Title = line.Title };
        foreach (var line in ruleset.Classes) yield return new ProseLine(line.Id, ConsequenceProse.OfClass(line, names), line.Cite)
        {
            Part = LinePart.Class,
            Title = line.Title,
            Kinds = ConsequenceProse.Kinds(line.When, values),
            Attributes = ConsequenceProse.Attributes(line.When),
        };
        foreach (var line in ruleset.Outcomes) yield return new ProseLine(line.Id, ConsequenceProse.OfOutcome(line, names), line.Cite)
        {
            Part = LinePart.Outcome,
            Title = line.Title,
            Kinds = ConsequenceProse.Kinds(line.When, values),
            Attributes = ConsequenceProse.Attributes(line.When),
            EnabledBy = line.EnabledBy,
        };
    }

    /// <summary>How an indicator scores, without its title: what a form prints beside it. Empty for a group.</summary>
    public static Title Standard(Indicator indicator, ProseNames names) => IndicatorProse.Standard(indicator, names);

    /// <summary>Where points go that its cap cuts off, where its own come from, and whether it may not apply.</summary>
    public static IEnumerable<Title> Around(Indicator indicator, ProseNames names) => IndicatorProse.Around(indicator, names);

    /// <summary>What a deduction takes, for what.</summary>
    public static Title Standard(Deduction deduction, ProseNames names) => DeductionProse.Standard(deduction, names);

    private static IEnumerable<ProseLine> OfIndicator(Indicator line, int depth, ProseNames names) =>
        line.Indicators.SelectMany(i => OfIndicator(i, depth + 1, names))
            .Prepend(new ProseLine(line.Id, IndicatorProse.Of(line, names), line.Cite)
            {
                Part = LinePart.Indicator,
                Title = line.Title,
                Depth = depth,
                Kinds = [.. line.CountedKinds],
                EnabledBy = line.EnabledBy,
            });
}
