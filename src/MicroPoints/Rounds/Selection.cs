using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Rounds;

/// <summary>The meeting's selection: the proposed list, and where it departs from it, with reasons.</summary>
public static class Selection
{
    /// <summary>What each chamber is given: proposed and not passed over, or taken among the eligible.</summary>
    public static IReadOnlyList<string> OutcomesOf(Scorecard card, IReadOnlyList<Departure> departures) => [.. card.Outcomes
        .Where(o => departures.FirstOrDefault(d => d.Chamber == card.Id && d.Outcome == o.Outcome.Id) is { } departure
            ? departure.Selected
            : o.Status == OutcomeStatus.Proposed)
        .Select(o => o.Outcome.Id)];

    /// <summary>A departure names a known outcome and chamber, an eligible one where it selects, and a reason.</summary>
    internal static Decision? Refuse(Departure departure, IReadOnlyList<Scorecard> evaluation)
    {
        var card = evaluation.FirstOrDefault(c => c.Id == departure.Chamber);
        if (card is null) return Decision.Refuse(Refusal.ChamberUnknown, $"{departure.Chamber} has no scorecard in this round");
        if (card.Outcomes.FirstOrDefault(o => o.Outcome.Id == departure.Outcome) is not { } line)
            return Decision.Refuse(Refusal.SelectionUnknownOutcome, $"the ruleset has no outcome '{departure.Outcome}'");
        if (departure.Selected && !line.IsEligible)
            return Decision.Refuse(Refusal.SelectionIneligible,
                $"{departure.Chamber} is not eligible for {departure.Outcome}: a meeting chooses among the eligible");
        return string.IsNullOrWhiteSpace(departure.Reason)
            ? Decision.Refuse(Refusal.SelectionReasonMissing,
                $"say why {departure.Chamber} is {(departure.Selected ? "selected" : "passed over")} for {departure.Outcome}")
            : null;
    }

    /// <summary>Taking one beyond the proposal needs room: a place of the quota left by a tie or by passing over another.</summary>
    internal static Decision? RefuseOverfull(
        IReadOnlyList<Departure> departures, IReadOnlyList<Scorecard> evaluation, Values values)
    {
        foreach (var outcome in departures.Select(d => d.Outcome).Distinct())
        {
            if (evaluation[0].Outcomes.First(o => o.Outcome.Id == outcome).Outcome.Quota is not { } quota) continue;
            foreach (var region in evaluation.Where(c => c.IsRanked).GroupBy(c => OutcomeQuota.RegionOf(c, quota)))
            {
                var size = OutcomeQuota.Size([.. region], outcome, quota, values);
                var selected = region.Count(c => OutcomesOf(c, departures).Contains(outcome));
                if (selected > Math.Max(size,
                    region.Count(c => c.Outcomes.First(o => o.Outcome.Id == outcome).Status == OutcomeStatus.Proposed)))
                    return Decision.Refuse(Refusal.SelectionOverQuota,
                        $"{selected} are selected for {outcome} in {region.Key}, which has {size} places: pass over another");
            }
        }
        return null;
    }

    /// <summary>A chamber on hold is given nothing: it is passed over with a reason, or the hold is released first.</summary>
    internal static Decision? RefuseHeld(
        IReadOnlyList<Departure> departures, IReadOnlyList<Scorecard> evaluation, VettingRegister vetting)
    {
        foreach (var hold in vetting.Standing)
            if (evaluation.FirstOrDefault(c => c.Id == hold.Chamber) is { } card
                && OutcomesOf(card, departures).FirstOrDefault() is { } outcome)
                return Decision.Refuse(Refusal.ChamberOnHold,
                    $"{hold.Chamber} is on hold by the objection of {hold.Body} and would be given {outcome}: "
                    + "release the hold with a reason, or pass the chamber over");
        return null;
    }
}
