namespace MicroPoints.Store.Embedded;

/// <summary>What many facts have in common, written once: each row names it by its number in the file's table.</summary>
internal readonly record struct ColumnCode(KindId Kind, Precision Precision, string? Option);

/// <summary>Numbers codes in the order in which they first appear.</summary>
internal sealed class ColumnCodes
{
    private readonly Dictionary<ColumnCode, int> _numbers = [];
    private readonly List<ColumnCode> _codes = [];

    public IReadOnlyList<ColumnCode> All => _codes;

    public int NumberOf(ColumnCode code)
    {
        if (_numbers.TryGetValue(code, out var number)) return number;
        _codes.Add(code);
        return _numbers[code] = _codes.Count - 1;
    }
}
