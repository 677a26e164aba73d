using MicroPoints.Identity;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>A use of a round's result, with the round that it is of.</summary>
public sealed record UseOfRound(RoundState Round, ResultUse Use);

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
            : (await FrozenRules.Of(workspace, state, cancel)).Ruleset.Outcomes;
        return await Run(round, new RecordUse(id, used, outcomes, note), by, cancel);
    }

    /// <summary>Withdraws a use, with a reason.</summary>
    /// <remarks>A use is withdrawn once, so the withdrawal's id follows from its own.</remarks>
    public ValueTask<Answer> Withdraw(RoundId round, EntryId use, string reason, Actor by, CancellationToken cancel) =>
        Run(round, new WithdrawUse(new EntryId($"withdraw-{Digest.OfText(use.Value).ToString()[..32]}"),
            new RoundUseWithdrawn(use), reason), by, cancel);

    /// <summary>Every use of the rounds of a scope and of the regions below it, the latest day first.</summary>
    /// <param name="chamber">Only those that rely on what this chamber was given.</param>
    public async ValueTask<IReadOnlyList<UseOfRound>> Uses(RegionCode scope, ChamberId? chamber, CancellationToken cancel)
    {
        var seat = chamber is { } of ? await workspace.Seats.Of(of, cancel) : null;
        var uses = new List<UseOfRound>();
        // Rounds' streams belong to the country: what a round is for stands in it.
        foreach (var (stream, _) in await workspace.Log.Cut(RegionCode.Nation, StreamType.Round, cancel))
        {
            var round = new RoundId(stream.Name);
            if (await workspace.RoundScopes.Of(round, cancel) is not { } own || !scope.Contains(own)) continue;
            if (seat is { } at && !own.Contains(at)) continue;
            var state = await Load(round, cancel);
            uses.AddRange(state.Uses.All.Where(u => chamber is null || u.Used.Chamber == chamber).Select(u => new UseOfRound(state, u)));
        }
        return [.. uses.OrderByDescending(u => u.Use.Used.On).ThenByDescending(u => u.Use.RecordedOn)];
    }

    /// <summary>What the grades, classes and outcomes of a locked round are called.</summary>
    public async ValueTask<Ruleset> FrozenRuleset(RoundState round, CancellationToken cancel) =>
        (await FrozenRules.Of(workspace, round, cancel)).Ruleset;
}
