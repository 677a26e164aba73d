using MicroPoints.Rounds;
using MicroPoints.Standings;

namespace MicroPoints.Web;

/// <summary>One round as its page shows it.</summary>
/// <param name="Evaluation">As it is computed now; null before the lock.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Names">What each chamber is called.</param>
public sealed record RoundView(RoundState State, Title Name, IReadOnlyList<RoundStepLine> Steps, RoundEvaluation? Evaluation,
    IReadOnlyDictionary<ChamberId, string> Names)
{
    public RoundId Id => State.Id;
    public string Path => $"/rounds/{Id}";

    public string NameOf(ChamberId chamber) => Names.GetValueOrDefault(chamber) ?? chamber.Value;

    public RoundStepLine? Step(RoundStepKind kind) => Steps.FirstOrDefault(s => s.Step == kind);

    public bool IsOpen(RoundStepKind kind) => Step(kind)?.State is RoundStepState.Open or RoundStepState.Waiting;

    /// <summary>Between lock and decision.</summary>
    public bool IsUnderWay => State.Locked is not null && State.Decided is null;

    /// <summary>In order of place, the unranked last.</summary>
    public IEnumerable<Scorecard> Ranked => (Evaluation?.Cards ?? [])
        .OrderBy(c => c.Places?.Scope ?? int.MaxValue).ThenBy(c => c.Id);
}
