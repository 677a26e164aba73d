using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>A ruleset file as somebody writes on it: what is wrong where, and where each of its lines stands.</summary>
/// <param name="Ruleset">Null where an error keeps it from being used.</param>
/// <param name="Kinds">The kinds by which it was checked: those known, and those that came with it.</param>
/// <param name="Faults">In the order of the file, those of the activities first.</param>
/// <param name="Lines">Its lines in the order of the file; an id may stand twice where that is one of the faults.</param>
public sealed record CheckedRules(
    Ruleset? Ruleset, KindCatalogue Kinds, IReadOnlyList<RuleFault> Faults, IReadOnlyList<RuleLinePlace> Lines)
{
    public IEnumerable<RuleFault> Errors => Faults.Where(f => f.IsError);
}

/// <summary>One thing that is wrong in a rules file.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Line">From 1, as <paramref name="Column"/>.</param>
/// <param name="IsOfActivities">It stands in the activities that came with the ruleset.</param>
/// <param name="Meaning">What the code means, in general.</param>
/// <param name="Message">What is wrong just there.</param>
/// <param name="Fix">What to write instead.</param>
public sealed record RuleFault(
    string Code, string Severity, bool IsOfActivities, int Line, int Column, Title Meaning, string Message, string Fix)
{
    public bool IsError => Severity == "error";

    /// <summary>One line, as compilers write it.</summary>
    public string In(string file) => FormattableString.Invariant($"{file}:{Line}:{Column}: {Severity} {Code}: {Message}. {Fix}");
}

/// <summary>From which to which line of its file a line of the ruleset stands, both from 1 and included.</summary>
public sealed record RuleLinePlace(string Id, int First, int Last);
