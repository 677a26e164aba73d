using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>What the lineage verbs share.</summary>
internal static class ChamberArguments
{
    public static List<ChamberId> Read(IEnumerable<string> texts) => [.. texts.Select(t => ChamberId.IsValid(t)
        ? new ChamberId(t)
        : throw CliFailure.CouldNotRun($"'{t}' is not a chamber id: 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -"))];

    public static int Print(Output output, LineageDone done, string what, string? note)
    {
        if (output.IsJson)
            Output.Object(json =>
            {
                json.WriteString("answer", done.IsReplay ? "exists" : "recorded"); json.WriteNumber(
                "entries", done.Entries);
            });
        else
        {
            Output.Line(done.IsReplay ? $"{what}：已办过，未重复办理 done before, nothing was repeated"
                : $"{what}：已办理，{done.Entries} 条记录 done, {done.Entries} entries");
            if (note is not null) Output.Line(note);
        }
        return ExitCode.Fine;
    }
}
