using System.Globalization;
using MicroPoints.Store.Postgres.Tests;
using Npgsql;

namespace MicroPoints.Cli.Tests.Databases;

/// <summary>An empty database that verbs of a desk work on.</summary>
internal sealed class Databased(PostgresServer server, string connection)
{
    public string Connection => connection;

    public static async Task<Databased> New()
    {
        var server = await PostgresServer.Shared;
        return new Databased(server, await server.NewDatabase());
    }

    public Task<Ran> Run(Desk desk, string line) => desk.Run([.. line.Split(' '), "--database", connection]);

    public async Task<Ran> Does(Desk desk, string line) => (await Run(desk, line)).Fine();

    public Task<object?> Sql(string sql) => server.Sql(new NpgsqlConnectionStringBuilder(connection).Database!, sql);

    public async Task<long> Entries() => Convert.ToInt64(await Sql("select count(*) from mp_entry"), CultureInfo.InvariantCulture);
}
