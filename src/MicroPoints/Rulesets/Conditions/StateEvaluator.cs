using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Decides conditions on states. A keyed state meets one where any of its keys does.</summary>
internal static class StateEvaluator
{
    public static Finding Evaluate(Condition condition, Situation at) => condition switch
    {
        Condition.StateIs state => ConditionEvaluator.Said(state, IsMet(state, at), at, Actual(state.State, at)),
        Condition.StateMissing state => ConditionEvaluator.Said(state, IsMet(state, at), at, Actual(state.State, at)),
        Condition.StateHeldFor state => ConditionEvaluator.SaidText(state, IsMet(state, at), at,
            HeldSince(state, at) is { } from ? Calendar.Text(from) : null),
        _ => throw new InvalidOperationException("no condition on a state"),
    };

    /// <summary>The verdict alone, without its sentence.</summary>
    public static bool IsMet(Condition condition, Situation at)
    {
        switch (condition)
        {
            case Condition.StateIs state:
                var options = at.Values.List(state.Is);
                return Readings(state.State, at).Any(s => s.Is(options));
            case Condition.StateMissing state:
                return Readings(state.State, at).All(s => s.Status == StateStatus.Missing) == state.Missing;
            case Condition.StateHeldFor state:
                return HeldSince(state, at) is { } since && state.AtLeast.AfterStart(since) <= at.Day;
            default:
                throw new InvalidOperationException("no condition on a state");
        }
    }

    private static DateOnly? HeldSince(Condition.StateHeldFor condition, Situation at) =>
        at.Reading.HeldSince(condition.State, [.. at.Values.List(condition.Is)]);

    private static IEnumerable<StateReading> Readings(KindId kind, Situation at) =>
        at.Reading.Kinds[kind].Keyed ? at.Reading.States(kind).Select(s => s.State) : [at.Reading.State(kind)];

    private static Title? Actual(KindId kind, Situation at)
    {
        var choices = Readings(kind, at).Select(s => s.Choice).OfType<string>().Distinct().ToList();
        var titles = choices.Select(at.Reading.Kinds[kind].OptionTitle).ToList();
        return titles.Count == 0
            ? null : new Title(string.Join("、", titles.Select(t => t.Zh)),
            string.Join(", ", titles.Select(t => t.EnOrZh)));
    }
}
