using MicroPoints.Activities;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>One way to use a group's steps, and what its lines then credit.</summary>
/// <param name="Times">How often each of the group's steps is taken.</param>
/// <param name="Activities">All of them together.</param>
/// <param name="Kinds">How many kinds they are of.</param>
/// <param name="Points">What each of the group's lines credits.</param>
internal sealed record AdviceChoice(int[] Times, int Activities, int Kinds, Points[] Points);

/// <summary>Lines that share an activity, or overflow into each other: they move together and nothing else moves them.</summary>
internal sealed class AdviceGroup
{
    /// <summary>Beyond this many ways of one group the best are no longer sure to be among those looked at.</summary>
    private const int ChoicesMax = 1_500;

    private readonly Dictionary<KindId, string?> _now;

    /// <param name="steps">The steps that move the lines.</param>
    /// <param name="lines">The lines, in file order.</param>
    /// <param name="most">No more activities than these are ever advised.</param>
    /// <param name="demanded">By kind, how many occurrences some condition may ask for beyond what lines credit.</param>
    public AdviceGroup(IReadOnlyList<AdvisedStep> steps, IReadOnlyList<Indicator> lines, int most,
        IReadOnlyDictionary<KindId, int> demanded, Trial trial)
    {
        (Steps, Lines) = (steps, lines);
        _now = steps.Select(s => s.Kind).Distinct().Where(k => trial.Kinds[k].Nature == Nature.State)
            .ToDictionary(k => k, k => trial.Reading.State(k).Choice);
        var kinds = steps.Select(s => trial.Kinds[s.Kind]).ToArray();
        var limits = steps.Select((s, i) => s.IsOnce(kinds[i]) ? 1 : Limit(i, demanded.GetValueOrDefault(s.Kind))).ToArray();
        var choices = new List<AdviceChoice>();
        var times = new int[steps.Count];
        // One activity more at a time: where there are too many ways, the small ones have all been looked at.
        WholeUpTo = -1;
        for (var size = 0; size <= Math.Min(most, limits.Sum()) && choices.Count < ChoicesMax; size++)
            if (Look(0, size)) WholeUpTo = size;
        if (WholeUpTo == Math.Min(most, limits.Sum())) WholeUpTo = most;
        Choices = choices;

        int Limit(int step, int atLeast)
        {
            for (var n = 1; n < most; n++)
                if (n >= atLeast && IsFull(PointsAt([(steps[step], n)]))) return n;
            return most;
        }

        // A month or quarter counts once, and there is only today's.
        bool IsFull(Points[] points) => lines.Select((line, i) => line.Score is Score.PerPeriod
            || trial.Most(line) is { } limit && points[i] >= limit).All(full => full);

        Points[] PointsAt(IReadOnlyList<(AdvisedStep, int)> done) => trial.Score(done, lines);

        // All ways to take so many more steps from one on; false where they became too many.
        bool Look(int at, int left)
        {
            if (at == steps.Count)
            {
                if (left > 0) return true;
                if (choices.Count == ChoicesMax) return false;
                var done = steps.Zip(times).Where(s => s.Second > 0).ToList();
                choices.Add(new AdviceChoice(
                    [.. times], done.Sum(d => d.Second), done.Select(s => s.First.Kind).Distinct().Count(), PointsAt(done)));
                return true;
            }
            // A state is brought to one option, not to two.
            var once = kinds[at].Nature == Nature.State
                && Enumerable.Range(0, at).Any(i => times[i] > 0 && steps[i].Kind == steps[at].Kind);
            var all = true;
            var limit = once ? 0 : Math.Min(limits[at], left);
            for (times[at] = 0; all && times[at] <= limit; times[at]++) all = Look(at + 1, left - times[at]);
            times[at] = 0;
            return all;
        }
    }

    /// <summary>What a state of the group's is now; null where nothing holds or nothing is known.</summary>
    public string? Now(KindId kind) => _now.GetValueOrDefault(kind);

    public IReadOnlyList<AdvisedStep> Steps { get; }
    public IReadOnlyList<Indicator> Lines { get; }
    public IReadOnlyList<AdviceChoice> Choices { get; }

    /// <summary>All ways of no more activities than these were looked at.</summary>
    public int WholeUpTo { get; }

    /// <summary>Groups of lines that share a step's kind or an overflow, in file order.</summary>
    public static IReadOnlyList<(IReadOnlyList<AdvisedStep> Steps, IReadOnlyList<Indicator> Lines)> Split(
        Ruleset ruleset, IReadOnlyList<AdvisedStep> steps)
    {
        // What stands against peers stays as it is: nobody is advised to overtake others.
        var lines = ruleset.Leaves.Where(i => i.Score is not Score.AgainstPeers).ToList();
        var moved = steps.Select(s => s.Kind).ToHashSet();
        var groups = new List<(HashSet<KindId> Kinds, HashSet<string> Lines)>();
        foreach (var line in lines)
        {
            var kinds = line.CountedKinds.Where(moved.Contains).ToHashSet();
            var mine = new HashSet<string> { line.Id };
            if (line.Overflow is { } overflow && kinds.Count > 0) mine.Add(overflow.To);
            if (kinds.Count > 0) Join(groups, kinds, mine);
        }
        foreach (var whole in ruleset.AllIndicators.Where(i => i is { IsGroup: true, Overflow: not null }))
        {
            var inside = whole.Leaves.Select(l => l.Id).Where(id => groups.Any(g => g.Lines.Contains(id))).ToHashSet();
            if (inside.Count > 0) Join(groups, [], [.. inside, whole.Overflow!.To]);
        }
        return [.. groups.OrderBy(g => lines.FindIndex(l => g.Lines.Contains(l.Id))).Select(g => (
            (IReadOnlyList<AdvisedStep>)[.. steps.Where(s => g.Kinds.Contains(s.Kind))],
            (IReadOnlyList<Indicator>)[.. lines.Where(l => g.Lines.Contains(l.Id))]))];
    }

    private static void Join(List<(HashSet<KindId> Kinds, HashSet<string> Lines)> groups, HashSet<KindId> kinds, HashSet<string> lines)
    {
        foreach (var known in groups.Where(g => g.Kinds.Overlaps(kinds) || g.Lines.Overlaps(lines)).ToList())
        {
            kinds.UnionWith(known.Kinds);
            lines.UnionWith(known.Lines);
            groups.Remove(known);
        }
        groups.Add((kinds, lines));
    }
}
