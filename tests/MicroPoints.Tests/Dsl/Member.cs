using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests;

/// <summary>A chamber as a test writes it: what it did, and what the register and earlier rounds say of it.</summary>
internal sealed record Member(string Id, params Line[] Did)
{
    public string Seat { get; init; } = "450123001";
    public string Kind { get; init; } = "township";
    public string? Founded { get; init; }
    public string? Dissolved { get; init; }
    public (string Attribute, string Value, string On)[] Attributes { get; init; } = [];
    public string[] NotApplicable { get; init; } = [];
    public EarlierResult[] History { get; init; } = [];

    /// <summary>A ledger that a test wrote itself, instead of the lines above.</summary>
    public LedgerState? Written { get; init; }

    /// <summary>Its ledger, written by the commands that a host would run.</summary>
    public LedgerState Ledger() => Written ?? Write();

    private LedgerState Write()
    {
        var ledger = new LedgerState(new ChamberId(Id));
        var seat = new RegionCode(Seat);
        Append(ledger, D("1990-01-01"), Change(new RegisterChamber(
            new EntryId("registered"), Id, Kind, seat, [], Day(Founded))), Founded);
        foreach (var (attribute, value, on) in Attributes)
            Append(ledger, D(on), Change(new SetChamberAttribute(
                new EntryId($"set-{ledger.Head.Sequence}"), attribute, value, D(on))));
        for (var i = 0; i < Did.Length; i++) Append(ledger, Did[i].RecordedDay, Did[i].Command($"did-{i + 1}"));
        for (var i = 0; i < Did.Length; i++)
            if (Did[i].TakenBack is { } day)
                Append(ledger, D(day), new ReverseActivity(
                    new EntryId($"undo-{i + 1}"), new EntryId(Did[i].Id ?? $"did-{i + 1}"), "a mistake"));
        if (Dissolved is { } end) Append(ledger, D(end), Change(new DissolveChamber(new EntryId("ended"), D(end))));
        return ledger;
    }

    private static LedgerCommand Change(ChamberCommand change) => new ChangeChamber(change);

    private static DateOnly? Day(string? text) => text is null ? null : D(text);

    private static void Append(LedgerState ledger, DateOnly day, LedgerCommand command, string? founded = null)
    {
        var on = Day(founded) is { } later && later > day ? later : day;
        var view = new LedgerView(ledger);
        var decision = view.Judge(command, Kinds.All, Contexts.On(on));
        view.Apply(Assert.IsType<Decision.Accepted>(decision));
        foreach (var entry in view.Pending) ledger.Apply(entry);
    }
}

/// <summary>Who gives commands in tests, and when.</summary>
internal static class Contexts
{
    public static readonly Actor Clerk = new(new ActorId("clerk"), Role.Clerk, new RegionCode("450123"));
    public static readonly Actor Approver = new(new ActorId("approver"), Role.Approver, RegionCode.Nation);
    public static readonly Actor Reader = new(new ActorId("reader"), Role.Reader, RegionCode.Nation);

    private static readonly byte[] Salt = [.. Enumerable.Range(1, SaltedText.SaltBytes).Select(i => (byte)i)];

    /// <summary>Noon in Shanghai on a day.</summary>
    public static Context On(DateOnly day, Actor? by = null) => new(by ?? Approver, Noon(day), null, Salt);

    public static Context On(string day, Actor? by = null) => On(D(day), by);

    public static DateTimeOffset Noon(DateOnly day) =>
        new(day.ToDateTime(new TimeOnly(12, 0)), Calendar.ShanghaiOffset);
}
