using MicroPoints.Contracts;
using MicroPoints.Rulesets;

namespace MicroPoints.Api;

/// <summary>Writes what an entry adds, and why.</summary>
internal static class CreditedText
{
    public static CreditedPoints[] Of(IReadOnlyList<CreditLine> lines)
    {
        if (lines.Count == 0) return [];
        var credited = new CreditedPoints[lines.Count];
        for (var i = 0; i < credited.Length; i++)
        {
            var line = lines[i];
            credited[i] = new CreditedPoints(line.Ruleset, line.Line, line.Title.Zh,
                WireNumber.Of(line.Raw), WireNumber.Of(line.Points), Codes(line.Because), Why(line.Because));
        }
        return credited;
    }

    public static string[]? Codes(IReadOnlyList<Because> because) =>
        because.Count == 0 ? null : [.. because.Select(b => b.Code())];

    public static string? Why(IReadOnlyList<Because> because) =>
        because.Count == 0 ? null : string.Join("；", because.Select(b => b.Phrase().Zh));
}
