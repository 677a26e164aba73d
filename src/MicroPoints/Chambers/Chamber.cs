using MicroPoints.Streams;

namespace MicroPoints.Chambers;

/// <summary>How a chamber ended.</summary>
public enum ChamberEnd
{
    Dissolved = 1,
    Merged = 2,
    Split = 3,
}

/// <summary>What the register says of one chamber, folded from its stream.</summary>
public sealed record Chamber(
    ChamberId Id, string Name, string Kind, RegionCode Seat, IReadOnlyList<RegionCode> Serves, DateOnly? Founded)
{
    /// <summary>The attribute that says since when it is registered with civil affairs, as a day.</summary>
    public const string RegisteredOn = "registered-on";

    /// <summary>The attribute that says where generated data come from; printed on every output about the chamber.</summary>
    public const string Provenance = "provenance";

    /// <summary>What stands on every output about this chamber, such as 程序生成，非真实数据; null for real data.</summary>
    public string? Stamp => Attributes.LastOrDefault(a => a.Attribute == Provenance)?.Value;

    public IReadOnlyList<ChamberAttributeSet> Attributes { get; init; } = [];
    public IReadOnlyList<(string Name, DateOnly From)> Names { get; init; } = [];
    public IReadOnlyList<ChamberId> Predecessors { get; init; } = [];
    public IReadOnlyList<ChamberId> Successors { get; init; } = [];
    public ChamberEnd? End { get; init; }

    /// <summary>The first day on which it is no more.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Alive on a day: founded by then, where that is known, and not ended.</summary>
    public bool IsAliveOn(DateOnly day) => !(Founded > day) && !(EndedOn <= day);

    /// <summary>An attribute's value on a day: the one set last by then; null where none was, or where it was taken off.</summary>
    public string? AttributeOn(string attribute, DateOnly day) =>
        Attributes.Where(a => a.Attribute == attribute && a.On <= day).OrderBy(a => a.On).LastOrDefault() is { IsTakenOff: false } set
            ? set.Value : null;

    /// <summary>Since when an attribute says what it says on a day, without a break; null where it says nothing.</summary>
    public DateOnly? AttributeSince(string attribute, DateOnly day)
    {
        if (AttributeOn(attribute, day) is not { } value) return null;
        return Attributes.Where(a => a.Attribute == attribute && a.On <= day).Select(a => a.On).Distinct().OrderDescending()
            .TakeWhile(d => AttributeOn(attribute, d) == value).Last();
    }

    /// <summary>Its name on a day: the last renaming by then, else the name it was registered under.</summary>
    public string NameOn(DateOnly day) => Names.Where(n => n.From <= day).OrderBy(n => n.From).LastOrDefault().Name ?? Names[0].Name;

    /// <summary>A name that is put in before the last leaves the last what it is.</summary>
    private static Chamber Renamed(Chamber chamber, IReadOnlyList<(string Name, DateOnly From)> names) =>
        chamber with { Names = names, Name = names.OrderBy(n => n.From).Last().Name };

    /// <summary>Folds one entry of the register; null where the entry is not the register's.</summary>
    public static Chamber? Fold(Chamber? chamber, SealedEntry entry) => entry.Body switch
    {
        ChamberRegistered r => new Chamber(new ChamberId(entry.Stream.Name), r.Name, r.Kind, r.Seat, r.Serves, r.Founded)
        {
            Names = [(r.Name, Limits.FirstDay)],
        },
        ChamberRenamed r => Renamed(chamber!, [.. chamber!.Names, (r.Name, r.On)]),
        ChamberAttributeSet a => chamber! with { Attributes = [.. chamber.Attributes, a] },
        ChamberDissolved d => chamber! with { End = ChamberEnd.Dissolved, EndedOn = d.On },
        ChamberMerged m => chamber! with { End = ChamberEnd.Merged, EndedOn = m.On, Successors = [m.Successor] },
        ChamberSplit s => chamber! with { End = ChamberEnd.Split, EndedOn = s.On, Successors = s.Successors },
        ChamberSucceeded s => chamber! with { Predecessors = [.. chamber.Predecessors, s.Predecessor] },
        _ => null,
    };

    /// <summary>Why a new fact cannot be recorded here any more; null while the chamber is open.</summary>
    public (Refusal Reason, string Detail)? Closed() => End switch
    {
        null => null,
        ChamberEnd.Merged => (Refusal.ChamberMerged,
            $"{Id} merged into {Successors[0]} on {Calendar.Text(EndedOn!.Value)}: record at {Successors[0]}"),
        ChamberEnd.Split => (Refusal.ChamberSplit,
            $"{Id} was split into {string.Join(", ", Successors)} on {Calendar.Text(EndedOn!.Value)}: record at one of them"),
        ChamberEnd.Dissolved => (Refusal.ChamberDissolved, $"{Id} was dissolved on {Calendar.Text(EndedOn!.Value)}"),
        _ => throw new InvalidOperationException("unknown end"),
    };
}
