using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using ProblemException = MicroPoints.Client.ProblemException;

namespace MicroPoints.Cli;

/// <summary>What a chamber can still do, and what would come of it, over a server.</summary>
internal sealed partial class ServerDesk
{
    public async Task<AdviceDetails> Advice(ChamberId chamber, Func<RegionCode, StandingsQuery> query, CancellationToken cancel)
    {
        var asked = query(RegionCode.Nation);
        return (await _client.GetAdvice(chamber.Value, asked.Ruleset, asked.Period?.ToString(), null, cancel)).Value!;
    }

    public async Task<ShownWhatIf> Suppose(ChamberId chamber, Func<RegionCode, StandingsQuery> query,
        Func<DateOnly, IReadOnlyList<RecordActivity>> supposed, CancellationToken cancel)
    {
        // The server's day counts, which may be another than the one here.
        var (card, ruleset, county) = await Scorecard(chamber, query, cancel);
        var (asked, last) = (query(new RegionCode(county)), Period.Parse(card.Period).LastDay);
        try
        {
            return new ShownWhatIf(await _client.Suppose(chamber.Value, Batch(supposed(card.AsOf < last ? card.AsOf : last)),
                asked.Ruleset, asked.Period?.ToString(), cancel), ruleset, []);
        }
        catch (ProblemException e) when (e.Problem.Lines is { Count: > 0 } lines) { return new ShownWhatIf(null, ruleset, lines); }
    }
}
