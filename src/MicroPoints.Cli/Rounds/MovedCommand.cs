using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Lists who moved since the last notice, or by the answer to one objection.</summary>
internal static class MovedCommand
{
    private static readonly Option<EntryId?> Objection = Common.Typed<EntryId?>(
        "--objection", "whom its answer moved [default: who moved since the last notice]", "ID", text => new EntryId(text));

    public static Command Build() => new Verb("moved", "who moved by a recomputation 变动名单", "round moved 2026",
        "round moved 2026 --objection o-1")
        .With(RoundArguments.Round, Objection).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var list = await desk.Moved(parsed.GetValue(RoundArguments.Round),
            parsed.GetResult(Objection) is null ? null : parsed.GetValue(Objection), cancel);
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteString("round", list.Round);
            CeremonyLines.Write(json, list.Moved);
        });
        else CeremonyLines.Print(list.Moved);
        return ExitCode.Fine;
    }
}
