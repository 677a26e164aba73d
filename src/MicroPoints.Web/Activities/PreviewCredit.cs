using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MicroPoints.Web;

/// <summary>What an activity would credit; nothing is written.</summary>
internal static class PreviewCredit
{
    public static async ValueTask<(Title? Refused, IReadOnlyList<CreditLine>? Lines)> Of(
        Desk desk, ChamberId chamber, RecordActivity record) =>
        await desk.Workspace.Chambers.Preview(chamber, desk.Actor, [record], desk.Cancel) switch
        {
            BatchAnswer.Refused { Lines: [var line, ..] } => (RefusalWords.Of(line.Reason, line.Detail), null),
            BatchAnswer.Accepted { Lines: [Answer.Recorded { Entries: [var entry, ..] }] } =>
                (null, await desk.Workspace.Chambers.WouldCredit(chamber, LedgerState.FactOf(entry)!, desk.Cancel)),
            BatchAnswer.Accepted { Lines: [Answer.Exists { First: var first }] } =>
                (null, await desk.Workspace.Chambers.Credited(chamber, first, desk.Cancel)),
            _ => throw new InvariantException("a preview of one line has one answer"),
        };

    /// <summary>The same for the page's script, as a part of the page.</summary>
    public static async Task<IResult> Answer(HttpContext http, Desk desk, IAntiforgery forms)
    {
        await forms.ValidateRequestAsync(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var kind = KindId.IsValid(form[RecordForm.Kind]) ? desk.Workspace.Kinds.Find(new KindId(form[RecordForm.Kind]!)) : null;
        if (!desk.MayRecord || kind is null || await ChamberAt.Find(desk, form[RecordForm.Chamber]) is not { } chamber)
            return Results.NotFound();
        // What is not filled in yet is no mistake while somebody types.
        var (record, _) = RecordForm.Read(form, kind);
        if (record is null) return Results.NoContent();
        var (refused, lines) = await Of(desk, chamber, record);
        return new RazorComponentResult<CreditLines>(new Dictionary<string, object?>
        {
            [nameof(CreditLines.Lines)] = lines ?? [],
            [nameof(CreditLines.IsPreview)] = true,
            [nameof(CreditLines.Refused)] = refused,
        });
    }
}
