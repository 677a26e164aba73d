using MicroPoints.Standings;

namespace MicroPoints.Rounds;

/// <summary>A chamber whose points, grade, place or outcome differ between two computations of a round.</summary>
/// <param name="Before">Its scorecard before; unranked where it was not on the list.</param>
/// <param name="After">Its scorecard after.</param>
public sealed record MovedChamber(Scorecard Before, Scorecard After)
{
    public ChamberId Id => After.Id;

    /// <summary>Every chamber that moved, in order of its place afterwards, then of id.</summary>
    /// <remarks>Ranking is zero-sum: one visit more for one chamber can move many that have nothing to do with it.</remarks>
    public static IReadOnlyList<MovedChamber> Between(RoundEvaluation before, RoundEvaluation after)
    {
        var known = before.Cards.ToDictionary(c => c.Id);
        return [.. after.Cards.Where(c => known.ContainsKey(c.Id) && !NoticeContent.IsSame(known[c.Id], c))
            .Select(c => new MovedChamber(known[c.Id], c))
            .OrderBy(m => m.After.Places?.Scope ?? int.MaxValue).ThenBy(m => m.Id)];
    }
}
