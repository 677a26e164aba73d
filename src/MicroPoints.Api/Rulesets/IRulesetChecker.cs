using MicroPoints.Activities;
using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>Reads a ruleset file and says all that is wrong with it; a host brings the file format.</summary>
public interface IRulesetChecker
{
    RulesetCheck Check(ReadOnlyMemory<byte> bytes, KindCatalogue kinds);
}
