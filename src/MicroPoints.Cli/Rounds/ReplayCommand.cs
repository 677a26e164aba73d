using System.CommandLine;
using System.Globalization;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rounds;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Server;

namespace MicroPoints.Cli;

/// <summary>Recomputes a sealed round from its proof alone.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string> File = new("proof") { Description = "the proof, a zip file" };

    public static Command Build() => new Verb("replay", "recompute a sealed round from its proof alone 核验",
        "round replay data/proofs/2026-trial.zip")
        .With(File).Does(Run, Reach.Files);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetValue(File)!;
        if (System.IO.File.Exists(path) && new FileInfo(path).Length > Limits.ProofBytesMax)
            throw CliFailure.CouldNotRun($"{path} has more than {Limits.ProofBytesMax} bytes: it is not a proof");
        var bytes = Common.ReadFile(path);
        var replayed = await Progress.Show("核验 replaying", _ => Task.Run(() => Replay.Run(bytes, YamlRules.Instance, Engines.Others), cancel));
        if (Common.Output(parsed).IsJson)
            Output.Object(json =>
            {
                json.WriteString("round", replayed.Round.Value);
                json.WriteBoolean("replayed", true);
                json.WriteString("sha256", replayed.Proof.ToString());
                json.WriteString("result", replayed.Result.ToString());
                json.WriteNumber("entries", replayed.Entries);
                json.WriteStartArray("engines");
                foreach (var engine in replayed.Engines) json.WriteStringValue(engine);
                json.WriteEndArray();
                json.WriteStartArray("enginesNotRun");
                foreach (var engine in replayed.NotRun) json.WriteStringValue(engine);
                json.WriteEndArray();
                json.WriteNumber("ranked", replayed.Evaluation.Ranked.Count());
                if (replayed.Opened.Stamp is not null) json.WriteString("stamp", replayed.Opened.Stamp);
            });
        else
        {
            if (replayed.Opened.Stamp is { } stamp) Output.Line(stamp);
            Output.Line(string.Create(CultureInfo.InvariantCulture,
                $"核验一致：{replayed.Round}，{replayed.Evaluation.Ranked.Count()} 家商会、{replayed.Entries} 条记录，逐字节相同 everything recomputed, equal to the last byte"));
            Output.Line($"sha256 {replayed.Proof}");
            Output.Line($"计算引擎 engines: {string.Join(", ", replayed.Engines)}" + (replayed.NotRun.Count == 0 ? ""
                : $"；本程序未内置 named by the proof and not built in here: {string.Join(", ", replayed.NotRun)}"));
        }
        return ExitCode.Fine;
    }
}
