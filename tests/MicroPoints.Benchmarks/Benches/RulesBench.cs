using MicroPoints.Rulesets;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Rulesets.Yaml.Tests.Engines;

namespace MicroPoints.Benchmarks;

/// <summary>All conditions of a scorecard under a shipped ruleset, against two engines that others wrote.</summary>
/// <remarks>
/// What the peers keep of each condition is a tree of results without words. Ours is asked for twice: for the tree of its findings, which
/// hold what their words are later made from, and for every sentence of them in both languages, which the peers do not make.
/// </remarks>
public static class RulesBench
{
    private const double OverJsonRules = 20, OverZen = 5;

    // Held here so that no optimisation can leave out what nobody would look at.
    private static IReadOnlyList<Finding> _kept = [];
    private static long _read;

    private const string Found = "conditions of a scorecard decided, findings kept, no words made";
    private const string Told = "the same, with every finding's sentence made and read";

    public static async Task Run(Bench bench)
    {
        var asked = Draw(chambers: bench.Options.Short ? 2 : 100);
        bench.Condition($"rules: {asked.Sum(a => a.Conditions.Count * a.Cards.Count)} conditions of {asked.Sum(a => a.Cards.Count)} random "
            + $"scorecards under {asked.Count} shipped rulesets; a call decides all of one scorecard");
        var found = new Contender("ours, findings", turn => Load.Run(1, turn, 1, Ours(asked, _ => { })));
        var told = new Contender("ours, sentences", turn => Load.Run(1, turn, 1, Ours(asked, f => _read += Length(f))));
        if (RuleEngine.Absent is { } absent)
        {
            foreach (var what in (string[])[Found, Told])
            {
                bench.Add(Line.Absent(what, RuleEngine.JsonRules, OverJsonRules, absent));
                bench.Add(Line.Absent(what, RuleEngine.Zen, OverZen, absent));
            }
            await bench.Alternate(found, told);
            return;
        }
        using var jsonRules = await Started(bench, RuleEngine.JsonRules, asked);
        using var zen = await Started(bench, RuleEngine.Zen, asked);
        var medians = await bench.Alternate(found, told, Theirs(RuleEngine.JsonRules, jsonRules, 1),
            Theirs(RuleEngine.Zen, zen, 1), Theirs($"{RuleEngine.Zen}, 64 at once", zen, 64));
        var fasterZen = medians[3].PerSecond > medians[4].PerSecond ? medians[3] : medians[4];
        foreach (var (what, ours) in (IEnumerable<(string, Median)>)[(Found, medians[0]), (Told, medians[1])])
        {
            bench.Add(Line.Of(what, ours, medians[2], OverJsonRules));
            bench.Add(Line.Of(what, ours, fasterZen, OverZen));
        }
    }

    /// <summary>The same scorecards in every run, so that figures can be compared.</summary>
    private static List<Asked> Draw(int chambers)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "rulesets");
        var kinds = YamlRules.ReadKinds(File.ReadAllBytes(Path.Combine(folder, "activities.yaml")), "activities.yaml");
        var random = new Random(2026);
        return [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .Select(d => Path.Combine(d, Path.GetFileName(d) + ".yaml")).Select(f => YamlRules.ReadRuleset(File.ReadAllBytes(f), f, kinds))
            .Select(r => new SomeScorecards(r, kinds, random).Ask(chambers, ShippedConditions.Of))];
    }

    /// <summary>Decides all conditions of a scorecard, keeps what was found as a scorecard does, and then uses it.</summary>
    private static Func<int, ValueTask> Ours(IReadOnlyList<Asked> asked, Action<Finding> use)
    {
        var all = asked.SelectMany(a => a.Situations.Select(s => (a.Conditions, Situation: s))).ToList();
        var next = 0;
        return _ =>
        {
            var (conditions, situation) = all[next++ % all.Count];
            var findings = new Finding[conditions.Count];
            for (var i = 0; i < findings.Length; i++) findings[i] = ConditionEvaluator.Evaluate(conditions[i], situation);
            _kept = findings;
            foreach (var finding in findings) use(finding);
            return ValueTask.CompletedTask;
        };
    }

    /// <summary>Every word of a finding and of those inside it: sentences are made when they are first asked for.</summary>
    private static long Length(Finding finding) =>
        finding.Sentence.Zh.Length + finding.Sentence.EnOrZh.Length + finding.Inside.Sum(Length);

    private static Contender Theirs(string name, RuleEngine engine, int atOnce) => new(name, async turn =>
    {
        var (perSecond, p50, p99) = await engine.Measure(turn, atOnce);
        return new Turn(perSecond, p50, p99);
    });

    /// <summary>An engine with the scorecards loaded, that decided every one of them as we do.</summary>
    private static async Task<RuleEngine> Started(Bench bench, string name, IReadOnlyList<Asked> asked)
    {
        var engine = await RuleEngine.Start(name);
        bench.Used(RuleEngine.VersionOf(name));
        var theirs = await engine.Verdicts(asked);
        if (theirs.SequenceEqual(asked.SelectMany(a => a.Verdicts()))) return engine;
        engine.Dispose();
        throw new InvalidOperationException($"{name} does not decide the conditions as we do");
    }
}
