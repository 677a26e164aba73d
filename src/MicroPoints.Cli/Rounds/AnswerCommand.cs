using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Answers an objection, and lists everyone whom the answer moved.</summary>
internal static class AnswerCommand
{
    private static readonly Argument<EntryId> Objection =
        Common.TypedArgument("objection", "the objection's id", text => new EntryId(text));
    private static readonly Option<string> Reason = new("--reason") { Description = "why, as the objector is told", Required = true };
    private static readonly Option<bool> Reject = new("--reject") { Description = "reject it 不成立" };
    private static readonly Option<string[]> Admit = new("--admit")
    {
        Description = "accept it 成立, and admit this entry, which was recorded after the freeze",
        HelpName = "CHAMBER:ENTRY",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Build() => new Verb("answer", "answer an objection 异议答复",
            "round answer 2026 o-1 --reject --reason 经核查走访无记录",
            "round answer 2026 o-1 --admit c-02:2026-late-1 --reason 经核查属实")
        .With(RoundArguments.Round, Objection, Reason, Reject, Admit, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var admitted = parsed.GetValue(Admit) ?? [];
        if (parsed.GetValue(Reject) == admitted.Length > 0) throw CliFailure.CouldNotRun(
            "say either --reject, or --admit with the entries that put it right");
        var answer = new AnswerToRecord
        {
            Accepted = admitted.Length > 0,
            Reason = parsed.GetValue(Reason)!,
            Entries = admitted.Length == 0 ? null : [.. admitted.Select(Read)],
        };
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (round, objection) = (parsed.GetValue(RoundArguments.Round), parsed.GetValue(Objection));
        var (entry, moved) = await Progress.Show("重算 recomputing", progress =>
            desk.AnswerObjection(round, objection, answer, progress, cancel));
        var code = Answers.Print(Common.Output(parsed), entry, $"异议答复 {objection}", json => CeremonyLines.Write(json, moved));
        if (!Common.Output(parsed).IsJson) CeremonyLines.Print(moved);
        return code;
    }

    private static EntryToAdmit Read(string text) =>
        text.Split(':', 2) is [var chamber, var entry] && ChamberId.IsValid(chamber) && EntryId.IsValid(entry)
            ? new EntryToAdmit { Chamber = chamber, Entry = entry }
            : throw CliFailure.CouldNotRun($"--admit '{text}' is not CHAMBER:ENTRY");
}
