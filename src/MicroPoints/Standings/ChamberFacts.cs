using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>Everything an evaluation reads of one chamber.</summary>
/// <param name="IsRanked">On the roster: alive on the period's last day, in scope and peer group, an applicant where
/// only applicants count.</param>
/// <param name="Founded">The day it was founded, where known.</param>
/// <param name="Reading">Its facts as of the question's day, as known at its instant.</param>
/// <param name="Attributes">Its attributes on the reading day.</param>
/// <param name="NotApplicable">Indicators declared not applicable to it, with the decision's reason.</param>
/// <param name="History">Its results in earlier sealed rounds of the ruleset, the latest first.</param>
public sealed record ChamberFacts(
    ChamberId Id, RegionCode Seat, bool IsRanked, DateOnly? Founded, TallyReading Reading,
    IReadOnlyDictionary<string, string?> Attributes, IReadOnlyDictionary<string, string> NotApplicable,
    IReadOnlyList<EarlierResult> History);
