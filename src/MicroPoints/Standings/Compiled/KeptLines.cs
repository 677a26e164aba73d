using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>The lines and deductions whose points later stages name; of all others a table keeps only their category's sum.</summary>
internal sealed class KeptLines
{
    private readonly List<(string Id, bool IsDeduction)> _lines = [];

    public int Count => _lines.Count;

    public int IndexOf(string id, bool isDeduction) =>
        Find(id, isDeduction) is >= 0 and var known ? known : Added((id, isDeduction));

    /// <summary>Negative where nothing names it.</summary>
    public int Find(string id, bool isDeduction) => _lines.IndexOf((id, isDeduction));

    /// <summary>Takes the points from a scorecard's lines.</summary>
    public void Fill(Span<long> kept, PointsCard card)
    {
        for (var i = 0; i < _lines.Count; i++)
            kept[i] = (_lines[i].IsDeduction ? card.Deduction(_lines[i].Id)!.Points : card.Line(_lines[i].Id)!.Points).Hundredths;
    }

    private int Added((string, bool) line)
    {
        _lines.Add(line);
        return _lines.Count - 1;
    }
}
