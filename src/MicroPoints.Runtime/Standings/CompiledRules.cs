using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

/// <summary>Adopted rulesets, compiled once for each period, reading day and activities file: counties that inherit one share it.</summary>
internal sealed class CompiledRules
{
    private const int DaysMax = 32;

    // An adoption's settings are an object of its own, and go with it.
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<(Digest, Digest, Period, DateOnly), CompiledRuleset>> _compiled = [];

    public CompiledRuleset Of(Question question, IReadOnlyDictionary<string, SettingValue> settings)
    {
        var known = _compiled.GetValue(settings, _ => []);
        if (known.Count > DaysMax) known.Clear();
        return known.GetOrAdd((question.Ruleset.Hash, question.Kinds.Hash, question.Period, question.ReadingDay),
            _ => question.Compile(settings));
    }
}
