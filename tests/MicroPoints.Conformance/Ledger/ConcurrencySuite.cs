namespace MicroPoints.Conformance;

/// <summary>Many senders at once, in one process and in two.</summary>
public abstract class ConcurrencySuite : ChamberSuite
{
    [Fact]
    public async Task Of_64_senders_each_is_recorded_once_and_the_sequences_have_no_gap()
    {
        var answers = await AtOnce(64, i => Run(Sample.Visit($"visit-{i}")));
        var sequences = answers.Cast<Answer.Recorded>().Select(a => a.Entries[0].Sequence);
        Assert.Equal(Enumerable.Range(2, 64).Select(i => (long)i), sequences.Order());
        Assert.Equal(64, Sample.Visits((await View()).Tally));
    }

    [Fact]
    public async Task Of_64_senders_of_one_id_one_records_and_63_learn_its_sequence_and_hash()
    {
        var answers = await AtOnce(64, _ => Run(Sample.Visit("visit-1")));
        var recorded = Assert.Single(answers.OfType<Answer.Recorded>()).Entries[0];
        Assert.Equal(63, answers.OfType<Answer.Exists>().Count(e => e.First.Head == recorded.Head));
    }

    [Fact]
    public async Task Of_64_reversals_of_one_activity_exactly_one_is_recorded()
    {
        await Recorded(Sample.Visit("visit-1"));
        var answers = await AtOnce(64, i => Run(Sample.Reversal($"undo-{i}", "visit-1")));
        Assert.Single(answers.OfType<Answer.Recorded>());
        Assert.Equal(63, answers.OfType<Answer.Refused>().Count(r => r.Reason == Refusal.EntryAlreadyReversed));
    }

    [Fact]
    public async Task Batches_sent_at_once_never_mix()
    {
        await AtOnce(16, i => RunAll([.. Enumerable.Range(0, 4).Select(j => Sample.Visit($"batch-{i}-{j}"))]));
        var batches = (await Entries(Sample.East)).Skip(1).Select(e => e.Id.Value[..^2]).Chunk(4).ToList();
        Assert.Equal(16, batches.Count);
        Assert.All(batches, batch => Assert.Single(batch.Distinct()));
    }

    [Fact]
    public async Task Two_hosts_over_one_log_notice_each_others_entries()
    {
        var other = HostOver(Log);
        for (var i = 0; i < 4; i++)
        {
            await Recorded(Sample.Visit($"here-{i}"));
            Assert.IsType<Answer.Recorded>(
                await other.Run(Sample.East, Sample.Clerk, Sample.Visit($"there-{i}"), CancellationToken.None));
        }
        Assert.IsType<Answer.Exists>(await Run(Sample.Visit("there-3")));
        Assert.Equal(9, (await Entries(Sample.East)).Count);
    }

    [Fact]
    public async Task A_host_never_answers_from_before_what_another_host_recorded()
    {
        var other = HostOver(Log);
        Assert.IsType<Answer.Recorded>(
            await other.Run(Sample.East, Sample.Clerk, Sample.Visit("there"), CancellationToken.None));
        await Recorded(Sample.Visit("here"));
        Assert.IsType<Answer.Recorded>(
            await other.Run(Sample.East, Sample.Clerk, Sample.Reversal("undo", "here"), CancellationToken.None));
        Assert.Equal(1, Sample.Visits((await View()).Tally));
    }

    private static Task<T[]> AtOnce<T>(int senders, Func<int, Task<T>> send) =>
        Task.WhenAll(Enumerable.Range(0, senders).Select(i => Task.Run(() => send(i))));
}
