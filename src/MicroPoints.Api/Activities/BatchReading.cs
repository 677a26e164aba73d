using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>Reads a sent batch into commands, and writes what is wrong with its lines.</summary>
internal static class BatchReading
{
    /// <summary>The commands, or the problem with every bad line of the batch.</summary>
    /// <param name="by">For whom the lines are judged.</param>
    public static async ValueTask<(List<LedgerCommand> Commands, ProblemAnswer? Refused)> Read(
        Call call, ChamberId chamber, Actor by)
    {
        var (sent, bad) = await Body(call);
        if (bad is not null) return ([], bad);
        var (commands, _, refused) = await Read(call, chamber, by, sent, new Dictionary<string, SealedEntry>());
        return (commands, refused);
    }

    /// <summary>The lines as they were sent, and what is wrong with all of them together.</summary>
    public static async ValueTask<(IReadOnlyList<ActivityToRecord> Sent, ProblemAnswer? Refused)> Body(Call call)
    {
        var sent = (await call.Body(WireJson.Default.ActivityBatch, Limits.BatchBodyBytesMax)).Activities;
        if (sent.Count == 0) return ([], ProblemAnswer.Of(
            Fault.FieldInvalid, "activities is empty: send at least one", "$.activities"));
        return sent.Count <= Limits.BatchMax ? (sent, null) : ([], ProblemAnswer.Of(Refusal.BatchTooLarge,
            $"{sent.Count} lines for one chamber: at most {Limits.BatchMax}, send the rest in another batch", "$.activities"));
    }

    /// <summary>The entries that the ledger has of some ids, for whoever may not see its words; none for others. They are not told
    /// whether a line says the same as the entry of its id: a reason could be guessed by it. Such a line is there already, whatever
    /// it says.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, SealedEntry>> PassedOver(
        Call call, ChamberId chamber, IEnumerable<string?> sent)
    {
        if (call.Actor.SeesWords) return new Dictionary<string, SealedEntry>();
        EntryId[] ids = [.. sent.Where(EntryId.IsValid).Distinct().Select(id => new EntryId(id!))];
        var found = await call.Workspace.Log.Find(StreamId.Of(chamber), ids, call.Cancel);
        return found.ToDictionary(e => e.Id.Value);
    }

    /// <summary>The commands with their places among the lines, or the problem with every bad line.</summary>
    /// <param name="passedOver">Lines of these ids are not looked at.</param>
    public static async ValueTask<(List<LedgerCommand> Commands, List<int> Places, ProblemAnswer? Refused)> Read(
        Call call, ChamberId chamber, Actor by, IReadOnlyList<ActivityToRecord> sent,
        IReadOnlyDictionary<string, SealedEntry> passedOver)
    {
        var (commands, places, unread) = await Commands(call, chamber, by, sent, passedOver);
        return (commands, places,
            unread.Count == 0 ? null : Refused(await AlsoJudged(call, chamber, by, commands, places, unread)));
    }

    public static ProblemAnswer Refused(BatchAnswer.Refused refused) => Refused([.. refused.Lines.Select(Line)]);

    public static ProblemAnswer Refused(BatchAnswer.Refused refused, List<int> places) =>
        Refused([.. refused.Lines.Select(l => Line(l with { Index = places[l.Index] }))]);

    private static async ValueTask<(List<LedgerCommand> Commands, List<int> Places, List<(int Index, ProblemAnswer Problem)> Unread)>
        Commands(Call call, ChamberId chamber, Actor by, IReadOnlyList<ActivityToRecord> sent,
            IReadOnlyDictionary<string, SealedEntry> passedOver)
    {
        var (commands, places, unread) = (new List<LedgerCommand>(sent.Count), new List<int>(sent.Count),
            new List<(int, ProblemAnswer)>());
        for (var i = 0; i < sent.Count; i++)
        {
            if (sent[i]?.Id is { } id && passedOver.ContainsKey(id)) continue;
            var at = $"$.activities[{i}]";
            var problem = sent[i] is null ? ProblemAnswer.Of(Fault.JsonInvalid, "null is no activity", at) : null;
            RecordActivity? record = null;
            problem ??= ActivityReading.Read(sent[i], call.Workspace.Kinds, at, out record);
            if (problem is not null)
            {
                unread.Add((i, await ActivityReading.Unread(call, chamber, by, problem, record)));
                continue;
            }
            commands.Add(record!);
            places.Add(i);
        }
        return (commands, places, unread);
    }

    /// <summary>Lines that cannot be read keep nothing from being said of the others.</summary>
    private static async ValueTask<List<(int Index, ProblemAnswer Problem)>> AlsoJudged(Call call, ChamberId chamber, Actor by,
        List<LedgerCommand> commands, List<int> places, List<(int Index, ProblemAnswer Problem)> unread)
    {
        if (commands.Count > 0 && await call.Workspace.Chambers.Preview(chamber, by, commands, call.Cancel)
            is BatchAnswer.Refused refused)
            unread.AddRange(refused.Lines.Select(l => (places[l.Index], ProblemAnswer.Of(l.Reason, l.Detail))));
        return [.. unread.OrderBy(u => u.Index)];
    }

    private static (int, ProblemAnswer) Line(RefusedLine line) => (line.Index, ProblemAnswer.Of(line.Reason, line.Detail));

    /// <summary>The status of its lines where they share one.</summary>
    public static ProblemAnswer Refused(IReadOnlyList<(int Index, ProblemAnswer Problem)> lines) =>
        ProblemAnswer.Of(Fault.BatchRefused,
            $"{lines.Count} of the lines are refused, so nothing was recorded: mend them and send all again")
        with
        {
            Status = lines.All(l => l.Problem.Status == lines[0].Problem.Status) ? lines[0].Problem.Status : 422,
            Lines = [.. lines.Select(l => l.Problem.AsLine(l.Index))],
        };
}
