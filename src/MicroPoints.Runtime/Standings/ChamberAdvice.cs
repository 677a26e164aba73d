using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>What a chamber is advised as things stand, and the lines that never are part of it.</summary>
public sealed record ChamberAdvice(IReadOnlyList<Advice> Advice, IReadOnlyList<NotAdvised> NotAdvised)
{
    public static ChamberAdvice Of(Advisor advisor) => new([.. advisor.All()], advisor.NotAdvised);
}
