using System.Text.Json;
using MicroPoints.Runtime;

namespace MicroPoints.Cli.Terminal;

/// <summary>Prints what a command came to.</summary>
internal static class Answers
{
    /// <summary>Prints recorded or exists; a refusal ends the verb with exit code 2.</summary>
    public static int Print(Output output, Answer answer, string what, Action<Utf8JsonWriter>? more = null) =>
        Print(output, Written.Of(answer), what, more);

    public static int Print(Output output, Written entry, string what, Action<Utf8JsonWriter>? more = null)
    {
        if (!output.IsJson)
        {
            Output.Line(entry.IsReplay
                ? $"{what}：已有记录，未重复登记 exists already as {entry.Stream} sequence {entry.Sequence}, recorded {Calendar.Text(entry.At)}"
                : $"{what}：已登记 recorded as {entry.Stream} sequence {entry.Sequence}");
            return ExitCode.Fine;
        }
        Output.Object(json =>
        {
            json.WriteString("answer", entry.IsReplay ? "exists" : "recorded");
            json.WriteString("stream", entry.Stream);
            json.WriteString("id", entry.Id);
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("hash", entry.Hash);
            json.WriteString("recorded", Calendar.Text(entry.At));
            more?.Invoke(json);
        });
        return ExitCode.Fine;
    }
}
