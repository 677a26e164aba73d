using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What a region adopted itself, as everything recorded says.</summary>
/// <param name="Impact">The statement attached to it last; null where none was.</param>
/// <param name="End">The entry that ends it; null where none does.</param>
public sealed record OwnAdoption(RulesetAdopted Adoption, SealedEntry Entry, ImpactAttached? Impact, SealedEntry? End)
{
    /// <summary>The first day without it; null where it has no end.</summary>
    public DateOnly? Until => (End?.Body as AdoptionEnded)?.From;
}
