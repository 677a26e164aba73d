namespace MicroPoints.Activities;

/// <summary>Reads a state from its standing facts, which come by day and then sequence.</summary>
internal static class StateTimeline
{
    /// <summary>The last fact that began by the day decides; if it ended or expired, nothing older revives.</summary>
    public static StateReading At(ActivityKind kind, StandingFact? last, DateOnly day)
    {
        if (last is null) return new StateReading(StateStatus.Missing, kind.WhenMissing, null);
        var choice = last.Fact.Measured.Choice;
        return choice == ActivityKind.Ended || last.Fact.Expires <= day
            ? new StateReading(StateStatus.Ended, null, last.Fact.On.Last)
            : new StateReading(StateStatus.Holds, choice, last.Fact.On.Last);
    }

    /// <summary>Since when one of some choices holds without a break; re-recording does not restart it.</summary>
    /// <remarks>Of several facts of one day the last is what that day was; a state renewed on the day it expires has no gap.</remarks>
    public static DateOnly? HeldSince(
        ActivityKind kind, IEnumerable<StandingFact> facts, IReadOnlyCollection<string> choices, DateOnly day)
    {
        DateOnly? since = kind.WhenMissing is { } missing && choices.Contains(missing) ? Limits.FirstDay : null;
        DateOnly? holdsUntil = null;
        foreach (var fact in facts.TakeWhile(f => f.Fact.On.Last <= day).GroupBy(f => f.Fact.On.Last).Select(d => d.Last()))
        {
            var on = fact.Fact.On.Last;
            if (holdsUntil < on) since = null;
            var holds = fact.Fact.Measured.Choice is { } choice && choices.Contains(choice);
            since = holds ? since ?? on : null;
            holdsUntil = fact.Fact.Expires;
        }
        return holdsUntil <= day ? null : since;
    }
}
