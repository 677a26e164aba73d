using MicroPoints.Identity;

namespace MicroPoints.Rounds;

/// <summary>A command to a round's stream.</summary>
public abstract record RoundCommand(EntryId Id) : StreamCommand<RoundState>(Id)
{
    /// <summary>The round is open, the actor may act in its scope, and it stands where the step may begin.</summary>
    protected static Decision? Refuse(RoundState round, Context context, bool authority, params RoundStatus[] needed)
    {
        if (round.Opened is not { } opened) return Decision.Refuse(Refusal.RoundUnknown, $"round {round.Id} is not open: open it first");
        if (authority ? !context.By.IsAuthority(opened.Scope) : !context.By.MayRecord(opened.Scope))
            return Decision.Refuse(authority ? Refusal.NotAnAuthority : Refusal.NotAllowed,
                $"{context.By.Id} ({context.By.Role}) may not do this for {opened.Scope}");
        return needed.Contains(round.Status) ? null : Decision.Refuse(Refusal.RoundWrongState,
            $"round {round.Id} is {round.Status.ToString().ToLowerInvariant()}: "
            + $"this step needs it to be {string.Join(" or ", needed).ToLowerInvariant()}");
    }
}
