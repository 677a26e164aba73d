using System.Text.Json;
using MicroPoints.Activities;
using MicroPoints.Chambers;

namespace MicroPoints.Orleans.Tests;

/// <summary>Commands and answers arrive as they were sent.</summary>
public sealed class CoreJsonTests
{
    private static readonly EntryId Id = new("id-1");
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static LedgerState Ledger()
    {
        var state = new LedgerState(Sample.East);
        state.Apply(SealedEntry.Seal(state.Stream, Head.Empty, new Draft(new EntryId("register"), Sample.Clerk.Id, Sample.Now, null,
            Sample.Registration("East", Sample.County).Entry, new SaltedText(new byte[16], "why"))));
        return state;
    }

    public static IEnumerable<LedgerCommand> Commands()
    {
        Measured[] measures = [new Measured.Count(3), new Measured.Quantity(1234), new Measured.Rate(8, 7, 9), new Measured.Share(1, 2),
            new Measured.Option("signed"), new Measured.Flag(false), new Measured.Awarded(new Points(150))];
        foreach (var measured in measures) yield return new RecordActivity(Id, Sample.Visited, On.Parse("2026Q1"), measured, Day, Day,
            "key", new Part(1, 3), "理由", [Digest.OfText("a")]);
        yield return Sample.Visit("least");
        yield return new ReverseActivity(Id, new EntryId("target"), "why");
        yield return new ClosePeriod(Id, Period.Parse("2026Q2"), new RoundId("round-1"));
        yield return new OpenLateWindow(Id, Sample.Year2026, Day, "why");
        yield return new CarryActivities(Id, Day, Ledger(), new HashSet<EntryId> { Id });
        yield return new AtHead(Sample.Visit("bound"), new Head(7, Digest.OfText("head")));
        ChamberCommand[] changes = [Sample.Registration("East", Sample.County), new RenameChamber(Id, "东街商会", Day),
            new SetChamberAttribute(Id, "party", "yes", Day), new DissolveChamber(Id, Day), new MergeChamberInto(Id, Sample.Union, Day),
            new SplitChamberInto(Id, [Sample.East, Sample.West], Day)];
        foreach (var change in changes) yield return new ChangeChamber(change);
    }

    private static T Sent<T>(T value) =>
        JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, CoreJson.Options), CoreJson.Options)!;

    [Fact]
    public void Every_command_arrives_as_it_was_sent()
    {
        var commands = Commands().ToArray();
        foreach (var (before, after) in commands.Zip(Sent(commands)))
        {
            Assert.Equal(before.GetType(), after.GetType());
            Assert.Equal(JsonSerializer.Serialize(before, CoreJson.Options), JsonSerializer.Serialize(after, CoreJson.Options));
            if (before is RecordActivity { Evidence: null } or ReverseActivity or ClosePeriod or AtHead) Assert.Equal(before, after);
        }
        var carried = (CarryActivities)Sent<LedgerCommand>(commands.OfType<CarryActivities>().Single());
        Assert.Equal(Ledger().Head, carried.Predecessor.Head);
        Assert.Equal("why", carried.Predecessor.Entries[0].Reason!.Text);
    }

    [Fact]
    public void No_command_measure_or_change_of_the_register_is_left_out()
    {
        var sent = Commands().SelectMany(c => (object[])[c, .. c is ChangeChamber change ? [change.Change] : Array.Empty<object>(),
            .. c is RecordActivity record ? [record.Measured] : Array.Empty<object>()]).Select(o => o.GetType()).ToHashSet();
        Type[] kinds = [typeof(LedgerCommand), typeof(ChamberCommand), typeof(Measured)];
        Assert.Empty(typeof(LedgerCommand).Assembly.GetTypes().Concat(typeof(AtHead).Assembly.GetTypes())
            .Where(t => !t.IsAbstract && kinds.Any(k => k.IsAssignableFrom(t))).Except(sent));
    }

    [Fact]
    public void Every_answer_arrives_as_it_was_given()
    {
        var entry = Ledger().Entries[0];
        BatchAnswer[] answers = [new BatchAnswer.Accepted([new Answer.Recorded([entry]), new Answer.Exists(entry)], entry.Head),
            new BatchAnswer.Refused([new RefusedLine(3, Refusal.PeriodClosed, "closed")])];
        var accepted = Assert.IsType<BatchAnswer.Accepted>(Sent(answers)[0]);
        Assert.Equal(entry.Head, accepted.Head);
        Assert.Equal(entry.Hash, Assert.IsType<Answer.Recorded>(accepted.Lines[0]).Entries[0].Hash);
        Assert.Equal("why", Assert.IsType<Answer.Exists>(accepted.Lines[1]).First.Reason!.Text);
        Assert.Equal(((BatchAnswer.Refused)answers[1]).Lines, Assert.IsType<BatchAnswer.Refused>(Sent(answers)[1]).Lines);
    }
}
