using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;

namespace MicroPoints.Web;

/// <summary>Takes back one record, with the reason that the chamber reads.</summary>
public sealed partial class ReversePage
{
    private ChamberId? _chamber;
    private string _name = "";
    private Fact? _fact;
    private string? _reason, _given;
    private Title? _refused;
    private bool _done;

    [Parameter]
    public string Id { get; set; } = "";

    [Parameter]
    public string Entry { get; set; } = "";

    /// <summary>The round for whose objections a closed year is corrected.</summary>
    [SupplyParameterFromQuery(Name = RecordForm.Late)]
    public string? AskedLate { get; set; }

    private RoundId? Late => RoundId.IsValid(AskedLate) ? new RoundId(AskedLate!) : null;

    /// <summary>Where the right one is recorded.</summary>
    private string Anew(Fact fact) => $"/record?chamber={_chamber}&kind={fact.Kind}{(Late is { } round ? $"&late={round}" : "")}";

    protected override async Task OnInitializedAsync()
    {
        if (!Desk.MayRecord || await ChamberAt.Find(Desk, Id) is not { } chamber || !EntryId.IsValid(Entry)
            || await Workspace.Log.Find(StreamId.Of(chamber), [new EntryId(Entry)], Cancel) is not [var entry]
            || LedgerState.FactOf(entry) is not { } fact)
        {
            Desk.NotFound();
            return;
        }
        var view = await Workspace.Chambers.View(chamber, Desk.Period, AsOf.On(Workspace.Today), Cancel);
        (_chamber, _fact, _reason, _name) = (chamber, fact, entry.Reason?.Text, view.Register?.Name ?? chamber.Value);
    }

    private async Task Reverse()
    {
        if (_chamber is not { } chamber || Context.HttpContext?.Request.Form is not { } form) return;
        _given = form[RecordForm.Reason].ToString().Trim();
        // The id follows from what is taken back and why, so that a second click finds the first.
        var id = new EntryId($"undo-{Digest.OfText($"{Entry}\n{_given}").ToString()[..32]}");
        if (await Workspace.Chambers.Run(chamber, Desk.Actor, new ReverseActivity(id, new EntryId(Entry), _given), Cancel)
            is Answer.Refused refused) _refused = RefusalWords.Of(refused.Reason, refused.Detail);
        else _done = true;
    }
}
