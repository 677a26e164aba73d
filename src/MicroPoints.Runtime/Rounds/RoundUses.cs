using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>A use of a round's result, as lists show it.</summary>
/// <param name="Result">What the outcome, grade or class that was relied on is called.</param>
/// <param name="Name">What the chamber was called on the day of the use.</param>
public sealed record UseLine(RoundState Round, ResultUse Use, Title Result, string Name);

/// <summary>Who relied on what sealed rounds gave.</summary>
public partial class RoundService
{
    /// <summary>Records that a body relied on a result; the id is the use's own.</summary>
    public async ValueTask<Answer> Use(
        RoundId round, EntryId id, RoundResultUsed used, string? note, Actor by, CancellationToken cancel)
    {
        var state = await Load(round, cancel);
        // Which outcomes are reference opinions stands in the ruleset that the round froze.
        IReadOnlyList<Outcome> outcomes = state.Locked is null ? []
            : (await FrozenRuleset(state, cancel)).Outcomes;
        return await Run(round, new RecordUse(id, used, outcomes, note), by, cancel);
    }

    /// <summary>Withdraws a use, with a reason.</summary>
    /// <remarks>A use is withdrawn once, so the withdrawal's id follows from its own.</remarks>
    public ValueTask<Answer> Withdraw(RoundId round, EntryId use, string reason, Actor by, CancellationToken cancel) =>
        Run(round, new WithdrawUse(new EntryId($"withdraw-{Digest.OfText(use.Value).ToString()[..32]}"),
            new RoundUseWithdrawn(use), reason), by, cancel);

    /// <summary>Every use of the rounds of a scope and of the regions below it, the latest day first.</summary>
    /// <param name="chamber">Only those that rely on what this chamber was given.</param>
    public async ValueTask<IReadOnlyList<UseLine>> Uses(RegionCode scope, ChamberId? chamber, CancellationToken cancel)
    {
        var seat = chamber is { } of ? await workspace.Seats.Of(of, cancel) : null;
        var lines = new List<UseLine>();
        // Rounds' streams belong to the country: what a round is for stands in it.
        foreach (var (stream, _) in await workspace.Log.Cut(RegionCode.Nation, StreamType.Round, cancel))
        {
            var round = new RoundId(stream.Name);
            if (await workspace.RoundScopes.Of(round, cancel) is not { } own || !scope.Contains(own)) continue;
            if (seat is { } at && !own.Contains(at)) continue;
            lines.AddRange(await Uses(await Load(round, cancel), chamber, cancel));
        }
        return [.. lines.OrderByDescending(l => l.Use.Used.On).ThenByDescending(l => l.Use.RecordedOn)];
    }

    /// <summary>The uses of one round's result, in order of recording.</summary>
    public async ValueTask<IReadOnlyList<UseLine>> Uses(RoundState round, ChamberId? chamber, CancellationToken cancel)
    {
        var uses = round.Uses.All.Where(u => chamber is null || u.Used.Chamber == chamber).ToList();
        if (uses.Count == 0) return [];
        var ruleset = await FrozenRuleset(round, cancel);
        var chambers = new Dictionary<ChamberId, Chambers.Chamber?>();
        foreach (var id in uses.Select(u => u.Used.Chamber).Distinct())
            chambers[id] = (await workspace.Chambers.View(id, round.Opened!.Period, AsOf.On(workspace.Today), cancel)).Register;
        return [.. uses.Select(u => new UseLine(round, u, TitleOf(ruleset, u.Used),
            chambers[u.Used.Chamber]?.NameOn(u.Used.On) ?? u.Used.Chamber.Value))];
    }

    /// <summary>The ruleset that a locked round froze, for whoever puts its results into words.</summary>
    public async ValueTask<Ruleset> FrozenRuleset(RoundState round, CancellationToken cancel) =>
        (await FrozenRules.Of(workspace, round, cancel)).Ruleset;

    private static Title TitleOf(Ruleset ruleset, RoundResultUsed used) =>
        ruleset.Outcomes.FirstOrDefault(o => o.Id == used.Outcome)?.Title ?? ruleset.Grades.FirstOrDefault(g => g.Id == used.Grade)?.Title
        ?? ruleset.Classes.FirstOrDefault(c => c.Id == used.Grade)?.Title
        ?? throw new InvariantException("what a round gave stands in its ruleset");
}
