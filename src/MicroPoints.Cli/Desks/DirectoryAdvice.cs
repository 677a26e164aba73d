using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>What a chamber can still do, and what would come of it, over a data directory.</summary>
internal sealed partial class DirectoryDesk
{
    public async Task<AdviceDetails> Advice(ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel)
    {
        var (answer, card) = await StillCardOf(chamber, query, cancel);
        return AdviceOut.Details(answer, card, answer.Advice?.Invoke() ?? throw CliFailure.Refused(
            MicroPoints.Refusal.AdvicePeriodOver, AdviceOut.PeriodOver(answer.Period)), Kinds);
    }

    public async Task<ShownWhatIf> Suppose(ChamberId chamber, Func<RegionCode, StandingsQuery> query,
        Func<DateOnly, IReadOnlyList<RecordActivity>> supposed, CancellationToken cancel)
    {
        var (answer, card) = await StillCardOf(chamber, query, cancel);
        var activities = supposed(card.Chamber.Reading.Day);
        var judged = await Workspace.Chambers.Preview(chamber, _by, activities, cancel);
        return judged is BatchAnswer.Accepted accepted
            ? new ShownWhatIf(AdviceOut.Supposed(answer, card, accepted, activities.Count), answer.Ruleset, [])
            : new ShownWhatIf(null, answer.Ruleset, Outcome(judged).Bad);
    }

    /// <summary>A card of which more can be asked, as it stood.</summary>
    private async Task<(StandingsAnswer Answer, MicroPoints.Standings.Scorecard Card)> StillCardOf(
        ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel)
    {
        var (answer, card) = await CardOf(chamber, query, cancel);
        return answer.Trace is not null ? (answer, card)
            : throw CliFailure.No($"{chamber} was recorded into all the while it was looked at: ask again");
    }
}
