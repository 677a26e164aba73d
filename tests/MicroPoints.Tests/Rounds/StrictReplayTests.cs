using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Rounds;

/// <summary>A replay holds a proof to what a log and a meeting are held to, even where every hash fits.</summary>
public sealed class StrictReplayTests
{
    private static readonly SmallRound Small = new();

    private static string Fault(SmallRound small, byte[] proof) =>
        Assert.Throws<ProofException>(() => Replay.Run(proof, small)).Message;

    private static List<SealedEntry> Chained(IEnumerable<SealedEntry> entries, params (string Id, Entry Body)[] more)
    {
        List<SealedEntry> chain = [.. entries];
        foreach (var (id, body) in more) chain.Add(SealedEntry.Seal(chain[0].Stream, chain[^1].Head, new Draft(
            new EntryId(id), Contexts.Approver.Id, chain[^1].At, null, body, null)));
        return chain;
    }

    /// <summary>A round over a ledger with an entry that no command would have written.</summary>
    private static void FindsInLedger(string message, string id, Entry body)
    {
        var last = Small.Ledgers[1];
        var small = new SmallRound
        {
            Ledgers = [Small.Ledgers[0], last with { Entries = Chained(last.Entries, (id, body)) }],
        };
        Assert.Contains(message, Fault(small, small.Proof()));
    }

    [Fact]
    public void An_entry_type_of_another_stream_in_a_ledger_is_found() =>
        FindsInLedger("no fold", "x", new RoundApplied(new ChamberId("b")));

    [Fact]
    public void An_id_twice_in_a_ledger_is_found() =>
        FindsInLedger("unique", "did-1", new PeriodClosed(Period.Year(2025), SmallRound.Id));

    [Fact]
    public void A_reversal_of_an_unknown_entry_is_found() =>
        FindsInLedger("does not hold", "x", new ActivityReversed(new EntryId("never"), []));

    private static byte[] WithRound(params (string Id, Entry Body)[] more)
    {
        var locked = SmallRound.After(SmallRound.Open, Small.Lock).Entries;
        var round = Chained(locked, more);
        var decided = round.Select(e => e.Body).OfType<RoundDecided>().First();
        return Proof.Write(Small.Content() with
        {
            Round = round,
            Result = ResultWriter.Write(SmallRound.Id, Small.Evaluation, decided),
        });
    }

    [Fact]
    public void An_entry_type_of_another_stream_in_the_round_is_found() => Assert.Contains("no fold",
        Fault(Small, WithRound(("decide", SmallRound.Decided()), ("x", new ActivityReversed(new EntryId("y"), [])))));

    [Fact]
    public void A_step_out_of_order_in_the_round_is_found() => Assert.Contains("moves to", Fault(Small, WithRound(
        ("seal", new RoundSealed(Digest.Zero, Digest.Zero, [Evaluator.Engine], [])), ("decide", SmallRound.Decided()))));

    [Theory]
    [InlineData("z", true, "reason", "ChamberUnknown")]
    [InlineData("b", false, " ", "SelectionReasonMissing")]
    [InlineData("a", true, "reason", "SelectionOverQuota")]
    public void A_departure_that_the_meeting_may_not_make_is_found(
        string chamber, bool selected, string reason, string refusal) => Assert.Contains(refusal, Fault(Small, WithRound(
            ("decide", SmallRound.Decided(new Departure("award", new ChamberId(chamber), selected, reason))))));
}
