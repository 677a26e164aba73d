namespace MicroPoints.Store.Postgres.Tests.Opening;

/// <summary>What opening makes, and what it refuses with what words.</summary>
public sealed class OpeningTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    [Fact]
    public async Task Many_that_start_together_on_an_empty_database_all_find_one_store()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => PostgresEventLog.Prepare(_database.Connection))));
        Assert.Equal(1L, await _database.Sql("select count(*) from mp_store"));
    }

    [Fact]
    public async Task A_database_without_tables_holds_nothing_to_verify_and_gets_none_by_it()
    {
        Assert.Contains("holds no MicroPoints",
            (await Assert.ThrowsAsync<StoreException>(() => PostgresVerify.Run(_database.Connection))).Message, StringComparison.Ordinal);
        Assert.Equal(0L, await _database.Sql("select count(*) from information_schema.tables where table_name like 'mp_%'"));
    }

    [Theory]
    [InlineData("update mp_store set version = 99", "newer program")]
    [InlineData("update mp_store set form = 'accounts'", "is not MicroPoints'")]
    [InlineData("delete from mp_store", "is not MicroPoints'")]
    [InlineData("alter table mp_store drop column form", "is not MicroPoints'")]
    [InlineData("drop table mp_store", "Name an empty database")]
    public async Task A_later_or_foreign_store_is_refused_and_left_as_it_is(string made, string told)
    {
        await PostgresEventLog.Prepare(_database.Connection);
        await _database.Sql(made);
        Assert.Contains(told, await Refused(), StringComparison.Ordinal);
        Assert.Contains(_database.Name, await Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_wait_for_the_disk_is_refused_unless_loss_is_allowed()
    {
        await _database.Sql($"alter database {_database.Name} set synchronous_commit = off");
        Assert.Contains("synchronous_commit = off", await Refused(), StringComparison.Ordinal);
        await using var log = await _database.Open(new PostgresOptions { AllowLoss = true });
    }

    [Fact]
    public async Task A_server_that_does_not_flush_is_refused()
    {
        await using var server = await PostgresServer.Start("fsync = off");
        var told = await Assert.ThrowsAsync<StoreException>(() => PostgresEventLog.Open(server.Connection("postgres")));
        Assert.Contains("fsync = off", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_wait_for_the_standby_that_it_names_is_refused()
    {
        await using var server = await PostgresServer.Start("synchronous_standby_names = 'second'", "synchronous_commit = local");
        var told = await Assert.ThrowsAsync<StoreException>(() => PostgresEventLog.Open(server.Connection("postgres")));
        Assert.Contains("synchronous_commit = local", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=someone;Password=secret-1;Database=county", "cannot be opened")]
    [InlineData("Database=county;Password=secret-1", "Host")]
    [InlineData("Host=one,two;Target Session Attributes=any;Database=county;Password=secret-1", "primary")]
    [InlineData("Hst=127.0.0.1;Password=secret-1", "cannot be used")]
    public async Task What_cannot_be_reached_is_told_without_the_password(string connection, string told)
    {
        var e = await Assert.ThrowsAsync<StoreException>(() => PostgresEventLog.Open(connection));
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_make_tables_is_told_what_to_grant()
    {
        await _database.Sql("create role clerk_of_no_rights login");
        var told = await Assert.ThrowsAsync<StoreException>(() =>
            PostgresEventLog.Open(_database.Connection.Replace("Username=postgres", "Username=clerk_of_no_rights")));
        Assert.Contains("grant create on schema", told.Message, StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => _database = await TestDatabase.New();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private async Task<string> Refused() => (await Assert.ThrowsAsync<StoreException>(() => _database.Open())).Message;
}
