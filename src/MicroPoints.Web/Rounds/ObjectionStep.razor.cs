using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>Objections typed in and answered, with everyone whom an accepted one moved.</summary>
public sealed partial class ObjectionStep
{
    private sealed record LateEntry(EntryId Id, Fact Fact);

    private readonly Dictionary<EntryId, IReadOnlyList<LateEntry>> _late = [];
    private readonly Dictionary<EntryId, IReadOnlyList<MovedChamber>> _moved = [];

    protected override Title NotBefore => new("收到日期不能早于第一次公示的日期", "nothing can be objected before the first notice");

    protected override async Task OnInitializedAsync()
    {
        foreach (var objection in View.State.Objections.All)
            if (objection.Answer is { IsAccepted: true })
                _moved[objection.Id] = await Rounds.MovedBy(View.State, objection.Id, null, Cancel);
            else if (objection is { Answer: null, Chamber: { } chamber }) _late[objection.Id] = await Late(chamber);
    }

    /// <summary>When it came; who objected and to what stands with it for whoever may see words.</summary>
    private Title Received(Objection objection)
    {
        var (zh, en) = Desk.SeesWords ? ($"，{objection.Who}：{objection.What}", $" from {objection.Who}: {objection.What}") : ("", "");
        return new Title($"{Desk.Day(objection.ReceivedOn)}收到{(objection.IsLate ? "（公示期后）" : "")}{zh}",
            $"Received on {Calendar.Text(objection.ReceivedOn)}{(objection.IsLate ? " (after the notice)" : "")}{en}");
    }

    /// <summary>What stands in a chamber's ledger after the freeze and is not in the round yet.</summary>
    private async Task<IReadOnlyList<LateEntry>> Late(ChamberId chamber)
    {
        if (View.State.FrozenHeadOf(chamber) is not { } head) return [];
        var (late, reversed) = (new List<LateEntry>(), new HashSet<EntryId>());
        await foreach (var entry in Workspace.Log.Read(StreamId.Of(chamber), head.Sequence, Cancel))
            if (entry.Body is ActivityReversed back) reversed.Add(back.Target);
            else if (LedgerState.FactOf(entry) is { } fact && View.State.Opened!.Period.Contains(fact.On.Last)
                && !View.State.Admitted.Any(a => a.Chamber == chamber && a.Id == entry.Id)) late.Add(new LateEntry(entry.Id, fact));
        return [.. late.Where(l => !reversed.Contains(l.Id))];
    }

    private async Task Receive()
    {
        if (SentDay("received") is not { } on) Refuse("请填写收到日期。", "Give the day on which it came.");
        else Finish(await Rounds.Receive(Id, SentId,
            new ObjectionToReceive(SentChamber("about"), on, Sent("who") ?? "", Sent("what") ?? ""), Desk.Actor, Cancel));
    }

    private async Task Answer(Objection objection)
    {
        var accepted = Sent("verdict") == "accept";
        var chosen = SentAll("entry");
        if (accepted && chosen.Count == 0)
        {
            Refuse("采纳时至少勾选一条补录；没有可计入的，请选“不采纳”并写明理由。", "Tick what is taken in, or reject with a reason.");
            return;
        }
        var given = new AnswerToGive(accepted, Sent("reason") ?? "",
            accepted ? [.. chosen.Where(EntryId.IsValid).Select(e => (objection.Chamber!.Value, new EntryId(e)))] : []);
        Finish((await Rounds.AnswerObjection(Id, objection.Id, given, Desk.Actor, null, Cancel)).Answer);
    }
}
