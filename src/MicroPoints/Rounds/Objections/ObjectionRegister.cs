namespace MicroPoints.Rounds;

/// <summary>How an objection was answered.</summary>
/// <param name="On">The day it was recorded.</param>
/// <param name="Reason">Null where it was erased.</param>
/// <param name="AdmittedBefore">How many entries the round had admitted before this answer.</param>
/// <param name="Admitted">What this answer admitted.</param>
public sealed record ObjectionAnswer(
    bool IsAccepted, DateOnly On, string? Reason, int AdmittedBefore, IReadOnlyList<AdmittedEntry> Admitted);

/// <summary>One objection, and its answer once there is one.</summary>
/// <param name="IsLate">It came in after the last day of the notice that stood when it was recorded.</param>
/// <param name="Who">Who objects; null where it was erased.</param>
/// <param name="What">What is objected; null where it was erased.</param>
public sealed record Objection(
    EntryId Id, ChamberId? Chamber, DateOnly ReceivedOn, bool IsLate, string? Who, string? What, ObjectionAnswer? Answer)
{
    /// <summary>The last day on which it is answered in time.</summary>
    public DateOnly DueOn => ReceivedOn.AddDays(Limits.ObjectionAnswerDays);

    /// <summary>Whether it was answered after that day, or is not answered yet and the day has passed.</summary>
    public bool IsOverdue(DateOnly today) => (Answer?.On ?? today) > DueOn;
}

/// <summary>The objections to a round, in order of recording.</summary>
public sealed class ObjectionRegister
{
    private readonly List<Objection> _all = [];

    public IReadOnlyList<Objection> All => _all;

    /// <summary>Those without an answer.</summary>
    public IEnumerable<Objection> Open => _all.Where(o => o.Answer is null);

    public Objection? Find(EntryId id) => _all.FirstOrDefault(o => o.Id == id);

    internal void Fold(EntryId id, RoundObjectionReceived received, bool isLate, string? words)
    {
        var (who, what) = ObjectionWords.Split(words);
        _all.Add(new Objection(id, received.Chamber, received.ReceivedOn, isLate, who, what, null));
    }

    internal void Fold(RoundObjectionAnswered answered, DateOnly on, string? reason, int admittedBefore)
    {
        var at = _all.FindIndex(o => o.Id == answered.Objection);
        Invariant.Holds(at >= 0 && _all[at].Answer is null, "an objection is answered once, after it was received");
        Invariant.Holds(answered.IsAccepted == answered.Admitted.Count > 0, "what is accepted admits entries, what is rejected none");
        _all[at] = _all[at] with
        {
            Answer = new ObjectionAnswer(answered.IsAccepted, on, reason, admittedBefore, answered.Admitted),
        };
    }
}

/// <summary>Who objects and what, as one text: the first line names who.</summary>
internal static class ObjectionWords
{
    public static string Join(string who, string what) => $"{who}\n{what}";

    public static (string? Who, string? What) Split(string? words) =>
        words?.Split('\n', 2) is [var who, var what] ? (who, what) : (null, null);
}
