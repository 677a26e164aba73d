using MicroPoints.Chambers;

namespace MicroPoints.Runtime;

/// <summary>Tells chambers by id, by their name now or before, or by the code of their seat.</summary>
internal sealed class ChamberNames
{
    private readonly Dictionary<string, List<Chamber>> _byName = [];
    private readonly List<string> _names = [];
    private readonly IReadOnlyDictionary<string, ChamberId> _mapped;
    private readonly Dictionary<ChamberId, Chamber> _byId;

    public ChamberNames(IReadOnlyList<Chamber> chambers, IReadOnlyDictionary<string, ChamberId> mapped)
    {
        _byId = chambers.ToDictionary(c => c.Id);
        _mapped = mapped.ToDictionary(m => NameText.Key(m.Key), m => m.Value);
        // The living come first: a successor often bears the name of one that ended.
        foreach (var chamber in chambers.OrderBy(c => c.End is not null).ThenBy(c => c.Id))
        {
            _names.Add(chamber.Name);
            foreach (var name in chamber.Names.Select(n => n.Name).Append(chamber.Id.Value).Append(chamber.Seat.Value)) Add(name, chamber);
        }
    }

    private void Add(string name, Chamber chamber)
    {
        if (NameText.Key(name) is not { Length: > 0 } key) return;
        var known = _byName.TryGetValue(key, out var list) ? list : _byName[key] = [];
        if (known.Any(k => k.Id == chamber.Id)) return;
        // A former name of one that ended is not asked about where another lives under it.
        if (chamber.End is null || known.Count == 0) known.Add(chamber);
    }

    /// <summary>The chamber that is meant, or why it cannot be told.</summary>
    public (Chamber? Chamber, Title? Problem) Find(string text)
    {
        var key = NameText.Key(text);
        if (_mapped.TryGetValue(key, out var id))
            return _byId.TryGetValue(id, out var mapped) ? (mapped, null)
                : (null, new Title($"“{text}”对应到 {id}，但名册中没有这个编号", $"'{text}' is mapped to {id}, which is not on the register"));
        if (_byId.GetValueOrDefault(ChamberId.IsValid(text) ? new ChamberId(text) : default) is { } own) return (own, null);
        if (key.Length == 0 || !_byName.TryGetValue(key, out var found)) return (null, Unknown(text));
        return found is [var only] ? (only, null) : (null, new Title(
            $"“{text}”对应多家商会（{string.Join("、", found.Select(c => $"{c.Id} {c.Name}"))}），请改写商会编号",
            $"'{text}' is more than one chamber ({string.Join(", ", found.Select(c => c.Id))}): write the id"));
    }

    private Title Unknown(string text) => NameText.Nearest(text, _names) is { } near
        ? new Title($"名册中没有“{text}”，是不是“{near}”？请改成名册上的名称或编号，或先登记这家商会",
            $"'{text}' is not on the register; is it '{near}'? Write the name or id of the register, or register it first")
        : new Title($"名册中没有“{text}”，请改成名册上的名称或编号，或先登记这家商会",
            $"'{text}' is not on the register: write the name or id of the register, or register it first");
}
