using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Tests;

/// <summary>One ledger and what commands come to: given lines, when a command, then an answer.</summary>
internal sealed class Book
{
    private Decision? _answer;

    private Book(LedgerState ledger) => Ledger = ledger;

    public LedgerState Ledger { get; }
    public Decision? Answer => _answer;

    public static Book Unregistered(string id = "a") => new(new LedgerState(new ChamberId(id)));

    /// <summary>A chamber on the register, with these activities recorded.</summary>
    public static Book Of(params Line[] lines) => Named("a", lines);

    public static Book Named(string id, params Line[] lines) => new(new Member(id, lines).Ledger());

    public static Book Holding(LedgerState ledger) => new(ledger);

    /// <summary>Runs one command at noon of a day; the approver gives it where nobody is named.</summary>
    public Book When(LedgerCommand command, Actor? by = null, string on = "2026-12-31", string? salt = null)
    {
        var view = new LedgerView(Ledger);
        var context = Contexts.On(on, by);
        if (salt is not null) context = context with { Salt = System.Text.Encoding.ASCII.GetBytes(salt.PadRight(16)) };
        _answer = view.Judge(command, Kinds.All, context);
        if (_answer is Decision.Accepted accepted) view.Apply(accepted);
        foreach (var entry in view.Pending) Ledger.Apply(entry);
        return this;
    }

    public Book When(Line line, string id, Actor? by = null, string on = "2026-12-31") =>
        When(line.Command(id), by, on);

    public Book When(ChamberCommand change, Actor? by = null, string on = "2026-12-31") =>
        When(new ChangeChamber(change), by, on);

    public Book Reverse(string target, string id = "undo", string reason = "a mistake", Actor? by = null,
        string on = "2026-12-31") =>
        When(new ReverseActivity(new EntryId(id), new EntryId(target), reason), by, on);

    public Book Close(string period) => When(
        new ClosePeriod(new EntryId($"close-{period}"), Period.Parse(period), new RoundId("round-1"))).ThenAccepted();

    public Book OpenLate(string period, string through, string on = "2027-01-05", Actor? by = null) => When(
        new OpenLateWindow(new EntryId($"late-{period}"), Period.Parse(period), Lines.D(through), "the post was late"),
            by, on);

    public Book ThenAccepted()
    {
        Assert.IsType<Decision.Accepted>(_answer);
        return this;
    }

    public Book ThenRefused(Refusal refusal)
    {
        var refused = Assert.IsType<Decision.Refused>(_answer);
        Assert.Equal(refusal, refused.Reason);
        Assert.NotEqual("", refused.Detail);
        return this;
    }

    public Book ThenDetail(string part)
    {
        Assert.Contains(part, Assert.IsType<Decision.Refused>(_answer).Detail);
        return this;
    }

    /// <summary>The first answer again: its sequence and its hash; nothing is added.</summary>
    public Book ThenExists(long sequence)
    {
        var first = Assert.IsType<Decision.Exists>(_answer).First;
        Assert.Equal(sequence, first.Sequence);
        Assert.Equal(Ledger.Entries[(int)sequence - 1].Hash, first.Hash);
        return this;
    }

    public Book ThenLength(int entries)
    {
        Assert.Equal(entries, Ledger.Entries.Count);
        return this;
    }

    public T Last<T>() where T : Entry => Assert.IsType<T>(Ledger.Entries[^1].Body);
}
