using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rounds;
using MicroPoints.Runtime;
using MicroPoints.Store.Embedded;
using MicroPoints.Store.Postgres;

namespace MicroPoints.Cli;

/// <summary>Copies a data directory into an empty database, byte for byte, and proves that both are equal.</summary>
internal static class MigrateCommand
{
    public static Command Build() => new Verb("migrate", "copy a data directory into a PostgreSQL database, and prove it 迁移到数据库",
            "migrate --data data --database 'Host=db.example;Database=micropoints;Username=micropoints'")
        .Does(Run, Reach.Migration);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (directory, connection) = (Common.Directory(parsed), Place.NamedDatabase(parsed));
        if (!new DataDirectory(directory).HoldsStore) throw CliFailure.CouldNotRun(
            $"there is no MicroPoints data in {directory}: name the directory to copy with --data");
        await using var journal = JournalEventLog.Open(directory, OpenStore.Options);
        await using var migration = await PostgresMigration.Begin(connection, journal, cancel);
        await Progress.Show("迁移 copying", async progress =>
        {
            await migration.Copy(progress, cancel);
            return true;
        });
        var (proofs, lost) = await CopyProofs(directory, journal, migration, cancel);
        var scans = await CountScans(journal, migration, cancel);
        var different = await Progress.Show("核对 verifying", progress => migration.Finish(progress, cancel));
        if (different is not null) throw CliFailure.No($"the database is not equal to {directory}: {different}",
            ["it stays closed for work, and the directory is as it was"]);
        Print(Common.Output(parsed), migration, (proofs, lost, scans), directory);
        return ExitCode.Fine;
    }

    /// <summary>Proofs lie beside the log; a round whose proof is lost can be sealed again, which writes the same.</summary>
    private static async Task<(int Copied, List<string> Lost)> CopyProofs(
        string directory, IEventLog journal, PostgresMigration migration, CancellationToken cancel)
    {
        var (files, copied, lost) = (new ProofFiles(directory), 0, new List<string>());
        foreach (var (stream, _) in migration.Wanted.Of(StreamType.Round))
        {
            var state = await journal.LoadWhole<RoundState>(stream, cancel);
            if (state.Sealed is not { } isSealed) continue;
            await using var file = await files.Open(state.Id, isSealed.Proof, cancel);
            if (file is null)
            {
                lost.Add(state.Id.Value);
                continue;
            }
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancel);
            await migration.Proofs.Keep(state.Id, bytes.ToArray(), cancel);
            copied++;
        }
        return (copied, lost);
    }

    /// <summary>Files of scans stay where they are: a database keeps none.</summary>
    private static async Task<int> CountScans(IEventLog journal, PostgresMigration migration, CancellationToken cancel)
    {
        var scans = new HashSet<Digest>();
        foreach (var (stream, _) in migration.Wanted.Of(StreamType.Round))
            scans.UnionWith((await journal.LoadWhole<RoundState>(stream, cancel)).Papers
                .Where(p => p.Kept is not null).Select(p => p.Scan));
        return scans.Count;
    }

    private static void Print(
        Output output, PostgresMigration migration, (int Proofs, List<string> Lost, int Scans) files, string directory)
    {
        var (proofs, lost, scans) = files;
        var entries = migration.Wanted.Sum(h => h.Head.Sequence);
        var copied = entries - migration.Known.Sum(h => h.Head.Sequence);
        // Anybody comes to it with verify --save-heads on either side and a program that computes SHA-256.
        var digest = Digest.OfText(HeadsFile.Text(migration.Wanted)).ToString();
        if (output.IsJson) Output.Object(json =>
        {
            json.WriteBoolean("equal", true);
            json.WriteNumber("streams", migration.Wanted.Count);
            json.WriteNumber("entries", entries);
            json.WriteNumber("copied", copied);
            json.WriteNumber("proofs", proofs);
            json.WriteStartArray("proofsLost");
            foreach (var round in lost) json.WriteStringValue(round);
            json.WriteEndArray();
            json.WriteNumber("scansLeft", scans);
            json.WriteString("heads", digest);
        });
        else
        {
            Output.Line($"一致 equal：{migration.Wanted.Count} 条链、{entries} 条记录（本次写入 {copied} 条）、{proofs} 份核验包，"
                + $"逐条校验、链头全部相符；链头摘要 heads sha256 {digest}");
            foreach (var round in lost)
                Output.Line($"{directory} 缺核验包 no proof of round {round}：在库上再封存一次即可补写 seal it again on the database");
            if (scans > 0) Output.Line($"{scans} 份扫描件仍在 {directory}/papers：数据库不保存扫描件，请留存 "
                + "signed scans stay there, a database keeps none: keep the directory");
            Output.Line($"今后在 {migration.Place} 上工作，{directory} 留作备份 work on the database from now on, and keep the directory as a backup");
        }
    }
}
