using MicroPoints.Activities;
using MicroPoints.Imports;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>What a file that was sent would do, and the button that does it.</summary>
public sealed partial class ImportPreviewPage
{
    private const string Mapped = "map-";

    private UploadedFile? _file;
    private ImportRequest? _request;
    private ImportPreview? _preview;
    private ImportOutcome? _outcome;
    private Title? _refused;
    private IReadOnlyDictionary<string, string> _map = new Dictionary<string, string>();

    [Parameter]
    public string Key { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Shape { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Document { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!Desk.MayRecord || Uploads.Find(Desk.Actor.Id, Key) is not { } file)
        {
            Desk.NotFound();
            return;
        }
        _map = Context.HttpContext!.Request.Query.Where(q => q.Key.StartsWith(Mapped, StringComparison.Ordinal))
            .ToDictionary(q => q.Key[Mapped.Length..], q => q.Value.ToString());
        _file = file;
        _request = new ImportRequest(file.Name, Shape == "department" ? TableShape.Department : TableShape.Annual, Desk.Period, Desk.Scope)
        {
            Kind = KindId.IsValid(Kind) ? new KindId(Kind!) : null,
            Document = string.IsNullOrWhiteSpace(Document) ? null : Document.Trim(),
            Columns = _map,
        };
        _preview = await Imports.Preview(file.Bytes, _request, Desk.Actor, null, Cancel);
    }

    /// <summary>How a file is read, as the address says it.</summary>
    public static QueryString Query(string? shape, string? kind, string? document) => QueryString.Create(
        new Dictionary<string, string?> { ["shape"] = shape, ["kind"] = kind, ["document"] = document }.Where(q => q.Value is not null));

    /// <summary>The mended file takes the place of this one, read in the same way.</summary>
    private async Task Resend()
    {
        if (!Desk.MayRecord) return;
        var file = await SentFile.Read(Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null, Cancel);
        if ((_refused = file.Refused) is null)
            Desk.GoTo($"/imports/new/{Uploads.Keep(Desk.Actor.Id, file.Name, file.Bytes)}{Query(Shape, Kind, Document)}");
    }

    private async Task Apply()
    {
        if (_file is not { } file || _request is not { } request) return;
        _outcome = await Imports.Apply(file.Bytes, request, Desk.Actor, null, Cancel);
    }

    /// <summary>The kind that a department's list counts; null for the annual table.</summary>
    private ActivityKind? KindOf => _request?.Kind is { } kind ? Workspace.Kinds.Find(kind) : null;

    private string Grade(Title? grade) => grade is null ? "—" : T(grade);

    private string Text(PlannedLine line)
    {
        string Of(Activities.Measured? measured) => measured is null ? "—" : T(MeasuredText.Of(measured, line.Activity));
        return line.Was is not null && line.Was != line.Now ? $"{Of(line.Was)} → {Of(line.Now)}" : Of(line.Now);
    }
}
