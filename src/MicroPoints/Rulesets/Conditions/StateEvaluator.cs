using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>Decides conditions on states. A keyed state meets one where any of its keys does.</summary>
internal static class StateEvaluator
{
    public static Finding Evaluate(Condition condition, Situation at) => condition switch
    {
        Condition.StateIs state => Is(state, at),
        Condition.StateMissing state =>
            ConditionEvaluator.Said(state, IsMissing(state.State, at) == state.Missing, at, Actual(state.State, at)),
        Condition.StateHeldFor state => HeldFor(state, at),
        _ => throw new InvalidOperationException("no condition on a state"),
    };

    private static Finding Is(Condition.StateIs condition, Situation at)
    {
        var options = at.Values.List(condition.Is);
        return ConditionEvaluator.Said(condition, Readings(condition.State, at).Any(s => s.Is(options)), at, Actual(condition.State, at));
    }

    private static bool IsMissing(KindId kind, Situation at) => Readings(kind, at).All(s => s.Status == StateStatus.Missing);

    private static Finding HeldFor(Condition.StateHeldFor condition, Situation at)
    {
        var since = at.Reading.HeldSince(condition.State, [.. at.Values.List(condition.Is)]);
        var met = since is { } day && condition.AtLeast.AfterStart(day) <= at.Day;
        return ConditionEvaluator.SaidText(condition, met, at, since is { } from ? Calendar.Text(from) : null);
    }

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
