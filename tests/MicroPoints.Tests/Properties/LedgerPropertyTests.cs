using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Standings;
using MicroPoints.Streams;
using static MicroPoints.Tests.Lines;
using static MicroPoints.Tests.Rules;

namespace MicroPoints.Tests.Properties;

/// <summary>What holds for every ledger: replay equals increment, a reversal restores, order changes nothing.</summary>
public sealed class LedgerPropertyTests
{
    [Fact]
    public void Replay_equals_increment_at_every_prefix() => Seeds.ForEach(300, random =>
    {
        var ledger = SomeLedger.Of(random);
        var increment = new LedgerState(ledger.Id);
        for (var length = 1; length <= ledger.Entries.Count; length++)
        {
            increment.Apply(ledger.Entries[length - 1]);
            IReadOnlyList<SealedEntry> prefix = [.. ledger.Entries.Take(length)];
            Assert.Equal(LedgerFold.At(prefix, AsOf.On(Limits.LastDay)).Digest(), increment.Tally.Digest());
        }
    });

    [Fact]
    public void A_snapshot_taken_anywhere_goes_on_to_the_same_ledger() => Seeds.ForEach(300, random =>
    {
        var ledger = SomeLedger.Of(random);
        var whole = new LedgerState(ledger.Id);
        var kept = random.Next(ledger.Entries.Count + 1);
        foreach (var entry in ledger.Entries.Take(kept)) whole.Apply(entry);
        var resumed = Reread(whole);
        foreach (var entry in ledger.Entries.Skip(kept))
        {
            if (entry.Body is ActivityReversed reversed)
                resumed.TakeUp(ledger.Entries.Take((int)resumed.Head.Sequence).Where(e => e.Id == reversed.Target));
            resumed.Apply(entry);
            if (random.Often(0.5)) resumed.LetGo();
        }
        Assert.Equal(Snapshot(ledger), Snapshot(resumed));
        Assert.Equal(ledger.Tally.Digest(), resumed.Tally.Digest());
        Assert.Equal((ledger.Head, ledger.LastInstant), (resumed.Head, resumed.LastInstant));
    });

    [Fact]
    public void A_tally_through_a_month_end_is_the_fold_of_the_facts_up_to_it() => Seeds.ForEach(300, random =>
    {
        var ledger = SomeLedger.Of(random);
        var day = Calendar.MonthEnd(random.Day());
        Assert.Equal(LedgerFold.At(ledger.Entries, AsOf.On(day)).Digest(), ledger.Tally.Through(day).Digest());
    });

    private static LedgerState Reread(LedgerState ledger)
    {
        var bytes = Snapshot(ledger);
        var reader = new CanonicalReader(bytes);
        var read = LedgerSnapshot.Read(ref reader);
        Assert.Equal(bytes, Snapshot(read));
        return read;
    }

    private static byte[] Snapshot(LedgerState ledger)
    {
        var writer = new CanonicalWriter();
        LedgerSnapshot.Write(writer, ledger);
        return writer.ToArray();
    }

    [Fact]
    public void A_reversal_restores_the_tally() => Seeds.ForEach(300, random =>
    {
        var book = Book.Holding(SomeLedger.Of(random));
        var before = book.Ledger.Tally.Digest();
        book.When(SomeLedger.Line(random) with { Id = "extra" }, "extra", on: "2028-06-01").ThenAccepted();
        Assert.NotEqual(before, book.Ledger.Tally.Digest());
        book.Reverse("extra", id: "undo-extra", on: "2028-06-02").ThenAccepted();
        Assert.Equal(before, book.Ledger.Tally.Digest());
    });

    [Fact]
    public void Different_ledgers_have_different_tallies() => Seeds.ForEach(200, random =>
    {
        var (one, two) = (SomeLedger.Line(random), SomeLedger.Line(random));
        if (one == two) return;
        Assert.NotEqual(new Member("a", one).Ledger().Tally.Digest(), new Member("a", two).Ledger().Tally.Digest());
    });

    private static readonly MicroPoints.Rulesets.Ruleset Broad = Of(
        Line("M1", PerCount(0.5m), "visit", "case").Capped(9), Line("S", Tier(50, (80, 4), (40, 1)), "survey"),
        Line("V", OncePerKey(true, ("signed", 2), ("landed", 5)), "project").Capped(5).Into("J"), Line("J", null),
        Line("E", new MicroPoints.Rulesets.Score.AgainstPeers(N(5), N(1), N(2)), "money"),
        Line("Q", new MicroPoints.Rulesets.Score.PerPeriod(N(0.33m), MicroPoints.Rulesets.PeriodPart.Month), "visit",
            "medal")) with
    {
        Grades = [Grade("A", 8, Count(2)), Grade("B", 3, Count(2)), Grade("C", 0)],
        Limits = [Limit("L", State("party", "due")) with { GradesDown = N(1) }],
        Outcomes = [Outcome("award", null, Percent(40, MicroPoints.Rulesets.QuotaOf.Ranked))],
    };

    private static string Shown(Scorecard card) => $"{card.Id} {card.Total} {card.Grade} {card.Places} "
        + string.Join(',', card.Card.Lines.Select(l => $"{l.Indicator.Id}={l.Counted}:{l.Points}"))
            + string.Join(',', card.Outcomes.Select(o => o.Status));

    [Fact]
    public void The_order_in_which_chambers_come_never_changes_a_result() => Seeds.ForEach(60, random =>
    {
        Member[] members =
            [.. Enumerable.Range(0, random.Next(2, 7))
            .Select(i => new Member($"m{i}") { Written = SomeLedger.Of(random, $"m{i}") })];
        var expected = Scored.GivenChambers(members).Under(Broad).All.Select(Shown);
        random.Shuffle(members);
        Assert.Equal(expected, Scored.GivenChambers(members).Under(Broad).All.Select(Shown));
    });

    [Fact]
    public void The_order_in_which_facts_were_recorded_never_changes_what_is_counted() => Seeds.ForEach(100, random =>
    {
        Line[] lines =
            [.. Enumerable.Range(0, 12).Select(_ => SomeLedger.Line(random)).Where(l => l.Kind is not ("survey" or "party"))];
        var expected = Shown(new Scored(new Member("a", lines)).Under(Broad)[null]);
        random.Shuffle(lines);
        Assert.Equal(expected, Shown(new Scored(new Member("a", lines)).Under(Broad)[null]));
    });

    [Fact]
    public void As_of_a_month_end_the_kept_sums_answer_as_a_fold_of_that_day_does() => Seeds.ForEach(100, random =>
    {
        var ledger = SomeLedger.Of(random);
        var day = Calendar.MonthEnd(random.Day(2025, 2027));
        var (kept, folded) = (ledger.Tally, LedgerFold.At(ledger.Entries, AsOf.On(day)));
        string Read(Tally tally) =>
            Shown(new Evaluator(Broad, new Dictionary<string, MicroPoints.Rulesets.SettingValue>())
            .Evaluate([FactsBuilder.Build(
            new Question(Broad, Kinds.All, Period.Year(day.Year), RegionCode.Nation, [], AsOf.On(day),
                new HashSet<ChamberId>()),
            ledger.Chamber!, tally, new Dictionary<string, string>(), [])])[0]);
        Assert.Equal(Read(folded), Read(kept));
    });

    [Fact]
    public void A_batch_seals_what_its_lines_one_by_one_would_have_sealed() => Seeds.ForEach(100, random =>
    {
        LedgerCommand[] commands = [.. Enumerable.Range(0, 8).Select(i => random.Often(0.2) && i > 0
            ? (LedgerCommand)new ReverseActivity(new EntryId($"u{i}"), new EntryId($"x{random.Next(i)}"), "why")
            : SomeLedger.Line(random).Command($"x{i}"))];
        var (single, batch) = (Book.Of(), new LedgerView(Book.Of().Ledger));
        foreach (var command in commands)
        {
            single.When(command, on: "2028-06-01");
            if (batch.Judge(command, Kinds.All, Contexts.On("2028-06-01")) is Decision.Accepted accepted) batch.Apply(
                accepted);
        }
        Assert.Equal(single.Ledger.Head, batch.Head);
    });
}
