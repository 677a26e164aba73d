using MicroPoints.Rounds;

namespace MicroPoints.Runtime;

/// <summary>What rounds are called, and under which ids new ones are opened: names are for people, ids for programs.</summary>
public partial class RoundService
{
    /// <summary>Such as 2026 年度评价（隆安县）; from the second of its kind on it says which one it is.</summary>
    public async ValueTask<Title> NameOf(RoundState round, CancellationToken cancel)
    {
        var opened = round.Opened ?? throw new InvariantException("a round has a name once it is opened");
        var alike = (await workspace.KeptRounds.Standing(cancel)).Where(r => IsAlike(r.Opened, opened)).ToList();
        var number = alike.Where(r => r.Opened.Ruleset == opened.Ruleset).OrderBy(r => r.At).ThenBy(r => r.Id)
            .TakeWhile(r => r.Id != round.Id).Count() + 1;
        var rules = alike.Any(r => r.Opened.Ruleset != opened.Ruleset) ? await TitleOfRules(round, opened, cancel) : null;
        var place = PlaceOf(opened);
        var isTrial = opened.Purpose == RoundPurpose.Rehearsal;
        return new Title(
            $"{Span(opened.Period)}评价{(isTrial ? "预演" : "")}{Bracket(place)}{Bracket(rules?.Zh)}"
                + (number > 1 ? $"（第{ChineseCount.Of(number)}次）" : ""),
            $"{(isTrial ? "Rehearsal of the evaluation" : "Evaluation")} {opened.Period}"
                + string.Concat(new[] { place, rules?.EnOrZh }.Where(w => w is not null).Select(w => $", {w}"))
                + (number > 1 ? $", no. {number}" : ""));
    }

    /// <summary>The id that the next round of a scope's period is opened under: the first that no round has.</summary>
    public async ValueTask<RoundId> NextId(Period period, RegionCode scope, RoundPurpose purpose, CancellationToken cancel)
    {
        var taken = (await workspace.KeptRounds.Standing(cancel)).Select(r => r.Id).ToHashSet();
        var first = $"{period}-{(purpose == RoundPurpose.Annual ? "annual" : "rehearsal")}-{scope}";
        for (var number = 1; ; number++)
            if (new RoundId(number == 1 ? first : $"{first}-{number}") is var id && !taken.Contains(id)) return id;
    }

    /// <summary>The sealed annual round that confirmed a scope's period, all its peer groups; null where none did.</summary>
    public async ValueTask<RoundState?> SealedOf(string ruleset, Period period, RegionCode scope, CancellationToken cancel) =>
        await workspace.KeptRounds.SealedOf(ruleset, period, scope, cancel) is { } round ? await Load(round, cancel) : null;

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
