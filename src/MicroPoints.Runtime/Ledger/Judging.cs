using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;

namespace MicroPoints.Runtime;

/// <summary>
/// Gives commands what the core must not fetch itself (instant, salt, rules in force) and has it decide.
/// </summary>
public sealed class Judging(KindsInForce kinds, TimeProvider clock, ISaltSource salts, IRulesInForce rules)
{
    /// <summary>The instant of one call, in whole milliseconds; read once, whatever is retried.</summary>
    public DateTimeOffset Now() => Calendar.ToMilliseconds(clock.GetUtcNow());

    /// <summary>
    /// Judges each line on top of the accepted ones, going on after a refused line so that all are reported.
    /// </summary>
    public BatchAnswer Judge(LedgerView view, Actor by, IReadOnlyList<LedgerCommand> commands, DateTimeOffset now)
    {
        if (commands.Count > Limits.BatchMax) return new BatchAnswer.Refused([TooMany(commands.Count)]);
        var answers = new Answer[commands.Count];
        List<RefusedLine>? refused = null;
        var known = kinds.Now;
        for (var i = 0; i < commands.Count; i++)
        {
            answers[i] = JudgeOne(view, by, commands[i], known, now);
            if (answers[i] is Answer.Refused no) (refused ??= []).Add(new RefusedLine(i, no.Reason, no.Detail));
        }
        return refused is not null ? new BatchAnswer.Refused(refused) : new BatchAnswer.Accepted(answers, view.Head);
    }

    private Answer JudgeOne(LedgerView view, Actor by, LedgerCommand command, KindCatalogue known, DateTimeOffset now)
    {
        switch (view.Judge(command, known, ContextOf(view, by, command, now)))
        {
            case Decision.Accepted accepted:
                var before = view.Pending.Count;
                view.Apply(accepted);
                return new Answer.Recorded(before == 0 ? [.. view.Pending] : [.. view.Pending.Skip(before)]);
            case Decision.Exists exists:
                return new Answer.Exists(exists.First);
            case Decision.Refused refused:
                return new Answer.Refused(refused.Reason, refused.Detail);
            default:
                throw new InvariantException("a decision accepts, exists or refuses");
        }
    }

    private Context ContextOf(LedgerView view, Actor by, LedgerCommand command, DateTimeOffset now)
    {
        // A clock set back must not make an entry look older than the one it follows.
        var at = view.LastInstant is { } last && last > now ? last : now;
        var region = view.Chamber?.Seat
            ?? (command is ChangeChamber { Change: RegisterChamber register } ? register.Seat : null);
        return new Context(by, at, region is { } seat ? rules.For(seat) : null,
            command.MayGiveReason ? salts.For(MicroPoints.StreamId.Of(view.Id), command.Id) : default);
    }

    private static RefusedLine TooMany(int count) => new(Limits.BatchMax, Refusal.BatchTooLarge,
        $"{count} lines for one chamber: at most {Limits.BatchMax}, send the rest in another batch");
}
