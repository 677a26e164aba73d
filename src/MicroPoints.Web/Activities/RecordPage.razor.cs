using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Records one activity, with a look before it at what it would credit.</summary>
public sealed partial class RecordPage
{
    private const string Preview = "preview";

    private IReadOnlyList<FoundChamber> _chambers = [];
    private IReadOnlyList<Ruleset> _rulesets = [];
    private ChamberId? _chamber;
    private string _chamberName = "";
    private ActivityKind? _kind;
    private string _id = RecordForm.NewId();
    private IReadOnlyList<FormProblem> _problems = [];
    private Title? _refused;
    private IReadOnlyList<CreditLine>? _previewed;
    private IReadOnlyList<CreditLine> _credited = [];
    private LedgerCommand? _recorded;
    private string? _late;

    [SupplyParameterFromQuery(Name = RecordForm.Chamber)]
    public string? AskedChamber { get; set; }

    [SupplyParameterFromQuery(Name = RecordForm.Kind)]
    public string? AskedKind { get; set; }

    /// <summary>The round for whose objections a closed year is recorded in.</summary>
    [SupplyParameterFromQuery(Name = RecordForm.Late)]
    public string? AskedLate { get; set; }

    private bool IsLate => Desk.MayApprove && RoundId.IsValid(Form?[RecordForm.Late].ToString() is { Length: > 0 } sent ? sent : AskedLate);

    private IFormCollection? Form => Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null;

    /// <summary>What was typed; nothing once it is recorded.</summary>
    private string? Given(string field) => _recorded is null && Form?[field].ToString() is { Length: > 0 } text ? text : null;

    protected override async Task OnInitializedAsync()
    {
        if (!Desk.MayRecord) return;
        _rulesets = await RulesOfCounty.All(Desk);
        await Search.CatchUp(TimeSpan.FromSeconds(1), Cancel);
        _chambers = (await Search.Find(new ChamberQuery(Desk.Scope), Cancel)).Items;
        await Choose(Form?[RecordForm.Chamber].ToString() ?? AskedChamber, Form?[RecordForm.Kind].ToString() ?? AskedKind);
    }

    private async Task Choose(string? chamber, string? kind)
    {
        _chamber = await ChamberAt.Find(Desk, chamber);
        _chamberName = _chambers.FirstOrDefault(c => c.Id == _chamber)?.Name ?? _chamber?.Value ?? "";
        _kind = KindId.IsValid(kind) ? Workspace.Kinds.Find(new KindId(kind!)) : null;
    }

    private async Task Submit()
    {
        if (Form is not { } form || _chamber is not { } chamber || _kind is not { } kind) return;
        (var record, _problems) = RecordForm.Read(form, kind);
        _id = form[RecordForm.Id].ToString() is { } id && EntryId.IsValid(id) ? id : _id;
        if (record is null)
        {
            _refused = new Title("有几处需要改一下，见下面标出的项目；还没有保存。",
                "Some fields need another look; nothing was saved.");
            return;
        }
        if (form["do"] == Preview) (_refused, _previewed) = await PreviewCredit.Of(Desk, chamber, record);
        else await Save(chamber, record);
    }

    private async Task Save(ChamberId chamber, RecordActivity record)
    {
        var answer = await Workspace.Chambers.Run(chamber, Desk.Actor, record, Cancel);
        if (IsLate && answer is Answer.Refused { Reason: Refusal.PeriodClosed })
        {
            _late = Form![RecordForm.Late];
            answer = await LetIn(chamber, record) ?? await Workspace.Chambers.Run(chamber, Desk.Actor, record, Cancel);
        }
        switch (answer)
        {
            case Answer.Refused refused:
                _refused = RefusalWords.Of(refused.Reason, refused.Detail);
                break;
            case Answer.Recorded { Entries: [var entry, ..] }:
                await Done(chamber, record, entry);
                break;
            case Answer.Exists { First: var first }:
                await Done(chamber, record, first);
                break;
        }
    }

    /// <summary>Opens the closed year for today; null where that was done.</summary>
    private async Task<Answer.Refused?> LetIn(ChamberId chamber, RecordActivity record) => await Workspace.Chambers.Run(
        chamber, Desk.Actor, new OpenLateWindow(new EntryId($"late-{record.Id}"), Period.Year(record.On.Last.Year), Workspace.Today,
            $"年度评价 {_late} 异议核查"), Cancel) as Answer.Refused;

    private async Task Done(ChamberId chamber, RecordActivity record, Streams.SealedEntry entry)
    {
        (_recorded, _id) = (record, RecordForm.NewId());
        _credited = await Workspace.Chambers.Credited(chamber, entry, Cancel);
    }
}
