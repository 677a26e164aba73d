using MicroPoints.Identity;

namespace MicroPoints.Rounds;

/// <summary>A command to a round's stream.</summary>
public abstract record RoundCommand(EntryId Id) : StreamCommand<RoundState>(Id)
{
    /// <summary>Where vetting, notice, objections and the decision have their place.</summary>
    internal static readonly RoundStatus[] BeforeDecision =
        [RoundStatus.Locked, RoundStatus.Vetting, RoundStatus.Noticed, RoundStatus.Objected, RoundStatus.Recomputed];

    /// <summary>Ids of the steps that every round takes once, and the beginning of those of applications.</summary>
    private static readonly string[] OwnIds = ["open", "lock", "decide", "seal", "abandon"];
    private const string OwnBeginning = "apply-";

    /// <summary>The round is open, the actor may act in its scope, and it stands where the step may begin.</summary>
    protected static Decision? Refuse(RoundState round, Context context, bool authority, params RoundStatus[] needed)
    {
        if (round.Opened is not { } opened) return Decision.Refuse(Refusal.RoundUnknown, $"round {round.Id} is not open: open it first");
        if (authority ? !context.By.IsAuthority(opened.Scope) : !context.By.MayRecord(opened.Scope))
            return Decision.Refuse(authority ? Refusal.NotAnAuthority : Refusal.NotAllowed,
                $"{context.By.Id} ({context.By.Role}) may not do this for {opened.Scope}");
        if (RefuseAbandoned(round) is { } over) return over;
        return needed.Length == 0 || needed.Contains(round.Status) ? null : Decision.Refuse(Refusal.RoundWrongState,
            $"round {round.Id} is {round.Status.ToString().ToLowerInvariant()}: "
            + $"this step needs it to be {string.Join(" or ", needed).ToLowerInvariant()}");
    }

    /// <summary>Nothing more is done to a round that was given up; null where it was not.</summary>
    public static Decision.Refused? RefuseAbandoned(RoundState round) => round.Abandoned is not { } abandoned ? null : new Decision.Refused(
        Refusal.RoundGivenUp, $"round {round.Id} was abandoned on {Calendar.Text(Calendar.DayOf(abandoned.At))}: "
            + "nothing more is done to it; open another");

    /// <summary>An id that its caller chose leaves those of the round's own steps free, and the round has room for the entry.</summary>
    protected Decision? RefuseEntry(RoundState round)
    {
        if (OwnIds.Contains(Id.Value) || Id.Value.StartsWith(OwnBeginning, StringComparison.Ordinal))
            return Decision.Refuse(Refusal.EntryIdReserved, $"'{Id}' is the id of a step of the round's own: choose another");
        return round.Entries.Count - round.Applicants.Count < Limits.RoundEntriesMax ? null : Decision.Refuse(
            Refusal.RoundFull, $"round {round.Id} has {Limits.RoundEntriesMax} entries beside its applications, and holds no more");
    }

    /// <summary>Refuses a line of text that is required and empty, too long or not plain.</summary>
    private protected static Decision? RefuseBlank(string what, string text) => string.IsNullOrWhiteSpace(text)
        ? Decision.Refuse(Refusal.RoundStepIncomplete, $"{what} is missing: give it")
        : PlainText.RefuseLine(what, text);

    private protected static Decision InFuture(string what, DateOnly day, Context context) => Decision.Refuse(
        Refusal.OnInFuture, $"{what}, {Calendar.Text(day)}, is after today, {Calendar.Text(context.Today)}");

    private protected static string Names(IEnumerable<string> names) =>
        string.Join(", ", names) is { Length: > 0 } list ? list : "none";
}
