using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

public sealed partial class Register
{
    /// <summary>Gives a chamber another name from a day. The name that it has on that day already answers exists.</summary>
    public async ValueTask<Answer> Rename(ChamberId chamber, string name, DateOnly on, Actor by, CancellationToken cancel)
    {
        var (known, entries) = await Load(chamber, cancel);
        var last = entries.LastOrDefault(SaysName);
        if (last is not null && known?.NameOn(on) == name && by.MayRecord(known.Seat)) return new Answer.Exists(last);
        return await host.Run(chamber, by, new ChangeChamber(new RenameChamber(Id("rename", [name], on, last), name, on)), cancel);
    }

    /// <summary>Says what a line of the register is from a day on. What it is on that day already answers exists.</summary>
    public async ValueTask<Answer> Set(
        ChamberId chamber, string attribute, string value, DateOnly on, Actor by, CancellationToken cancel)
    {
        var (known, entries) = await Load(chamber, cancel);
        var last = entries.LastOrDefault(e => Sets(e, attribute));
        on = NotBefore(known, attribute, on);
        if (last is not null && known?.AttributeOn(attribute, on) == value && by.MayRecord(known.Seat)) return new Answer.Exists(last);
        return await host.Run(chamber, by,
            new ChangeChamber(new SetChamberAttribute(Id("attribute", [attribute, value], on, last), attribute, value, on)), cancel);
    }

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
