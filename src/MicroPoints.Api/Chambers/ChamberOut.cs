using MicroPoints.Chambers;
using MicroPoints.Contracts;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>Writes what the register says of a chamber on a day.</summary>
internal static class ChamberOut
{
    public static ChamberDetails Details(Chamber chamber, Head head, DateOnly today) => new(
        chamber.Id.Value, chamber.NameOn(today), chamber.Kind, chamber.Seat.Value, WireText.Of(chamber.Serves),
        Attributes(chamber, today), WireText.Of(head), chamber.Founded, WireText.OrNone(chamber.Predecessors),
        WireText.OrNone(chamber.Successors), Ending(chamber.End), chamber.EndedOn, chamber.Stamp);

    public static ChamberSummary Summary(Chamber chamber, DateOnly today) => new(
        chamber.Id.Value, chamber.NameOn(today), chamber.Kind, chamber.Seat.Value, Ending(chamber.End), chamber.EndedOn,
        chamber.Founded, WireText.OrNone(chamber.Successors));

    private static SortedDictionary<string, string> Attributes(Chamber chamber, DateOnly today)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in chamber.Attributes.Select(a => a.Attribute).Distinct())
            if (chamber.AttributeOn(name, today) is { } value) attributes[name] = value;
        return attributes;
    }

    private static ChamberEnding? Ending(ChamberEnd? end) => end switch
    {
        null => null,
        ChamberEnd.Dissolved => ChamberEnding.Dissolved,
        ChamberEnd.Merged => ChamberEnding.Merged,
        ChamberEnd.Split => ChamberEnding.Split,
        _ => throw new InvalidOperationException("unknown end"),
    };
}
