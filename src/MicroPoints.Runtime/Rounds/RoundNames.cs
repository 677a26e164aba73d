using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>What rounds are called, and under which ids new ones are opened: names are for people, ids for programs.</summary>
public partial class RoundService
{
    /// <summary>Such as 2026 年度评价（隆安县）; from the second of its kind on it says which one it is.</summary>
    public async ValueTask<Title> NameOf(RoundState round, CancellationToken cancel)
    {
        var opened = round.Opened ?? throw new InvariantException("a round has a name once it is opened");
        var all = await workspace.KeptRounds.Standing(cancel);
        // By its own entries: what is kept of rounds may be a moment behind.
        var since = round.Entries.First(e => e.Body is RoundOpened).At;
        // What was given up before it was opened is not one of its kind; what was given up later keeps its place, so that names stay.
        var alike = all.Where(r => IsAlike(r.Opened, opened) && (r.Id == round.Id || !(r.AbandonedAt <= since))).ToList();
        var number = alike.Where(r => r.Opened.Ruleset == opened.Ruleset).OrderBy(r => r.At).ThenBy(r => r.Id)
            .TakeWhile(r => r.Id != round.Id).Count() + 1;
        var rules = alike.Any(r => r.Opened.Ruleset != opened.Ruleset) ? await TitleOfRules(round, opened, cancel) : null;
        var place = PlaceOf(opened);
        var isTrial = opened.Purpose == RoundPurpose.Rehearsal;
        return new Title(
            $"{Span(opened.Period)}评价{(isTrial ? "预演" : "")}{Bracket(place)}{Bracket(rules?.Zh)}"
                + (number > 1 ? $"（第{ChineseCount.Of(number)}次）" : "") + (round.Abandoned is null ? "" : "（已放弃）"),
            $"{(isTrial ? "Rehearsal of the evaluation" : "Evaluation")} {opened.Period}"
                + string.Concat(new[] { place, rules?.EnOrZh }.Where(w => w is not null).Select(w => $", {w}"))
                + (number > 1 ? $", no. {number}" : "") + (round.Abandoned is null ? "" : ", abandoned"));
    }

    /// <summary>The id that the next round of a scope's period is opened under: the first that no round has.</summary>
    public async ValueTask<RoundId> NextId(Period period, RegionCode scope, RoundPurpose purpose, CancellationToken cancel)
    {
        var taken = (await workspace.KeptRounds.Standing(cancel)).Select(r => r.Id).ToHashSet();
        var first = $"{period}-{(purpose == RoundPurpose.Annual ? "annual" : "rehearsal")}-{scope}";
        for (var number = 1; ; number++)
            if (new RoundId(number == 1 ? first : $"{first}-{number}") is var id && !taken.Contains(id)) return id;
    }

    /// <summary>The annual round of a scope's period, all its peer groups: its own, or its county's where it is a township.</summary>
    /// <remarks>Null where none was opened, or each was abandoned. A city's round decides for the city: a county has its own.</remarks>
    public async ValueTask<StandingRound?> AnnualOf(Period period, RegionCode scope, CancellationToken cancel) =>
        (await workspace.KeptRounds.Standing(cancel)).OrderByDescending(r => r.Opened.Scope == scope ? 1 : 0).ThenByDescending(r => r.At)
            .FirstOrDefault(r => r is { AbandonedAt: null, Opened: { Purpose: RoundPurpose.Annual, PeerGroups: [] } of }
                && of.Period == period && (of.Scope == scope || scope.IsBelowCounty && of.Scope == scope.Enclosing(RegionLevel.County)));

    /// <summary>The sealed annual round that confirmed a scope's period, all its peer groups; null where none did.</summary>
    public async ValueTask<RoundState?> SealedOf(string ruleset, Period period, RegionCode scope, CancellationToken cancel) =>
        (await workspace.KeptRounds.SealedOf(ruleset, period, cancel)).Where(r => r.Scope == scope).ToList() is [.., var round]
            ? await Load(round.Id, cancel) : null;

    /// <summary>The same of a scope's own or of a region that holds it: the narrowest that confirmed all its chambers.</summary>
    public async ValueTask<RoundState?> SealedOver(string ruleset, Period period, RegionCode scope, CancellationToken cancel) =>
        (await workspace.KeptRounds.SealedOf(ruleset, period, cancel)).Where(r => r.Scope.Contains(scope))
            .OrderBy(r => r.Scope.IsNation ? 0 : r.Scope.Value.Length).ToList() is [.., var round]
            ? await Load(round.Id, cancel) : null;

    /// <summary>The day on which a round was sealed.</summary>
    public static DateOnly SealedOn(RoundState round) => Calendar.DayOf(round.Entries.First(e => e.Body is RoundSealed).At);

    /// <summary>
    /// By which ruleset a region's year stands: that of its annual round, once one is opened, for a round keeps its ruleset whatever
    /// is adopted meanwhile; else what the region chose. Null where nothing counts there.
    /// </summary>
    public async ValueTask<string?> AnnualRulesetOf(Period period, RegionCode scope, CancellationToken cancel) =>
        (await AnnualOf(period, scope, cancel))?.Opened.Ruleset ?? workspace.Regions.AnnualRulesetOf(scope, AsOf.On(workspace.Today));

    private static bool IsAlike(RoundOpened one, RoundOpened other) =>
        (one.Purpose, one.Period, one.Scope) == (other.Purpose, other.Period, other.Scope);

    private string? PlaceOf(RoundOpened opened) => RegionNames.Proper(opened.Scope, opened.Stamp)
        ?? (workspace.Regions.County is { } county && county.County == opened.Scope ? county.Name : null);

    private async ValueTask<Title?> TitleOfRules(RoundState round, RoundOpened opened, CancellationToken cancel)
    {
        if (round.Locked is not null) return (await FrozenRuleset(round, cancel)).Title;
        return workspace.Regions.AdoptionOf(opened.Ruleset, opened.Scope, AsOf.On(workspace.Today)) is { } adoption
            ? (await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel)).Ruleset.Title : null;
    }

    private static string Span(Period period) => period.Length switch
    {
        PeriodLength.Year => $"{period.From.Year} 年度",
        PeriodLength.TwoYears => $"{period.From.Year}—{period.LastDay.Year} 年度",
        _ => $"{period.From.Year} 年第 {(period.From.Month + 2) / 3} 季度",
    };

    private static string Bracket(string? words) => words is null ? "" : $"（{words}）";
}
