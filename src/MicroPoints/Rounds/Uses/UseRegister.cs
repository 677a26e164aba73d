namespace MicroPoints.Rounds;

/// <summary>That a use was withdrawn.</summary>
/// <param name="On">The day it was recorded.</param>
/// <param name="Reason">Null where it was erased.</param>
public sealed record UseWithdrawal(DateOnly On, string? Reason);

/// <summary>One use of a round's result.</summary>
/// <param name="RecordedOn">The day it was recorded.</param>
/// <param name="Note">Null where none was given, or it was erased.</param>
/// <param name="Withdrawal">Null while it stands.</param>
public sealed record ResultUse(EntryId Id, RoundResultUsed Used, DateOnly RecordedOn, string? Note, UseWithdrawal? Withdrawal)
{
    /// <summary>The outcome, the grade or the class that was relied on.</summary>
    public string ReliedOn => Used.Outcome ?? Used.Grade ?? throw new InvariantException("a use names what was relied on");
}

/// <summary>The uses of a sealed round's result, in order of recording.</summary>
public sealed class UseRegister
{
    private readonly List<ResultUse> _all = [];

    public IReadOnlyList<ResultUse> All => _all;

    public ResultUse? Find(EntryId id) => _all.FirstOrDefault(u => u.Id == id);

    internal void Fold(EntryId id, RoundResultUsed used, DateOnly on, string? note)
    {
        Invariant.Holds(used.Outcome is null != used.Grade is null, "either an outcome or a grade is relied on");
        _all.Add(new ResultUse(id, used, on, note, null));
    }

    internal void Fold(RoundUseWithdrawn withdrawn, DateOnly on, string? reason)
    {
        var at = _all.FindIndex(u => u.Id == withdrawn.Use);
        Invariant.Holds(at >= 0 && _all[at].Withdrawal is null, "a use is withdrawn once, after it was recorded");
        _all[at] = _all[at] with { Withdrawal = new UseWithdrawal(on, reason) };
    }
}
