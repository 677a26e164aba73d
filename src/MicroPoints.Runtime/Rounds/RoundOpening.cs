using MicroPoints.Rounds;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>What must hold in the region before a round is opened there, so that nobody finds out at the lock.</summary>
public sealed class RoundOpening(Workspace workspace)
{
    /// <summary>The ruleset is adopted there, the period is of its length, and the peer groups are its own; null where all hold.</summary>
    public async ValueTask<Answer.Refused?> Refuse(RoundOpened opened, CancellationToken cancel)
    {
        var today = AsOf.On(workspace.Today);
        if (workspace.Regions.AdoptionOf(opened.Ruleset, opened.Scope, today) is not { } adoption)
        {
            var adopted = workspace.Regions.AdoptionsOf(opened.Scope, today).Select(a => a.Ruleset);
            return new Answer.Refused(Refusal.NothingAdopted,
                $"'{opened.Ruleset}' is not adopted for {opened.Scope}; adopted: {string.Join(", ", adopted)}");
        }
        var (published, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
        if (published.Period != opened.Period.Length) return new Answer.Refused(Refusal.PeriodNotOfRuleset,
            $"{published.Name} is per {Period.Text(published.Period)}, and {opened.Period} is not such a period");
        if (OpenRound.RefuseAuthority(opened, published) is Decision.Refused foreignBody)
            return new Answer.Refused(foreignBody.Reason, foreignBody.Detail);
        return ForeignGroups(published.WithListsOf(adoption.Settings, workspace.Kinds), opened.PeerGroups) is { } foreign
            ? new Answer.Refused(Refusal.PeerGroupNotOfRuleset, foreign) : null;
    }

    /// <summary>Says which peer groups a ruleset does not have; null where it has all, or takes any.</summary>
    public static string? ForeignGroups(Ruleset ruleset, IReadOnlyList<string> asked)
    {
        var groups = ruleset.AppliesTo.PeerGroups;
        var foreign = groups.Count == 0 ? [] : asked.Except(groups).ToList();
        return foreign.Count == 0 ? null : $"{ruleset.Name} is for {string.Join(", ", groups)}, not for {string.Join(", ", foreign)}";
    }

    /// <summary>What a round over these chambers says for ever: generated data say so. Null for real data.</summary>
    public async ValueTask<string?> StampOf(RegionCode scope, CancellationToken cancel)
    {
        var (today, period) = (AsOf.On(workspace.Today), Period.Year(workspace.Today.Year));
        foreach (var (stream, _) in (await workspace.Log.Cut(scope, StreamType.Chamber, cancel)))
            if ((await workspace.Chambers.View(new ChamberId(stream.Name), period, today, cancel)).Register?.Stamp is { } stamp)
                return stamp;
        return null;
    }
}
