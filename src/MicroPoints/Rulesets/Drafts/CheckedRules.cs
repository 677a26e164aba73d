using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>A ruleset file as somebody writes on it: what is wrong where, and where each of its lines stands.</summary>
/// <param name="Ruleset">Null where an error keeps it from being used.</param>
/// <param name="Kinds">The kinds by which it was checked: those known, and those that came with it.</param>
/// <param name="Faults">In the order of the file, those of the activities first.</param>
/// <param name="Lines">Its lines in the order of the file; an id may stand twice where that is one of the faults.</param>
public sealed record CheckedRules(
    Ruleset? Ruleset, KindCatalogue Kinds, IReadOnlyList<RuleFault> Faults, IReadOnlyList<RuleLinePlace> Lines);

/// <summary>One thing that is wrong in a rules file.</summary>
/// <param name="Line">From 1, as <paramref name="Column"/>.</param>
/// <param name="IsOfActivities">It stands in the activities that came with the ruleset.</param>
/// <param name="Meaning">What the code means, in general.</param>
/// <param name="Message">What is wrong just there.</param>
/// <param name="Fix">What to write instead.</param>
public sealed record RuleFault(
    string Code, bool IsError, bool IsOfActivities, int Line, int Column, Title Meaning, string Message, string Fix);

/// <summary>From which to which line of its file a line of the ruleset stands, both from 1 and included.</summary>
public sealed record RuleLinePlace(string Id, int First, int Last);

/// <summary>Checks what somebody writes in the format of ruleset files; nothing of it is kept.</summary>
public interface IRuleCheck
{
    /// <param name="activities">Kinds that the ruleset brings along, as an activities file; empty where it brings none.</param>
    /// <param name="known">The kinds that are known; one that the ruleset brings along takes the place of a known one.</param>
    CheckedRules Check(ReadOnlyMemory<byte> rules, ReadOnlyMemory<byte> activities, KindCatalogue known);
}
