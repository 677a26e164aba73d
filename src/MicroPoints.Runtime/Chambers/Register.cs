using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

/// <summary>What the register is to say of a chamber.</summary>
/// <param name="Serves">Null: nothing is said of it.</param>
/// <param name="Founded">Null: nothing is said of it.</param>
/// <param name="Attributes">Those to set; others stay as they are.</param>
public sealed record ChamberProfile(
    string Name, string Kind, RegionCode Seat, IReadOnlyList<RegionCode>? Serves = null, DateOnly? Founded = null,
    IReadOnlyDictionary<string, string>? Attributes = null);

/// <summary>Makes the register say of a chamber what a caller knows of it, and corrects it line by line.</summary>
public sealed partial class Register(IChamberHost host, TimeProvider clock)
{
    /// <summary>Registers a new chamber, or records what differs, as of today. Where nothing differs it answers exists.</summary>
    /// <remarks>
    /// A kind, seat, served region or founding day that differs is refused: these never change. Ids follow from what is
    /// said and what it replaces, so that the same sending again, or twice at once, is recognised.
    /// </remarks>
    /// <param name="expected">Where its stream is expected to end; null expects nothing.</param>
    public async ValueTask<Answer> Put(
        ChamberId chamber, ChamberProfile profile, Actor by, CancellationToken cancel, Head? expected = null)
    {
        var today = Calendar.DayOf(clock.GetUtcNow());
        var view = await host.View(chamber, Period.Year(today.Year), AsOf.On(today), cancel);
        var entries = await view.Entries(cancel);
        List<ChamberCommand> changes = [.. Naming(view.Register, entries, profile, today),
            .. Setting(view.Register, entries, profile, today)];
        if (view.Register is { } known)
        {
            if (!by.MayRecord(known.Seat)) return new Answer.Refused(Refusal.NotAllowed,
                $"{by.Id} ({by.Role}, region {by.Scope}) may not record in {known.Seat}");
            var differs = Differs(known, profile);
            if (changes.Count == 0 && differs is null) return new Answer.Exists(LastSaid(entries, profile));
            if (known.Closed() is { } closed) return new Answer.Refused(closed.Reason, closed.Detail);
            if (differs is not null) return differs;
        }
        return Whole(await host.RunAll(chamber, by, [.. changes.Select((c, i) => Bound(c, i == 0 ? expected : null))], cancel));
    }

    private static LedgerCommand Bound(ChamberCommand change, Head? expected) =>
        expected is { } head ? new AtHead(new ChangeChamber(change), head) : new ChangeChamber(change);

    private static IEnumerable<ChamberCommand> Naming(
        Chamber? known, IReadOnlyList<SealedEntry> entries, ChamberProfile profile, DateOnly today)
    {
        if (known is null) yield return new RegisterChamber(
            new EntryId("register"), profile.Name, profile.Kind, profile.Seat, profile.Serves ?? [], profile.Founded);
        else if (known.NameOn(today) != profile.Name) yield return new RenameChamber(
            Id("rename", [profile.Name], today, entries.LastOrDefault(SaysName)), profile.Name, today);
    }

    private static IEnumerable<ChamberCommand> Setting(
        Chamber? known, IReadOnlyList<SealedEntry> entries, ChamberProfile profile, DateOnly today) =>
        from attribute in profile.Attributes ?? new Dictionary<string, string>()
        where known?.AttributeOn(attribute.Key, today) != attribute.Value
        orderby attribute.Key
        let replaced = entries.LastOrDefault(e => Sets(e, attribute.Key))
        let first = NotBefore(known, attribute.Key, HoldsFrom(attribute.Key, attribute.Value, today))
        // The first day of registration has the id that an import of the register gives it, so that either may follow the other.
        let id = replaced is null && attribute.Key == Chamber.RegisteredOn && first != today
            ? new EntryId($"{Chamber.RegisteredOn}-{attribute.Value}")
            : Id("attribute", [attribute.Key, attribute.Value], today, replaced)
        select new SetChamberAttribute(id, attribute.Key, attribute.Value, first);

    /// <summary>A day of registration names the day it holds from; of anything else nothing older than today is known.</summary>
    private static DateOnly HoldsFrom(string attribute, string value, DateOnly today) =>
        attribute == Chamber.RegisteredOn && Calendar.TryParseDay(value, out var day) && day <= today ? day : today;

    /// <summary>A day of registration that is corrected to an earlier one holds from where the wrong one did: before it, that would
    /// still be the last word.</summary>
    private static DateOnly NotBefore(Chamber? known, string attribute, DateOnly on)
    {
        if (attribute != Chamber.RegisteredOn || known is null) return on;
        var last = known.Attributes.Where(a => a.Attribute == attribute).Select(a => a.On).DefaultIfEmpty(on).Max();
        return last > on ? last : on;
    }

    /// <summary>The first fixed field that differs, with what to do instead; null where none does.</summary>
    private static Answer.Refused? Differs(Chamber known, ChamberProfile profile)
    {
        if (profile.Kind != known.Kind) return Fixed("kind", known.Kind, profile.Kind);
        if (profile.Seat != known.Seat) return Fixed("seat", known.Seat.Value, profile.Seat.Value);
        if (profile.Serves is { } serves && !serves.Order().SequenceEqual(known.Serves.Order()))
            return Fixed("regions served", string.Join(' ', known.Serves), string.Join(' ', serves));
        return profile.Founded is { } founded && founded != known.Founded
            ? Fixed("founding day", known.Founded is { } day ? Calendar.Text(day) : "none", Calendar.Text(founded))
            : null;

        Answer.Refused Fixed(string field, string was, string given) => new(Refusal.ExistsWithDifferentContent,
            $"{known.Id} is registered with the {field} '{was}', not '{given}', and that never changes: "
            + $"send what is registered, or register a chamber of another id and merge {known.Id} into it");
    }

    private static Answer Whole(BatchAnswer answer) => answer switch
    {
        BatchAnswer.Refused refused => new Answer.Refused(refused.Lines[0].Reason, refused.Lines[0].Detail),
        BatchAnswer.Accepted accepted =>
            accepted.Lines.OfType<Answer.Recorded>().SelectMany(r => r.Entries).ToList() is { Count: > 0 } all
                ? new Answer.Recorded(all) : accepted.Lines[^1],
        _ => throw new InvariantException("a batch is accepted or refused"),
    };

    /// <summary>The last entry that said something of the profile: what the first sending was answered with.</summary>
    private static SealedEntry LastSaid(IReadOnlyList<SealedEntry> entries, ChamberProfile profile) =>
        entries.Last(e => SaysName(e) || (profile.Attributes ?? new Dictionary<string, string>()).Keys.Any(a => Sets(e, a)));

    private static bool SaysName(SealedEntry entry) => entry.Body is ChamberRegistered or ChamberRenamed;

    private static bool Sets(SealedEntry entry, string attribute) =>
        entry.Body is ChamberAttributeSet set && set.Attribute == attribute;

    private static EntryId Id(string what, string[] said, DateOnly today, SealedEntry? replaced)
    {
        var writer = new CanonicalWriter().List(said, (w, text) => w.Text(text)).Day(today).Whole(replaced?.Sequence ?? 0);
        return new EntryId($"{what}-{Digest.Of(writer.Written).ToString()[..32]}");
    }
}
