using MicroPoints.Rounds;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Rounds;

/// <summary>A round in which a chamber trails by one visit, and has more visits recorded after the freeze.</summary>
internal static class Objection
{
    private static readonly ChamberId A = new("a"), B = new("b");

    /// <summary>The ledger of a: registered, eight visits, then one, three and one after the freeze.</summary>
    private static readonly FrozenLedger Full = new(A, new Member("a", Visits(8, "2026-04-01"),
        Visits(1, "2026-05-01").RecordedOn("2026-12-30"), Visits(3, "2026-06-01").RecordedOn("2027-01-08"),
        Visits(1, "2026-06-02").RecordedOn("2027-01-09")).Ledger().Entries);

    private static readonly FrozenLedger Other = new(B, new Member("b", Visits(9, "2026-04-01")).Ledger().Entries);

    private static SmallRound With(int entries, params AdmittedEntry[] admitted) => new()
    {
        Ledgers = [Full with { Entries = [.. Full.Entries.Take(entries)] }, Other],
        Frozen = [new FrozenHead(A, Full.Entries[1].Head), new FrozenHead(B, Other.Entries[^1].Head)],
        Admitted = admitted,
    };

    /// <summary>The nth entry of a, as an admission names it.</summary>
    public static AdmittedEntry Entry(int sequence) =>
        Full.Entries[sequence - 1] is var entry ? new(A, entry.Id, entry.Sequence, entry.Hash) : null!;

    public static SmallRound Locked => With(2);

    /// <summary>Three visits of January are admitted; one recorded before them, after the freeze, is not.</summary>
    public static SmallRound Accepted => With(4, Entry(4));

    /// <summary>Everything recorded after the freeze is read, and nothing is admitted.</summary>
    public static SmallRound Unadmitted => With(5);

    public static SmallRound Admitting(params AdmittedEntry[] admitted) => With(5, admitted);
}
