using System.Diagnostics;
using MicroPoints.Cli.Tests.Demo;
using MicroPoints.Store.Postgres;

namespace MicroPoints.Cli.Tests.Databases;

/// <summary>A directory's log in a database is the same log, however often the copying was broken off.</summary>
public sealed class MigrateTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    [Fact]
    public async Task A_migrated_database_says_what_the_directory_says_and_anybody_can_check_the_digest()
    {
        var (desk, database) = (demo.Desk, await Databased.New());
        var migrated = (await database.Does(desk, "migrate --data data --output json")).Json;
        Assert.True(migrated.GetProperty("equal").GetBoolean());
        Assert.Equal(migrated.GetProperty("entries").GetInt64(), await database.Entries());
        await database.Does(desk, "verify --save-heads of-database.txt");
        await desk.Does("verify --data data --save-heads of-directory.txt");
        foreach (var file in (string[])["of-database.txt", "of-directory.txt"])
            Assert.Equal(migrated.GetProperty("heads").GetString(), Digest.Of(File.ReadAllBytes(desk.PathOf(file))).ToString());
        foreach (var line in (string[])["standings --period 2026 --known-at 2027-06-01", "chambers list", "round show demo-2026",
            "activities list 990101001", "scorecard 990101001 --period 2026 --known-at 2027-06-01"])
            Assert.Equal((await desk.Does($"{line} --data data --output json")).Out,
                (await database.Does(desk, $"{line} --output json")).Out);
        Assert.Equal(1, migrated.GetProperty("proofs").GetInt32());
        Assert.Empty(migrated.GetProperty("proofsLost").EnumerateArray());
        var again = (await database.Does(desk, "migrate --data data --output json")).Json;
        Assert.Equal((0, true), (again.GetProperty("copied").GetInt32(), again.GetProperty("equal").GetBoolean()));
    }

    [Fact]
    public async Task A_proof_comes_along_byte_for_byte_and_a_lost_one_is_named_and_sealed_anew()
    {
        using var desk = demo.Desk.Copy();
        var database = await Databased.New();
        await database.Does(desk, "migrate --data data");
        await using (var log = await PostgresEventLog.Open(database.Connection))
        {
            await using var kept = (await new PostgresProofs(log).Open(new RoundId("demo-2026"), Digest.Of(demo.Proof), default))!;
            using var bytes = new MemoryStream();
            await kept.CopyToAsync(bytes);
            Assert.Equal(demo.Proof, bytes.ToArray());
        }
        File.Delete(desk.PathOf("data/proofs/demo-2026.zip"));
        database = await Databased.New();
        Assert.Contains("no proof of round demo-2026", (await database.Does(desk, "migrate --data data")).Out);
        var again = (await database.Does(desk, "round seal demo-2026 --output json")).Json;
        Assert.Equal(Digest.Of(demo.Proof).ToString(), again.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task Files_of_scans_stay_in_the_directory_and_migration_says_so()
    {
        using var desk = await Rounds.SealedYear.Desk();
        var database = await Databased.New();
        Assert.Equal(1, (await database.Does(desk, "migrate --data data --output json")).Json.GetProperty("scansLeft").GetInt32());
        Assert.Contains("1 份扫描件仍在 data/papers", (await database.Does(desk, "migrate --data data")).Out);
        Assert.Contains(Digest.Of(Rounds.SealedYear.Scan).ToString(), (await database.Does(desk, "round show year")).Out);
        await database.Does(desk, "verify");
    }

    [Fact]
    public async Task Killed_in_the_middle_it_is_closed_for_work_and_goes_on_to_the_same_end()
    {
        var (desk, database) = (demo.Desk, await Databased.New());
        await PostgresEventLog.Prepare(database.Connection);
        // Each entry takes its time, so that it is killed in the middle for certain.
        await database.Sql("""
            create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.02); return new; end $$;
            create trigger slowly before insert on mp_entry for each row execute function slowly()
            """);
        using (var process = Process.Start(CommandLine.Prepare(
            desk.Root, "migrate", "--data", "data", "--database", database.Connection))!)
        {
            while (await database.Entries() == 0) await Task.Delay(5);
            process.Kill();
            await process.WaitForExitAsync();
        }
        await database.Sql("drop trigger slowly on mp_entry");
        var there = await database.Entries();
        (await database.Run(desk, "standings")).CouldNotRun("run the same 'micropoints migrate' again");
        (await database.Run(desk, "verify")).CouldNotRun("micropoints migrate");
        var migrated = (await database.Does(desk, "migrate --data data --output json")).Json;
        var entries = migrated.GetProperty("entries").GetInt64();
        Assert.InRange(there, 1, entries - 1);
        Assert.InRange(migrated.GetProperty("copied").GetInt64(), 1, entries - there);
        Assert.Equal(entries, await database.Entries());
        await database.Does(desk, "verify");
    }

    [Fact]
    public async Task A_database_with_entries_of_its_own_is_refused_and_left_as_it_is()
    {
        var (desk, database) = (demo.Desk, await Databased.New());
        desk.Write("chambers.csv", Desk.ChambersCsv);
        await database.Does(desk, "chambers import chambers.csv");
        var before = await database.Entries();
        (await database.Run(desk, "migrate --data data")).CouldNotRun("holds entries already", "empty database");
        Assert.Equal(before, await database.Entries());
        Assert.Contains("青石镇商会", (await database.Does(desk, "chambers list")).Out);
    }

    [Fact]
    public async Task Another_directory_than_the_one_that_was_begun_with_is_refused()
    {
        using var other = await Desk.WithChambers();
        var database = await Databased.New();
        await database.Does(demo.Desk, "migrate --data data");
        await database.Sql("update mp_store set form = 'micropoints-postgres-migrating'");
        (await database.Run(other, "migrate --data data")).CouldNotRun("another one was being migrated into it");
    }

    [Fact]
    public async Task A_database_that_was_changed_meanwhile_is_not_equal()
    {
        var database = await Databased.New();
        await database.Does(demo.Desk, "migrate --data data");
        await database.Sql("""
            update mp_entry set bytes = (select bytes from mp_entry where (stream, sequence) = (1, 1)) where (stream, sequence) = (3, 1)
            """);
        (await database.Run(demo.Desk, "migrate --data data")).No("the database is not equal to data", "at sequence 1");
        (await database.Run(demo.Desk, "verify")).No("broken", "at sequence 1");
    }

    [Fact]
    public async Task A_directory_without_data_is_not_migrated()
    {
        using var desk = new Desk();
        (await desk.Run(["migrate", "--data", "nowhere", "--database", "Host=x"])).CouldNotRun("there is no MicroPoints data in nowhere");
        (await desk.Run("migrate --data nowhere")).CouldNotRun("--database is missing");
        Assert.Empty(desk.Snapshot());
    }
}
