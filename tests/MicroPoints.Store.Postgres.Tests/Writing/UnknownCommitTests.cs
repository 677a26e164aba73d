namespace MicroPoints.Store.Postgres.Tests.Writing;

/// <summary>A commit without a good answer: here it waits for a standby that is not there.</summary>
public sealed class UnknownCommitTests : IAsyncLifetime
{
    private readonly Chain _chain = new(Sample.East, Sample.County);
    private PostgresServer _server = null!;
    private string _name = "";
    private PostgresEventLog _log = null!;

    [Theory]
    [InlineData("pg_terminate_backend")]
    [InlineData("pg_cancel_backend")]
    public async Task A_commit_that_nobody_confirmed_is_unknown_and_is_not_sent_again(string how)
    {
        var head = _chain.Head;
        var visit = _chain.Visit("visit-1");
        var append = TestDatabase.Append(_log, visit);
        while (await _server.Sql("county", $"select {how}(pid) from pg_stat_activity where wait_event = 'SyncRep'") is not true)
            await Task.Delay(5);
        await Assert.ThrowsAsync<AppendUnknownException>(() => append);

        await Wanted("");
        Assert.Equal(visit.Head, (await _log.Load(_chain.Stream, 2026, [], CancellationToken.None)).Head);
        var again = await _log.Append(_chain.Stream, head, [visit], CancellationToken.None);
        Assert.Equal(visit.Head, Assert.IsType<AppendResult.HeadMoved>(again).Actual);
        Assert.Equal(1, _log.Groups);
    }

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.Start();
        await _server.Sql("postgres", "create database county");
        _name = _server.Connection("county");
        _log = await PostgresEventLog.Open(_name);
        await TestDatabase.Append(_log, _chain.Registration());
        await Wanted("nobody");
    }

    public async Task DisposeAsync()
    {
        await _log.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>Says whom commits wait for, and waits until sessions have heard of it.</summary>
    private async Task Wanted(string standby)
    {
        await _server.Sql("postgres", $"alter system set synchronous_standby_names = '{standby}'");
        await _server.Reload();
        while (!Equals(await _server.Sql("postgres", "show synchronous_standby_names"), standby)) await Task.Delay(5);
    }
}
