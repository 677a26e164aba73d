using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Decides conditions on states. A keyed state meets one where any of its keys does.</summary>
internal static class StateEvaluator
{
    public static Finding Evaluate(Condition condition, Situation at) => condition switch
    {
        Condition.StateIs state => Said(state, state.State, Readings(state.State, at), at),
        Condition.StateMissing state => Said(state, state.State, Readings(state.State, at), at),
        Condition.StateHeldFor state => Said(state, HeldSince(state, at), at),
        _ => throw new InvalidOperationException("no condition on a state"),
    };

    /// <summary>The verdict alone, without its sentence.</summary>
    public static bool IsMet(Condition condition, Situation at)
    {
        switch (condition)
        {
            case Condition.StateIs state:
                return IsMet(state, Readings(state.State, at), at);
            case Condition.StateMissing state:
                return IsMet(state, Readings(state.State, at), at);
            case Condition.StateHeldFor state:
                return IsMet(state, HeldSince(state, at), at);
            default:
                throw new InvalidOperationException("no condition on a state");
        }
    }

    private static DateOnly? HeldSince(Condition.StateHeldFor condition, Situation at) =>
        at.Reading.HeldSince(condition.State, at.Values.List(condition.Is));

    private static bool IsMet(Condition condition, StateReading[] readings, Situation at)
    {
        if (condition is Condition.StateMissing missing)
            return Array.TrueForAll(readings, s => s.Status == StateStatus.Missing) == missing.Missing;
        var options = at.Values.List(((Condition.StateIs)condition).Is);
        foreach (var reading in readings)
            if (reading.Is(options)) return true;
        return false;
    }

    private static bool IsMet(Condition.StateHeldFor state, DateOnly? since, Situation at) =>
        since is { } from && state.AtLeast.AfterStart(from) <= at.Day;

    private static StateReading[] Readings(KindId kind, Situation at) =>
        at.Reading.Kinds[kind].Keyed ? [.. at.Reading.States(kind).Select(s => s.State)] : [at.Reading.State(kind)];

    private static Finding Said(Condition condition, KindId kind, StateReading[] readings, Situation at) =>
        ConditionEvaluator.Said(condition, IsMet(condition, readings, at), at, () => Actual(at.Reading.Kinds[kind], readings));

    private static Finding Said(Condition.StateHeldFor condition, DateOnly? since, Situation at) =>
        ConditionEvaluator.Said(condition, IsMet(condition, since, at), at,
            () => since is { } from ? new Title(Calendar.Text(from)) : null);

    private static Title? Actual(ActivityKind kind, StateReading[] readings)
    {
        var titles = readings.Select(s => s.Choice).OfType<string>().Distinct().Select(kind.OptionTitle).ToList();
        return titles.Count == 0
            ? null : new Title(string.Join("、", titles.Select(t => t.Zh)),
            string.Join(", ", titles.Select(t => t.EnOrZh)));
    }
}
