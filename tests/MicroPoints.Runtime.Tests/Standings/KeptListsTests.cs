using MicroPoints.Activities;
using MicroPoints.Conformance;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime.Tests.Rounds;
using MicroPoints.Streams;

namespace MicroPoints.Runtime.Tests.Standings;

/// <summary>A list that takes over what did not move says what one worked out from nothing says.</summary>
public sealed class KeptListsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly StandingsQuery Live = new("micro-points", Sample.Year2026, Sample.County, null, null, []);

    private static async Task<StandingsList> Ask(RoundDesk desk) => await desk.Workspace.Lists.Ask(Live, null, Never);

    [Fact]
    public async Task A_list_is_kept_while_nothing_is_recorded()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        Assert.Same(await Ask(desk), await Ask(desk));
    }

    [Fact]
    public async Task What_is_recorded_elsewhere_leaves_the_rows_and_renews_the_instant()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        var before = await Ask(desk);
        desk.Now = desk.Now.AddMinutes(1);
        Assert.IsType<Answer.Recorded>(await desk.Workspace.Chambers.Run(new ChamberId("far"), Sample.Province,
            new ChangeChamber(Sample.Registration("far", Sample.Elsewhere)), Never));
        var after = await Ask(desk);
        Assert.Same(before.Rows, after.Rows);
        Assert.Equal((desk.Now, before.At.Day), (after.At.KnownAt, after.At.Day));
    }

    [Fact]
    public async Task An_earlier_round_that_is_sealed_meanwhile_is_history()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        var rehearsed = new RoundId("rehearsed-2025");
        await OpenRound(desk, rehearsed, Period.Year(2025));
        Assert.IsType<Answer.Recorded>(await desk.Rounds.Lock(rehearsed, null, false, Sample.Approver, null, Never));
        Assert.IsType<Answer.Recorded>(await desk.Rounds.Decide(rehearsed, new RoundDecided("主席办公会",
            Calendar.DayOf(desk.Now), "1", "同意", []), Sample.Approver, null, Never));
        var (answer, _) = await desk.Rounds.Seal(rehearsed, Sample.Approver, _ => ValueTask.CompletedTask, null, Never);
        Assert.IsNotType<Answer.Refused>(answer);
        await SameAsAnew(desk);
        var before = await Ask(desk);
        // A chamber in the lowest grade for the second time is guided to improve; a rehearsal is no first time.
        await AppendAsAnnual(desk, await desk.Rounds.Load(rehearsed, Never));
        await SameAsAnew(desk);
        Assert.NotEqual(Said(before), Said(await Ask(desk)));
    }

    /// <summary>What a sealed rehearsal says, in the log as if a year had really been evaluated.</summary>
    private static async Task AppendAsAnnual(RoundDesk desk, RoundState rehearsed)
    {
        var (stream, head, entries) = (StreamId.Of(new RoundId("annual-2025")), Head.Empty, new List<SealedEntry>());
        foreach (var entry in rehearsed.Entries)
        {
            var body = entry.Body is RoundOpened opened ? opened with { Purpose = RoundPurpose.Annual } : entry.Body;
            entries.Add(SealedEntry.Seal(stream, head, new Draft(entry.Id, entry.By, entry.At, entry.Rules, body)));
            head = entries[^1].Head;
        }
        Assert.IsType<AppendResult.Appended>(await desk.Workspace.Log.Append(stream, Head.Empty, entries, Never));
    }

    [Fact]
    public async Task A_clock_set_back_hides_no_entry()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        var start = desk.Now;
        var before = await Ask(desk);
        desk.Now = start.AddHours(2);
        await desk.Record(Sample.East, Sample.Visit("v"));
        desk.Now = start.AddHours(1);
        await SameAsAnew(desk);
        var after = await Ask(desk);
        Assert.Equal((true, false), (after.Rows[0].Total > before.Rows[0].Total, after.Rows[1].Total > before.Rows[1].Total));
        Assert.Equal(start.AddHours(2), after.At.KnownAt);
    }

    [Fact]
    public async Task A_clock_set_back_hides_no_declaration()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        var start = desk.Now;
        await desk.Record(Sample.West, Planned("plan"));
        var before = await Ask(desk);
        desk.Now = start.AddHours(2);
        await Declare(desk, "quiet", Sample.West);
        desk.Now = start.AddHours(1);
        await SameAsAnew(desk);
        Assert.NotEqual(Said(before), Said(await Ask(desk)));
    }

    [Fact]
    public async Task An_answer_given_while_a_declaration_is_taken_over_does_not_outlive_it()
    {
        var desk = await RoundDesk.Open(Sample.East, Sample.West);
        await desk.Record(Sample.West, Planned("plan"));
        var before = await Ask(desk);
        StandingsList? between = null;
        // Told of after the append and before the region is in force here.
        desk.Workspace.Watched.Appended += stream =>
        {
            if (stream.Type == StreamType.Region) between = Ask(desk).GetAwaiter().GetResult();
        };
        await Declare(desk, "quiet", Sample.West);
        Assert.Equal(Said(before), Said(between!));
        await SameAsAnew(desk);
        Assert.NotEqual(Said(before), Said(await Ask(desk)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_is_recorded_the_list_and_a_scorecard_say_what_is_worked_out_anew(int seed)
    {
        var random = new Random(seed);
        var desk = await RoundDesk.Open(Sample.East, Sample.West, Sample.Union);
        var chambers = new List<ChamberId> { Sample.East, Sample.West, Sample.Union };
        for (var step = 0; step < 40; step++)
        {
            for (var i = random.Next(3); i >= 0; i--) await Something(desk, chambers, step * 10 + i, random);
            var anew = await SameAsAnew(desk);
            var chamber = chambers[random.Next(chambers.Count)];
            var card = await desk.Workspace.Standings.Ask(Live, chamber, Never);
            Assert.Equal(Cards(anew with { Cards = [.. anew.Cards.Where(c => c.Id == chamber)] }), Cards(card));
        }
    }

    private static async Task Something(RoundDesk desk, List<ChamberId> chambers, int number, Random random)
    {
        var chamber = chambers[random.Next(chambers.Count)];
        var (id, on) = ($"e{number}", On.Day(Calendar.DayOf(desk.Now).AddDays(-random.Next(60))));
        switch (random.Next(9))
        {
            case 0:
                await Run(Planned(id));
                break;
            case 1:
                await Run(new RecordActivity(Sample.Id(id), Sample.Visited, on, new Measured.Count(random.Next(1, 9))));
                break;
            case 2:
                await Run(new RecordActivity(Sample.Id(id), new KindId("project.brokered"), on, new Measured.Option("landed"), Key: id));
                break;
            case 3:
                await Run(new RecordActivity(Sample.Id(id), new KindId("dishonesty.listed"), on,
                    new Measured.Option(random.Next(2) == 0 ? "listed" : "not-listed")));
                break;
            case 4:
                await Run(Sample.Reversal(id, $"e{random.Next(Math.Max(1, number))}"));
                break;
            case 5:
                chambers.Add(new ChamberId($"c{number}"));
                await desk.Record(chambers[^1], new ChangeChamber(Sample.Registration(chambers[^1].Value, Sample.County)));
                break;
            case 6:
                await Declare(desk, id, chamber);
                break;
            case 7:
                var (adopted, day) = await Adopted(desk);
                await desk.Workspace.Adopt(Sample.County, new AdoptRuleset(Sample.Id(id), adopted, day,
                    new Dictionary<string, SettingValue> { ["unregistered-limit"] = SettingValue.Of(random.Next(2) == 0) }),
                    Sample.Approver, Never);
                break;
            default:
                desk.Now = desk.Now.AddHours(random.Next(-3, 9));
                // A kept answer is about the instant it was worked out at, whatever the clock says, until something is recorded.
                await OpenRound(desk, new RoundId($"r{number}"), Sample.Year2026);
                break;
        }

        async Task Run(LedgerCommand command) => await desk.Workspace.Chambers.Run(chamber, Sample.Approver, command, Never);
    }

    /// <summary>Half of the points for emergencies; where the other half does not apply they count twice.</summary>
    private static RecordActivity Planned(string id) => new(Sample.Id(id), new KindId("emergency-plan.adopted"),
        On.Day(new DateOnly(2026, 3, 1)), new Measured.Flag(true));

    private static async Task Declare(RoundDesk desk, string id, ChamberId chamber) => await desk.Workspace.Declare(Sample.County,
        new DeclareNotApplicable(Sample.Id(id), (await Adopted(desk)).Ruleset, Sample.Year2026, "X1", chamber, "安静"),
        Sample.Approver, Never);

    private static async Task OpenRound(RoundDesk desk, RoundId id, Period period) =>
        Assert.IsType<Answer.Recorded>(await desk.Rounds.Open(id, new RoundOpened(
            "micro-points", period, Sample.County, [], RoundPurpose.Rehearsal, "light", null), Sample.Approver, Never));

    private static async Task<(Ruleset Ruleset, DateOnly Day)> Adopted(RoundDesk desk)
    {
        var adoption = desk.Workspace.Regions.AdoptionOf("micro-points", Sample.County, AsOf.On(desk.Workspace.Today))!;
        return ((await desk.Workspace.Library.Get(adoption.Ruleset, adoption.Hash, desk.Workspace.Kinds, Never)).Ruleset,
            desk.Workspace.Today);
    }

    /// <summary>The live list equals the scorecards of a workspace that has kept nothing.</summary>
    private static async Task<StandingsAnswer> SameAsAnew(RoundDesk desk)
    {
        var anew = await (await desk.Another()).Standings.Ask(Live, null, Never);
        var list = await Ask(desk);
        Assert.Equal(anew.At.Day, list.At.Day);
        Assert.Equal(string.Join('\n', anew.Cards.Select(c => Said(ListedStanding.Of(c, anew.Names[c.Id])))), Said(list));
        return anew;
    }

    private static string Said(StandingsList list) => string.Join('\n', list.Rows.Select(Said));

    private static string Said(ListedStanding r) =>
        $"{r.Id} {r.Name} {r.Seat} {r.IsRanked} {r.Total} {string.Join(',', r.Categories)} {r.Grade} {r.Class} {r.Places} {r.BarredBy} "
        + $"{string.Join(',', r.Limits)} {string.Join(',', r.Outcomes)}";

    private static string Cards(StandingsAnswer answer) => string.Join('\n', answer.Cards.Select(c =>
        Said(ListedStanding.Of(c, answer.Names[c.Id])) + string.Join('\n', c.Card.Lines.Select(l => $"{l.Indicator.Id} {l.Raw} {l.Points}"))
        + string.Join('\n', c.Limits.Select(l => l.Finding.Sentence)) + string.Join('\n', c.Outcomes.Select(o => o.Finding?.Sentence))));
}
