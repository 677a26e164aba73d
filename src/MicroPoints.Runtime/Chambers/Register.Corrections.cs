using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

public sealed partial class Register
{
    /// <summary>Gives a chamber another name from a day, or moves the day from which it has the name that it has now.</summary>
    /// <remarks>The name that it has from that day already answers exists.</remarks>
    public async ValueTask<Answer> Rename(ChamberId chamber, string name, DateOnly on, Actor by, CancellationToken cancel)
    {
        var (known, entries) = await Load(chamber, cancel);
        var last = entries.LastOrDefault(SaysName);
        if (last is not null && known is not null && by.MayRecord(known.Seat))
        {
            var renamings = known.Name == name ? Renamings(known, name, on) : known.NameOn(on) == name ? [] : null;
            if (renamings is not null) return renamings.Count == 0 ? new Answer.Exists(last) : await Whole(chamber,
                renamings.Select(r => new RenameChamber(Id("rename", [r.Name], r.On, last), r.Name, r.On)), by, HeadOf(entries), cancel);
        }
        return await host.Run(chamber, by, new ChangeChamber(new RenameChamber(Id("rename", [name], on, last), name, on)), cancel);
    }

    /// <summary>What moves the day of the name it has now; nothing where it never had another.</summary>
    private static List<(string Name, DateOnly On)> Renamings(Chamber known, string name, DateOnly on) =>
        known.Names.All(n => known.NameOn(n.From) == name) ? []
            : [.. Sayings([.. known.Names.Select(n => ((string?)n.Name, n.From))], name, on).Select(s => (s.Value!, s.On))];

    /// <summary>Ends a chamber without a successor, with a reason. The same again answers exists.</summary>
    public ValueTask<Answer> Dissolve(ChamberId chamber, DateOnly on, string reason, Actor by, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(reason)
            ? new(new Answer.Refused(Refusal.ReasonMissing, "say why the chamber ended, in words it may read"))
            : host.Run(chamber, by, new ChangeChamber(new DissolveChamber(
                new EntryId($"dissolve-{Digest.OfText($"{Calendar.Text(on)}\n{reason}").ToString()[..32]}"), on, reason)), cancel);

    private async ValueTask<(Chamber? Known, IReadOnlyList<SealedEntry> Entries)> Load(
        ChamberId chamber, CancellationToken cancel)
    {
        var today = Calendar.DayOf(clock.GetUtcNow());
        var view = await host.View(chamber, Period.Year(today.Year), AsOf.On(today), cancel);
        return (view.Register, await view.Entries(cancel));
    }
}
