using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Store.Embedded.Tests.Columns;

/// <summary>Files of columns: what they hold, what they refuse, and that a table from them is the one of a fold.</summary>
public sealed class PeriodColumnsTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly TempStore _store = new();
    private readonly MemoryEventLog _log = new();
    private Heads _heads = Heads.None;

    private string Folder => Path.Combine(_store.Places.Derived, "columns");
    private string File => Assert.Single(Directory.GetFiles(Folder));

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 3; i++) await _log.Record(new ChamberId($"c{i}"), new Random(i), facts: 80);
        _heads = await _log.Cut(RegionCode.Nation, Never);
        await PeriodColumns.Write(_store.Root, Sample.Year2026, _heads, _log, Never);
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2025")]
    [InlineData("2025-2026")]
    [InlineData("2026Q2")]
    public async Task Tallies_from_columns_are_those_of_a_fold(string text)
    {
        var period = Period.Parse(text);
        await PeriodColumns.Write(_store.Root, period, _heads, _log, Never);
        using var file = PeriodColumns.Open(_store.Root, period, _heads)!;
        var reader = file.NewReader(null, period.LastDay);
        reader.Load(0);
        await foreach (var folded in new TallySource(_log).At(_heads, period, Never))
        {
            Assert.True(reader.Next());
            Assert.Equal((folded.Id, folded.Head), (reader.Id, reader.Head));
            Assert.Equal((folded.Register!.Name, folded.Register.Seat), (reader.Register!.Name, reader.Register.Seat));
            Assert.Equal(folded.Tally.Digest(), reader.TallyOf(null).Digest());
        }
        Assert.False(reader.Next());
    }

    [Theory]
    [InlineData("2026-12-31")]
    [InlineData("2026-05-17")]
    public async Task A_table_from_columns_is_the_table_of_folded_facts(string asOf)
    {
        var at = AsOf.On(On.Parse(asOf).Last);
        var question = new Question(
            ColumnRules.Ruleset, Sample.Kinds, Sample.Year2026, RegionCode.Nation, [], at, new HashSet<ChamberId>());
        Dictionary<string, string> Declared(ChamberId id) => id.Value == "c1" ? new() { ["M2"] = "none here" } : [];
        using var file = PeriodColumns.Open(_store.Root, Sample.Year2026, _heads)!;
        var table = TableRun.Of(file, new TableQuestion(
            question, new Dictionary<string, SettingValue>(), c => Declared(c.Id), _ => []), Never).Table;

        var facts = new List<ChamberFacts>();
        foreach (var (stream, _) in _heads)
        {
            var entries = await _log.Read(stream, 0, Never).ToListAsync();
            facts.Add(FactsBuilder.Build(question, LedgerFold.RegisterAt(entries, AsOf.Everything)!, LedgerFold.At(entries, at),
                Declared(new ChamberId(stream.Name)), []));
        }
        var cards = new Evaluator(ColumnRules.Ruleset, new Dictionary<string, SettingValue>()).Evaluate(facts);
        Assert.Equal(cards.Select(c => (c.Id, c.Total, c.Grade, c.Places)), cards.Select((_, i) => table[i])
            .Select(r => (r.Id, r.Total, r.Grade, r.Places)));
        Assert.All(cards, c => Assert.NotEqual(Points.Zero, c.Total));
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_refused()
    {
        var (path, whole) = (File, System.IO.File.ReadAllBytes(File));
        for (var at = 0; at < whole.Length; at += 97)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 4;
            System.IO.File.WriteAllBytes(path, bytes);
            Assert.Contains("delete it", Assert.Throws<StoreException>(ReadAll).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_cut_short_is_refused_and_counts_as_none()
    {
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..^40]);
        Assert.Throws<StoreException>(ReadAll);
        var told = new List<Exception>();
        Assert.Null(new PeriodColumns(_store.Root, _log, told.Add).Find(Sample.Year2026, _heads));
        Assert.IsType<StoreException>(Assert.Single(told));
    }

    [Fact]
    public async Task Other_heads_and_other_periods_find_no_columns()
    {
        Assert.Null(PeriodColumns.Open(_store.Root, Period.Year(2025), _heads));
        await _log.Record(new ChamberId("c9"), new Random(9), facts: 1);
        Assert.Null(PeriodColumns.Open(_store.Root, Sample.Year2026, await _log.Cut(RegionCode.Nation, Never)));
    }

    [Fact]
    public void A_file_under_the_name_of_other_columns_is_refused()
    {
        var other = File.Replace("2026-", "2025-", StringComparison.Ordinal);
        System.IO.File.Move(File, other);
        Assert.Contains("it is of 2026, not of 2025", Assert.Throws<StoreException>(
            () => PeriodColumns.Open(_store.Root, Period.Year(2025), _heads)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heads_that_the_log_does_not_hold_are_refused_and_leave_no_file()
    {
        PeriodColumns.DeleteAll(_store.Root);
        var wrong = Heads.Of(_heads.Select(h => h with { Head = h.Head with { Hash = Digest.OfText("another") } }));
        await Assert.ThrowsAsync<StoreException>(() => PeriodColumns.Write(_store.Root, Sample.Year2026, wrong, _log, Never));
        Assert.DoesNotContain(Directory.GetFiles(Folder), f => f.EndsWith(".col", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_begun_stands_once_settled_and_a_failure_is_told_and_stops_nothing()
    {
        PeriodColumns.DeleteAll(_store.Root);
        var told = new List<Exception>();
        await using var columns = new PeriodColumns(_store.Root, _log, told.Add);
        columns.Begin(Sample.Year2026, Heads.Of(_heads.Select(h => h with { Head = new Head(99_999, Digest.OfText("another")) })));
        columns.Begin(Sample.Year2026, _heads);
        await columns.Settled;
        Assert.Single(told);
        using var file = columns.Find(Sample.Year2026, _heads);
        Assert.Equal((3, 1), (file!.Chambers, file.Blocks));
    }

    private void ReadAll()
    {
        using var file = PeriodColumns.Open(_store.Root, Sample.Year2026, _heads)!;
        for (var block = 0; block < file.Blocks; block++) file.NewReader(null, Sample.Year2026.LastDay).Load(block);
    }
}
