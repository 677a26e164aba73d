using MicroPoints.Documents;
using MicroPoints.Rulesets;

namespace MicroPoints.Web;

/// <summary>Some lines of a ruleset file with what they mean and what is wrong with them, beside one another.</summary>
internal sealed record RulesBeside(
    IReadOnlyList<RulesFileLine> Lines, IReadOnlyList<PrintedLine> Said, IReadOnlyList<RuleFault> Faults)
{
    /// <summary>What the head of the file says, beside its first lines.</summary>
    public IReadOnlyList<PrintedFact> Head { get; private init; } = [];

    /// <summary>The whole file in parts, each beginning where a line of the ruleset does; nothing of it is left out.</summary>
    public static IReadOnlyList<RulesBeside> Of(CheckedRules found, string text)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
        if (lines is [.., ""]) lines = lines[..^1];
        var faults = found.Faults.Where(f => !f.IsOfActivities).ToLookup(f => f.Line);
        var print = found.Ruleset is { } ruleset ? RulesPrint.Of(new RulesetSource(ruleset,
            new Values(ruleset, new Dictionary<string, SettingValue>()), found.Kinds)) : null;
        var said = print?.Lines.ToDictionary(l => l.Id) ?? [];
        var starts = found.Lines.Select(l => l.First).Prepend(1).Distinct().Order().ToList();
        return [.. starts.Select((first, i) => Part(first, i + 1 < starts.Count ? starts[i + 1] - 1 : lines.Length))];

        RulesBeside Part(int first, int last) => new(
            [.. Enumerable.Range(first, Math.Max(0, Math.Min(last, lines.Length) - first + 1)).Select(n => new RulesFileLine(
                n, lines[n - 1], faults[n].Any(f => f.IsError), faults[n].Any(f => !f.IsError)))],
            [.. found.Lines.Where(l => l.First == first).Select(l => said.GetValueOrDefault(l.Id)).OfType<PrintedLine>()],
            [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).SelectMany(n => faults[n])])
        {
            Head = first == 1 ? print?.Facts ?? [] : [],
        };
    }
}

/// <summary>One line of a file, with whether something is wrong in it.</summary>
internal sealed record RulesFileLine(int Number, string Text, bool HasError, bool HasWarning);
