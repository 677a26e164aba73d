using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Contracts;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Api;

/// <summary>What mergers and splits share: successors, restated states, and the answer over several chambers.</summary>
internal static class LineageCalls
{
    /// <summary>A successor that the key reaches, or that is new and registered with this.</summary>
    public static async ValueTask<ChamberId> Successor(this Call call, string text, SuccessorToRegister? register, string path)
    {
        var chamber = new ChamberId(WireText.Id(text, path).Value);
        if (register is null) return await call.ChamberReached(text, path);
        // Ids are unique everywhere, so one that is taken elsewhere cannot be hidden, but nothing else is said of it.
        return await call.Workspace.Seats.Of(chamber, call.Cancel) is not { } seat || call.Actor.Scope.Contains(seat) ? chamber
            : throw new ProblemException(ProblemAnswer.Of(Refusal.ChamberExists, $"the id {chamber} is taken: choose another", path));
    }

    /// <summary>How to register a successor; founded on the day of the change unless another is named.</summary>
    public static RegisterChamber? Register(SuccessorToRegister? sent, DateOnly on, string path)
    {
        if (sent is null) return null;
        WireText.CheckDay(sent.Founded, $"{path}.founded");
        return new RegisterChamber(new EntryId("register"), sent.Name, sent.Kind, WireText.Region(sent.Seat, $"{path}.seat"),
            [.. (sent.Serves ?? []).Select((r, i) => WireText.Region(r, $"{path}.serves[{i}]"))], sent.Founded ?? on);
    }

    /// <summary>States are not carried: whoever merges or splits says which hold for the successor.</summary>
    public static List<RecordActivity> Restated(IReadOnlyList<StateToRestate>? sent, DateOnly on, KindCatalogue kinds, string path) =>
        [.. Reading.Items(sent, path).Select((state, i) => Restated(state, on, kinds, $"{path}[{i}]"))];

    private static RecordActivity Restated(StateToRestate state, DateOnly on, KindCatalogue kinds, string at)
    {
        if (KindId.IsValid(state.Kind) && kinds.Find(new KindId(state.Kind)) is { Nature: not Activities.Nature.State } kind)
            throw new ProblemException(ProblemAnswer.Of(
                Refusal.KindUnknown, $"{kind.Id} is an event: events are carried, not restated", $"{at}.kind"));
        var activity = new ActivityToRecord
        {
            Id = "restated",
            Kind = state.Kind,
            On = Calendar.Text(on),
            Option = state.Option,
            Flag = state.Flag,
            Expires = state.Expires,
            Key = state.Key,
            Reason = state.Reason,
        };
        return ActivityReading.Read(activity, kinds, at, out var command) is { } unread ? throw new ProblemException(unread) : command!;
    }

    public static IResult Answered(EntryId id, LineageAnswer answer)
    {
        if (answer is LineageAnswer.Refused refused) return ProblemAnswer.Of(refused.Reason, $"{refused.Chamber}: {refused.Detail}");
        var done = (LineageAnswer.Done)answer;
        return new JsonAnswer<RecordedLineage>(done.IsReplay ? 200 : 201, new RecordedLineage(
            done.IsReplay ? SendingAnswer.Exists : SendingAnswer.Recorded, id.Value, [.. done.Steps.Select(Step)]),
            WireJson.Default.RecordedLineage);
    }

    private static LineageStepDone Step(LineageStep step) => new(step.Chamber.Value,
        step.Lines.OfType<Answer.Recorded>().Sum(r => r.Entries.Count), WireText.Of(step.Head));
}
