using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>Objections typed in and answered, with everyone whom an accepted one moved.</summary>
public sealed partial class ObjectionStep
{
    private readonly Dictionary<EntryId, IReadOnlyList<LateEntry>> _late = [];
    private readonly Dictionary<EntryId, IReadOnlyList<MovedChamber>> _moved = [];

    protected override Title NotBefore => new("收到日期不能早于第一次公示的日期", "nothing can be objected before the first notice");

    protected override async Task OnInitializedAsync()
    {
        var late = new LateEntries(Desk, View.State);
        foreach (var objection in View.State.Objections.All)
            if (objection.Answer is { IsAccepted: true })
                _moved[objection.Id] = await Rounds.MovedBy(View.State, objection.Id, null, Cancel);
            else if (objection.Answer is null && IsAnswered) _late[objection.Id] = await late.About(objection.Chamber);
    }

    /// <summary>When it came; who objected and to what stands with it for whoever may see words.</summary>
    private Title Received(Objection objection)
    {
        var (zh, en) = Desk.SeesWords ? ($"，{objection.Who}：{objection.What}", $" from {objection.Who}: {objection.What}") : ("", "");
        return new Title($"{Desk.Day(objection.ReceivedOn)}收到{(objection.IsLate ? "（公示期后）" : "")}{zh}",
            $"Received on {Desk.Day(objection.ReceivedOn)}{(objection.IsLate ? " (after the notice)" : "")}{en}");
    }

    /// <summary>Whether the one at the desk may answer objections now.</summary>
    private bool IsAnswered => View.IsUnderWay && Desk.MayApprove;

    /// <summary>What belongs to an objection about one chamber is mostly all of that chamber's; of the whole list's, somebody says which.
    /// What was ticked stays ticked where the answer was refused.</summary>
    private bool IsTicked(Objection objection, LateEntry entry) =>
        Refused is null ? objection.Chamber is not null : SentAll("entry").Contains(entry.Value);

    private string Words(LateEntry entry) => string.Join(" · ", new[]
    {
        entry.IsReversal ? T("更正（撤销）", "taken back") : T("补录", "late entry"),
        View.NameOf(entry.Chamber), Desk.Day(entry.Fact.On), T(Workspace.Kinds.Of(entry.Fact).Title),
        T(MeasuredText.Of(entry.Fact.Measured, Workspace.Kinds.Of(entry.Fact))), entry.Reason,
    }.Where(w => !string.IsNullOrEmpty(w)));

    private async Task Receive()
    {
        if (SentDay("received") is not { } on) Refuse("请填写收到日期。", "Give the day on which it came.");
        else Finish(await Rounds.Receive(Id, SentId,
            new ObjectionToReceive(SentChamber("about"), on, Sent("who") ?? "", Sent("what") ?? ""), Desk.Actor, Cancel));
    }

    private async Task Answer(Objection objection)
    {
        var accepted = Sent("verdict") == "accept";
        var chosen = SentAll("entry").Select(LateEntry.Read).OfType<(ChamberId, EntryId)>().ToList();
        if (accepted && chosen.Count == 0)
        {
            RefuseNothing(_late[objection.Id].Count > 0);
            return;
        }
        var given = new AnswerToGive(accepted, Sent("reason") ?? "", accepted ? chosen : []);
        var (id, actor) = (Id, Desk.Actor);
        await Take(accepted ? new Title("按采纳的异议重算", "recomputing with the objection") : new Title("登记答复", "entering of the answer"),
            async (rounds, progress, stop) => (await rounds.AnswerObjection(id, objection.Id, given, actor, progress, stop)).Answer);
    }

    private void RefuseNothing(bool isOffered)
    {
        if (isOffered) Refuse("采纳时至少勾选一条补录或更正；都不属于这件异议的，先去补录或更正，或者选“不采纳”并写明理由。",
            "Tick what is taken in; where nothing of it belongs to this objection, record or correct first, or reject with a reason.");
        else Refuse("锁定后还没有可计入的补录或更正，采纳了也不会改变结果。请先补录或更正，再回来采纳；不需要改的，请选“不采纳”并写明理由。",
            "Nothing was recorded or corrected since the lock: accepting would change nothing. Do that first, or reject with a reason.");
    }
}
