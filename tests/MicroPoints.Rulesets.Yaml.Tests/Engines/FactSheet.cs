using MicroPoints.Activities;
using MicroPoints.Standings;

namespace MicroPoints.Rulesets.Yaml.Tests.Engines;

/// <summary>A scorecard with the facts that it was made from, which no engine folds again.</summary>
public sealed record Scored(Scorecard Card, IReadOnlyList<StandingFact> Facts);

/// <summary>The facts that some conditions read, in the order they were first named, and how each is read of a scorecard.</summary>
public sealed class FactSheet
{
    private readonly Dictionary<string, int> _places = [];
    private readonly List<Func<Scored, object?>> _readers = [];

    public int Of(string name, Func<Scored, object?> read)
    {
        if (_places.TryGetValue(name, out var place)) return place;
        _readers.Add(read);
        return _places[name] = _readers.Count - 1;
    }

    public static string NameOf(int place) => $"f{place}";

    /// <summary>Whole numbers, texts, lists of texts, or null: nothing that a floating-point number could blur.</summary>
    public Dictionary<string, object?> Read(Scored scored) =>
        Enumerable.Range(0, _readers.Count).ToDictionary(NameOf, i => _readers[i](scored));
}
