using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>What the lineage verbs share.</summary>
internal static class ChamberArguments
{
    public static List<ChamberId> Read(IEnumerable<string> texts) => [.. texts.Select(t => ChamberId.IsValid(t)
        ? new ChamberId(t)
        : throw CliFailure.CouldNotRun($"'{t}' is not a chamber id: 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -"))];

    public static int Print(Output output, LineageAnswer answer, string what, string? note)
    {
        if (answer is LineageAnswer.Refused refused)
            throw CliFailure.Refused(refused.Reason, $"{refused.Chamber}: {refused.Detail}");
        var done = (LineageAnswer.Done)answer;
        var entries = done.Steps.Sum(s => s.Lines.OfType<Answer.Recorded>().Sum(r => r.Entries.Count));
        if (output.IsJson)
            Output.Object(json =>
            {
                json.WriteString("answer", done.IsReplay ? "exists" : "recorded"); json.WriteNumber(
                "entries", entries);
            });
        else
        {
            Output.Line(done.IsReplay ? $"{what}：已办过，未重复办理 done before, nothing was repeated"
                : $"{what}：已办理，{entries} 条记录 done, {entries} entries");
            if (note is not null) Output.Line(note);
        }
        return ExitCode.Fine;
    }
}
