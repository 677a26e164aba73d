using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Benchmarks;

/// <summary>Draws activities of kinds that the shipped ruleset counts, over all chambers, each with an id nobody used.</summary>
public sealed class Recordings
{
    private const int DaysMax = 365;
    private static readonly Digest Evidence = Digest.OfText("ev/0123456789abcdef");
    private static long _next;

    private readonly Country _country;
    private readonly KindId[] _kinds;
    private readonly DateOnly _today;

    public Recordings(Country country, Workspace workspace, string ruleset)
    {
        (_country, _today) = (country, workspace.Today);
        var counted = RulesetOf(workspace, ruleset).Categories.SelectMany(c => c.Indicators)
            .SelectMany(i => i.Leaves).SelectMany(i => i.CountedKinds).ToHashSet();
        _kinds = [.. workspace.Kinds.Kinds.Where(k => counted.Contains(k.Id) && k is
            { Nature: Nature.Event, Measure: MeasureType.Count, Keyed: false }).Select(k => k.Id)];
    }

    public (ChamberId Chamber, RecordActivity Activity) Draw()
    {
        var random = Random.Shared;
        return (_country[random.Next(_country.Chambers)], Draw(random));
    }

    /// <summary>Several for one chamber.</summary>
    public (ChamberId Chamber, IReadOnlyList<LedgerCommand> Activities) DrawBatch(int count) =>
        (_country[Random.Shared.Next(_country.Chambers)], DrawList(count));

    public IReadOnlyList<LedgerCommand> DrawList(int count) => [.. Enumerable.Range(0, count).Select(_ => Draw(Random.Shared))];

    public RecordActivity Draw(Random random) => new(
        NextId(), _kinds[random.Next(_kinds.Length)], On.Day(DrawDay(random)), new Measured.Count(1 + random.Next(20)),
        Evidence: [Evidence]);

    /// <summary>As the HTTP API takes it.</summary>
    public string DrawJson(Random random)
    {
        var drawn = Draw(random);
        var times = ((Measured.Count)drawn.Measured).Times;
        return $$"""{"id":"{{drawn.Id}}","kind":"{{drawn.Kind}}","on":"{{drawn.On}}","count":{{times}},"evidence":"""
            + $"[\"sha256:{Evidence}\"]}}";
    }

    public static EntryId NextId() => new($"b{Environment.ProcessId:x}-{Interlocked.Increment(ref _next):x12}");

    private DateOnly DrawDay(Random random) => _today.AddDays(-random.Next(Math.Min(DaysMax, _today.DayOfYear)));

    private static Ruleset RulesetOf(Workspace workspace, string ruleset)
    {
        var adoption = workspace.Regions.AdoptionOf(ruleset, RegionCode.Nation, AsOf.On(workspace.Today))
            ?? throw new InvalidOperationException($"{ruleset} is not adopted");
        return workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, CancellationToken.None).AsTask().Result.Ruleset;
    }
}
