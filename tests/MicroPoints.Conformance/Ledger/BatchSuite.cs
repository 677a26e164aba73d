namespace MicroPoints.Conformance;

/// <summary>A batch is all or nothing for a chamber.</summary>
public abstract class BatchSuite : ChamberSuite
{
    [Fact]
    public async Task A_batch_answers_each_line_in_order_and_ends_at_the_streams_head()
    {
        var answer = await Accepted(Sample.Visit("a"), Sample.Visit("b"), Sample.Visit("c"));
        Assert.Equal(["a", "b", "c"], answer.Lines.Cast<Answer.Recorded>().Select(l => l.Entries[0].Id.Value));
        Assert.Equal(answer.Head, Assert.Single(await Heads()).Head);
        Assert.Equal(4, answer.Head.Sequence);
    }

    [Fact]
    public async Task Every_bad_row_is_reported_at_once_and_nothing_is_written()
    {
        var before = await Heads();
        var answer = Assert.IsType<BatchAnswer.Refused>(await RunAll(
            Sample.Visit("a"), Sample.Visit("b", times: 0), Sample.Visit("c"), Sample.Visit("d", on: "2027-01-01"),
            Sample.Reversal("e", "z"), Sample.Reversal("f", "a")));
        Assert.Equal([(1, Refusal.CountOutOfRange), (3, Refusal.OnInFuture), (4, Refusal.EntryNotFound)],
            answer.Lines.Select(l => (l.Index, l.Reason)));
        Assert.Equal(before, await Heads());
    }

    [Fact]
    public async Task A_line_is_judged_as_if_the_earlier_ones_were_applied()
    {
        var answer = Assert.IsType<BatchAnswer.Refused>(await RunAll(
            Sample.Visit("a"), Sample.Reversal("undo", "a"), Sample.Reversal("undo-2", "a")));
        Assert.Equal((2, Refusal.EntryAlreadyReversed), (answer.Lines.Single().Index, answer.Lines.Single().Reason));
        await Accepted(Sample.Visit("a"), Sample.Reversal("undo", "a"));
        Assert.Equal(0, Sample.Visits((await View()).Tally));
    }

    [Fact]
    public async Task Replays_inside_a_batch_are_fine()
    {
        var first = await Recorded(Sample.Visit("a"));
        var answer = await Accepted(Sample.Visit("a"), Sample.Visit("b"), Sample.Visit("b"));
        Assert.Equal(first.Head, ((Answer.Exists)answer.Lines[0]).First.Head);
        Assert.Equal(((Answer.Recorded)answer.Lines[1]).Entries[0].Head, ((Answer.Exists)answer.Lines[2]).First.Head);
        Assert.Equal(3, (await Heads())[0].Head.Sequence);
    }

    [Fact]
    public async Task The_same_batch_again_is_all_replays()
    {
        LedgerCommand[] lines = [.. Enumerable.Range(0, 20).Select(i => Sample.Visit($"visit-{i}"))];
        await RunAll(lines);
        var before = await Heads();
        Assert.All((await Accepted(lines)).Lines, line => Assert.IsType<Answer.Exists>(line));
        Assert.Equal(before, await Heads());
    }

    [Fact]
    public async Task A_batch_may_register_the_chamber_and_record_at_once()
    {
        var answer = await Host.RunAll(Sample.West, Sample.Clerk,
            [new ChangeChamber(Sample.Registration("West", Sample.County)), Sample.Visit("a")], CancellationToken.None);
        Assert.Equal(2, Assert.IsType<BatchAnswer.Accepted>(answer).Head.Sequence);
    }

    [Fact]
    public async Task The_largest_batch_is_taken_and_one_line_more_is_refused()
    {
        LedgerCommand[] lines = [.. Enumerable.Range(0, Limits.BatchMax + 1).Select(i => Sample.Visit($"visit-{i}"))];
        var refused = Assert.Single(Assert.IsType<BatchAnswer.Refused>(await RunAll(lines)).Lines);
        Assert.Equal((Limits.BatchMax, Refusal.BatchTooLarge), (refused.Index, refused.Reason));
        Assert.Equal(Limits.BatchMax + 1, (await Accepted(lines[..Limits.BatchMax])).Head.Sequence);
    }

    [Fact]
    public async Task An_empty_batch_is_accepted_and_writes_nothing()
    {
        var before = await Heads();
        Assert.Empty((await Accepted()).Lines);
        Assert.Equal(before, await Heads());
    }

    [Fact]
    public async Task A_preview_answers_as_the_batch_would_and_writes_nothing()
    {
        LedgerCommand[] lines = [Sample.Visit("a"), Sample.Visit("b")];
        var before = await Heads();
        var preview = await Host.Preview(Sample.East, Sample.Clerk, lines, CancellationToken.None);
        Assert.Equal(before, await Heads());
        Assert.Equal((await Accepted(lines)).Head, Assert.IsType<BatchAnswer.Accepted>(preview).Head);
    }

    private async Task<BatchAnswer.Accepted> Accepted(params LedgerCommand[] commands) =>
        Assert.IsType<BatchAnswer.Accepted>(await RunAll(commands));
}
