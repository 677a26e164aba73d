using System.Text.Json;
using MicroPoints.Runtime;

namespace MicroPoints.Cli.Terminal;

/// <summary>Prints what a command came to.</summary>
internal static class Answers
{
    /// <summary>Prints recorded or exists; a refusal ends the verb with exit code 2.</summary>
    public static int Print(Output output, Answer answer, string what, Action<Utf8JsonWriter>? more = null)
    {
        var (entry, replay) = answer switch
        {
            Answer.Recorded recorded => (recorded.Entries[0], false),
            Answer.Exists exists => (exists.First, true),
            Answer.Refused refused => throw CliFailure.Refused(refused.Reason, refused.Detail),
            _ => throw new InvariantException("an answer is recorded, exists or refused"),
        };
        if (!output.IsJson)
        {
            Output.Line(replay
                ? $"{what}：已有记录，未重复登记 exists already as {entry.Stream} sequence {entry.Sequence}, recorded {Calendar.Text(entry.At)}"
                : $"{what}：已登记 recorded as {entry.Stream} sequence {entry.Sequence}");
            return ExitCode.Fine;
        }
        Output.Object(json =>
        {
            json.WriteString("answer", replay ? "exists" : "recorded");
            json.WriteString("stream", entry.Stream.ToString());
            json.WriteString("id", entry.Id.Value);
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("hash", entry.Hash.ToString());
            json.WriteString("recorded", Calendar.Text(entry.At));
            more?.Invoke(json);
        });
        return ExitCode.Fine;
    }
}
