using MicroPoints.Conformance;
using MicroPoints.Runtime.Tests.Rounds;
using MicroPoints.Store.Embedded;

namespace MicroPoints.Runtime.Tests.Standings;

/// <summary>A locked period answers from its columns, and says what the ledgers say.</summary>
public sealed class StandingsListsTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly StandingsQuery Query = new("micro-points", Sample.Year2026, Sample.County, null, null, []);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("micropoints-");
    private readonly List<Exception> _told = [];
    private PeriodColumns _columns = null!;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Locking_a_round_compacts_its_period_and_both_lists_then_come_from_columns()
    {
        var desk = await Opened();
        var folded = await desk.Workspace.Lists.Ask(Query with { KnownAt = desk.Now }, null, Never);
        var before = Scores(await desk.Workspace.Standings.Ask(Query, null, Never));
        Assert.False(folded.FromColumns);
        Assert.IsType<Answer.Recorded>(await desk.Lock());
        await _columns.Settled;

        var (list, preview) = (await desk.Workspace.Lists.Ask(Query, null, Never), await Preview(desk));
        Assert.Equal((true, true), (list.FromColumns, preview.FromColumns));
        Assert.Equal(Said(folded), Said(list));
        Assert.Equal(Said(folded), Said(preview));
        Assert.Equal(before, list.Rows.Select(r => (r.Id, r.Total, r.Grade)));
        Assert.Contains(list.Rows, r => r.Total > Points.Zero);
    }

    [Fact]
    public async Task What_is_recorded_after_a_lock_moves_the_standings_and_not_the_round()
    {
        var desk = await Opened();
        await desk.Lock();
        await _columns.Settled;
        var locked = Said(await Preview(desk));
        await desk.Record(Sample.West, Sample.Visit("later", on: "2026-05-01", times: 4));

        var list = await desk.Workspace.Lists.Ask(Query, null, Never);
        Assert.False(list.FromColumns);
        Assert.NotEqual(locked, Said(list));
        var preview = await Preview(desk);
        Assert.Equal((true, locked), (preview.FromColumns, Said(preview)));
    }

    [Fact]
    public async Task A_round_with_admitted_entries_is_folded_with_them()
    {
        var desk = await Opened();
        await desk.Lock();
        await _columns.Settled;
        var locked = Said(await Preview(desk));
        await desk.Record(Sample.West, Sample.Visit("later", on: "2026-05-01", times: 4));
        Assert.IsType<Answer.Recorded>(await desk.Rounds.Admit(RoundDesk.Round, Sample.Id("admit"),
            [(Sample.West, Sample.Id("later"))], "forgotten", Sample.Approver, Never));

        var preview = await Preview(desk);
        Assert.False(preview.FromColumns);
        Assert.NotEqual(locked, Said(preview));
    }

    [Fact]
    public async Task What_was_known_before_the_lock_is_asked_of_the_ledgers()
    {
        var desk = await Opened();
        var early = desk.Now;
        desk.Now = early.AddDays(1);
        await desk.Record(Sample.West, Sample.Visit("next-day", on: "2026-05-01", times: 4));
        await desk.Lock();
        await _columns.Settled;
        var list = await desk.Workspace.Lists.Ask(Query with { KnownAt = early }, null, Never);
        Assert.False(list.FromColumns);
        Assert.True((await desk.Workspace.Lists.Ask(Query, null, Never)).FromColumns);
    }

    [Fact]
    public async Task What_a_list_keeps_is_taken_over_whether_columns_or_ledgers_said_it()
    {
        var desk = await Opened();
        var folded = await desk.Workspace.Lists.Ask(Query, null, Never);
        await desk.Lock();
        await _columns.Settled;
        var kept = await desk.Workspace.Lists.Ask(Query, null, Never);
        Assert.Equal((false, Said(folded)), (kept.FromColumns, Said(kept)));

        var another = await desk.Another();
        var list = await another.Lists.Ask(Query, null, Never);
        Assert.Equal((true, Said(folded)), (list.FromColumns, Said(list)));
        Assert.IsType<Answer.Recorded>(await another.Chambers.Run(
            Sample.West, Sample.Approver, Sample.Visit("later", on: "2026-05-01", times: 4), Never));
        var moved = await another.Lists.Ask(Query, null, Never);
        Assert.Equal(Said(await (await desk.Another()).Lists.Ask(Query with { KnownAt = desk.Now }, null, Never)), Said(moved));
        Assert.NotEqual(Said(folded), Said(moved));
    }

    [Fact]
    public async Task Scorecards_of_a_locked_period_say_the_same_from_columns_and_from_ledgers()
    {
        var desk = await Opened();
        await desk.Lock();
        await _columns.Settled;
        foreach (var whole in (await desk.Workspace.Standings.Ask(Query, null, Never)).Cards)
        {
            var card = Assert.Single((await desk.Workspace.Standings.Ask(Query, whole.Id, Never)).Cards);
            Assert.Equal((whole.Total, whole.Grade, whole.Places), (card.Total, card.Grade, card.Places));
            Assert.Equal(whole.Limits.Select(l => l.Finding.Sentence), card.Limits.Select(l => l.Finding.Sentence));
            Assert.Equal(whole.Outcomes.Select(o => (o.Status, o.Finding?.Sentence)),
                card.Outcomes.Select(o => (o.Status, o.Finding?.Sentence)));
        }
        Assert.True((await desk.Workspace.Lists.Ask(Query, null, Never)).FromColumns);
    }

    [Fact]
    public async Task Columns_that_are_damaged_inside_are_told_and_the_ledgers_answer()
    {
        var desk = await Opened();
        await desk.Lock();
        await _columns.Settled;
        var whole = await desk.Workspace.Lists.Ask(Query, null, Never);
        var path = Assert.Single(Directory.GetFiles(_folder.FullName, "*.col", SearchOption.AllDirectories));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.AsSpan().IndexOf("west"u8)] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        var (list, preview) = (await (await desk.Another()).Lists.Ask(Query, null, Never), await Preview(desk));
        Assert.Equal((true, false, false), (whole.FromColumns, list.FromColumns, preview.FromColumns));
        Assert.Equal((Said(whole), Said(whole)), (Said(list), Said(preview)));
        Assert.All(_told, e => Assert.IsType<StoreException>(e));
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public async Task A_compaction_that_fails_is_told_and_never_fails_the_lock()
    {
        var desk = await Opened();
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "derived"), "in the way");
        Assert.IsType<Answer.Recorded>(await desk.Lock());
        await _columns.Settled;
        Assert.IsAssignableFrom<IOException>(Assert.Single(_told));
        Assert.False((await Preview(desk)).FromColumns);
    }

    private async Task<RoundDesk> Opened()
    {
        var desk = await RoundDesk.OpenWith(
            log => _columns = new PeriodColumns(_folder.FullName, log, _told.Add), Sample.East, Sample.West, Sample.Union);
        await desk.Record(Sample.East, Sample.Visit("v1", on: "2026-03-01", times: 3));
        await desk.Record(Sample.East, Sample.Visit("v2", on: "2026-04-01", times: 5));
        await desk.Record(Sample.East, Sample.Reversal("u1", "v1"));
        await desk.Record(Sample.Union, Sample.Visit("v1", on: "2026-04-02", times: 2));
        return desk;
    }

    private static async Task<StandingsList> Preview(RoundDesk desk) =>
        await desk.Workspace.Lists.Preview(await desk.State(), null, Never);

    private static string Said(StandingsList list) => string.Join('\n', list.Rows.Select(r =>
        $"{r.Id} {r.Name} {r.IsRanked} {r.Total} {string.Join(',', r.Categories)} {r.Grade} {r.Class} {r.Places} {r.BarredBy} "
        + $"{string.Join(',', r.Limits)} {string.Join(',', r.Outcomes)}"));

    private static IEnumerable<(ChamberId, Points, string?)> Scores(StandingsAnswer answer) =>
        answer.Cards.Select(c => (c.Id, c.Total, c.Grade)).ToList();
}
