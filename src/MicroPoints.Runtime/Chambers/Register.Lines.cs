using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What a line of the register is to say from a day on.</summary>
public sealed record RegisterLine(string Attribute, string Value, DateOnly On);

public sealed partial class Register
{
    /// <summary>Makes lines say what is given from their days on: all of them, or none where one is refused.</summary>
    /// <remarks>
    /// A line that said so from another day is moved: what is between the two days is then what it was before. Whatever was
    /// said of later days gives way, for the line is corrected as it is known now. Where nothing differs it answers exists.
    /// </remarks>
    public async ValueTask<Answer> Set(ChamberId chamber, IReadOnlyList<RegisterLine> lines, Actor by, CancellationToken cancel)
    {
        var (known, entries) = await Load(chamber, cancel);
        var mayRecord = known is not null && by.MayRecord(known.Seat);
        List<ChamberCommand> changes = [.. lines.SelectMany(l => Changes(mayRecord ? known : null, entries, l))];
        return changes.Count == 0 ? new Answer.Exists(entries.Last(e => lines.Any(l => Sets(e, l.Attribute))))
            : await Whole(chamber, changes, by, mayRecord ? HeadOf(entries) : null, cancel);
    }

    /// <param name="known">Null where the caller learns nothing of the chamber: the core then says why.</param>
    private static IEnumerable<ChamberCommand> Changes(Chamber? known, IReadOnlyList<SealedEntry> entries, RegisterLine line)
    {
        var last = entries.LastOrDefault(e => Sets(e, line.Attribute));
        // A day of registration says itself since when it holds.
        var sayings = known is null || line.Attribute == Chamber.RegisteredOn ? Once(known, line) : Sayings(
            [.. known.Attributes.Where(a => a.Attribute == line.Attribute).Select(a => (a.IsTakenOff ? null : a.Value, a.On))],
            line.Value, line.On);
        return sayings.Select(s => new SetChamberAttribute(
            Id("attribute", [line.Attribute, s.Value ?? ""], s.On, last), line.Attribute, s.Value, s.On));
    }

    private static IEnumerable<(string? Value, DateOnly On)> Once(Chamber? known, RegisterLine line)
    {
        var on = NotBefore(known, line.Attribute, line.On);
        return known?.AttributeOn(line.Attribute, on) == line.Value ? [] : [(line.Value, on)];
    }

    /// <summary>What has to be said, day by day, so that a value holds from a day on, and before that what held before it.</summary>
    /// <param name="said">What was said so far, in order of recording.</param>
    private static IEnumerable<(string? Value, DateOnly On)> Sayings(
        IReadOnlyList<(string? Value, DateOnly On)> said, string value, DateOnly on)
    {
        string? At(DateOnly day) => said.Where(s => s.On <= day).OrderBy(s => s.On).LastOrDefault().Value;
        List<DateOnly> days = [.. said.Select(s => s.On).Distinct().Order()];
        // Where the value holds now, it may have begun too early.
        List<DateOnly> tooEarly = [.. days.AsEnumerable().Reverse().TakeWhile(d => At(d) == value).Where(d => d < on).Order()];
        if (tooEarly.Count > 0)
        {
            var before = At(tooEarly[0].AddDays(-1));
            foreach (var day in tooEarly) yield return (before, day);
        }
        if (At(on) != value || tooEarly.Count > 0 && !days.Contains(on)) yield return (value, on);
        foreach (var day in days.Where(d => d > on && At(d) != value)) yield return (value, day);
    }

    private static Head HeadOf(IReadOnlyList<SealedEntry> entries) => new(entries[^1].Sequence, entries[^1].Hash);

    /// <param name="expected">What the changes were worked out from: somebody else's meanwhile refuses them all.</param>
    private async ValueTask<Answer> Whole(
        ChamberId chamber, IEnumerable<ChamberCommand> changes, Actor by, Head? expected, CancellationToken cancel) =>
        Whole(await host.RunAll(chamber, by, [.. changes.Select((c, i) => Bound(c, i == 0 ? expected : null))], cancel));
}
