namespace MicroPoints.Standings;

/// <summary>Says whether a group's choice meets what a demand asks of its own lines, events and states.</summary>
internal static class AdviceFilter
{
    public static bool Holds(AdviceGroup group, AdviceChoice choice, AdviceDemand demand)
    {
        for (var i = 0; i < group.Lines.Count; i++)
            if (demand.Indicators.TryGetValue(group.Lines[i].Id, out var least) && choice.Points[i] < least) return false;
        return demand.Events.All(e => !Has(group, e.Kind) || Occurs(group, choice, e))
            && demand.States.All(s => !Has(group, s.Kind) || Comes(group, choice, s));
    }

    private static bool Has(AdviceGroup group, KindId kind) => group.Steps.Any(s => s.Kind == kind);

    private static bool Occurs(AdviceGroup group, AdviceChoice choice, EventDemand demand)
    {
        var times = group.Steps.Zip(choice.Times)
            .Where(s => s.First.Kind == demand.Kind && (demand.Is is not { } options || options.Contains(s.First.Option ?? "true")))
            .Sum(s => s.Second);
        return Fraction.Whole(times) >= demand.More;
    }

    private static bool Comes(AdviceGroup group, AdviceChoice choice, StateDemand demand)
    {
        var taken = group.Steps.Zip(choice.Times).LastOrDefault(s => s.First.Kind == demand.Kind && s.Second > 0).First;
        var comes = taken is null ? group.Now(demand.Kind) : taken.Option ?? "true";
        return (comes is not null && demand.Is.Contains(comes)) == demand.Wanted;
    }
}
