using System.Diagnostics;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Orleans;

/// <summary>One chamber's session, held by the silo that has its activation.</summary>
public sealed class ChamberGrain(ChamberPartsHolder holder) : Grain, IChamberGrain
{
    private ChamberSession _session = null!;
    private Crediting? _crediting;

    public override async Task OnActivateAsync(CancellationToken cancel)
    {
        var (parts, id) = (await holder.Parts.WaitAsync(cancel), new ChamberId(this.GetPrimaryKeyString()));
        _crediting = parts.Crediting;
        _session = new ChamberSession(id, parts.LogOf(MicroPoints.StreamId.Of(id)),
            new Judging(parts.Kinds, parts.Clock, parts.Salts, parts.Rules));
    }

    public async Task<BatchAnswer> RunAll(Actor by, LedgerCommand[] commands)
    {
        using var span = Telemetry.StartCommands(commands.Length);
        var started = Stopwatch.GetTimestamp();
        var answer = await Ask(s => s.Run(by, commands, write: true, default));
        Telemetry.Count(answer, started, span);
        return answer;
    }

    public Task<BatchAnswer> Preview(Actor by, LedgerCommand[] commands) => Ask(s => s.Run(by, commands, write: false, default));

    public async Task<CreditLine[]> Credited(SealedEntry entry) =>
        _crediting is { } crediting ? [.. await Ask(s => s.Credited(crediting, entry, default))] : [];

    public async Task<CreditLine[]> WouldCredit(Fact fact) =>
        _crediting is { } crediting ? [.. await Ask(s => s.WouldCredit(crediting, fact, default))] : [];

    public Task<ChamberView> View(Period period, AsOf at) => Ask(s => s.View(period, at, default));

    /// <summary>After a failure nobody knows what the storage holds: the next activation reads it.</summary>
    private async Task<T> Ask<T>(Func<ChamberSession, ValueTask<T>> use)
    {
        try { return await use(_session); }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
        finally { if (_session.IsEmpty) DeactivateOnIdle(); }
    }
}
