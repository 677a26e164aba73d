using MicroPoints.Activities;

namespace MicroPoints.Rulesets;

/// <summary>An activities file as somebody writes on it.</summary>
/// <param name="Kinds">Null where an error keeps it from being used.</param>
/// <param name="Faults">In the order of the file.</param>
public sealed record CheckedKinds(KindCatalogue? Kinds, IReadOnlyList<RuleFault> Faults)
{
    public IEnumerable<RuleFault> Errors => Faults.Where(f => f.IsError);
}
