using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>Runs commands against region, ruleset and round streams: load, judge, append, and again where the head had moved.</summary>
public sealed class StreamHost(IEventLog log, TimeProvider clock, ISaltSource salts, IRulesInForce rules)
{
    private const int AttemptsMax = 8;

    /// <summary>Decides a command and makes it durable.</summary>
    /// <param name="region">Where it belongs, for the rules sealed with it.</param>
    public async ValueTask<Answer> Run<TState>(
        StreamId stream, RegionCode region, Actor by, StreamCommand<TState> command,
            CancellationToken cancel) where TState : StreamState
    {
        var now = Calendar.ToMilliseconds(clock.GetUtcNow());
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var state = (TState)(await log.Load(stream, now.Year, [command.Id], cancel)).State;
            // A clock set back must not make an entry look older than the one it follows.
            var at = state.LastInstant is { } last && last > now ? last : now;
            var context = new Context(by, at, rules.For(region), salts.For(stream, command.Id));
            switch (command.Judge(state, context))
            {
                case Decision.Exists exists:
                    return new Answer.Exists(exists.First);
                case Decision.Refused refused:
                    return new Answer.Refused(refused.Reason, refused.Detail);
                case Decision.Accepted accepted when Seal(stream, state.Head, accepted) is var entries
                    && await log.Append(stream, state.Head, entries, cancel) is AppendResult.Appended:
                    return new Answer.Recorded(entries);
            }
        }
        return new Answer.Refused(Refusal.HeadMoved,
            $"{stream} was changed by others {AttemptsMax} times meanwhile: send it again");
    }

    /// <summary>A stream as it stands.</summary>
    public async ValueTask<TState> Load<TState>(StreamId stream, CancellationToken cancel) where TState : StreamState =>
        (TState)(await log.Load(stream, clock.GetUtcNow().Year, [], cancel)).State;

    private static List<SealedEntry> Seal(StreamId stream, Head head, Decision.Accepted accepted)
    {
        var entries = new List<SealedEntry>();
        foreach (var draft in accepted.Entries)
        {
            entries.Add(SealedEntry.Seal(stream, head, draft));
            head = entries[^1].Head;
        }
        return entries;
    }
}
