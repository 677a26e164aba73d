using MicroPoints.Activities;
using MicroPoints.Imports;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace MicroPoints.Web;

/// <summary>What a file that was sent would do, and the button that does it.</summary>
public sealed partial class ImportPreviewPage
{
    private const string Mapped = "map-", YearOf = "year", Confirm = "apply";

    private UploadedFile? _file;
    private ImportRequest? _request;
    private ImportPreview? _preview;
    private ImportOutcome? _outcome;
    private bool _isUnfinished;
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

    /// <summary>The year that a table is for, where it is not the one that is worked on: of an import that was begun in another.</summary>
    [SupplyParameterFromQuery(Name = YearOf)]
    public int? Year { get; set; }

    private Period Period => Year is { } year && Desk.Years.Count > 1 && Desk.Years.Contains(year) ? Period.Year(year) : Desk.Period;

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
        _request = new ImportRequest(file.Name, Shape == "department" ? TableShape.Department : TableShape.Annual, Period, Desk.Scope)
        {
            Kind = KindId.IsValid(Kind) ? new KindId(Kind!) : null,
            Document = string.IsNullOrWhiteSpace(Document) ? null : Document.Trim(),
            Columns = _map,
        };
        // What is confirmed was looked at, and is looked at once more when it is written.
        if (Form?["_handler"].ToString() != Confirm) await Look(file, _request);
    }

    private IFormCollection? Form => Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null;

    private async Task Look(UploadedFile file, ImportRequest request)
    {
        _preview = await Imports.Preview(file.Bytes, request, Desk.Actor, null, Cancel);
        _isUnfinished = _preview.Import is { } import
            && await Imports.Find(import, Desk.Actor, Cancel) is { Status: ImportStatus.Unfinished };
    }

    /// <summary>How a file is read, as the address says it.</summary>
    public static QueryString Query(string? shape, string? kind, string? document, int? year = null) => QueryString.Create(
        new Dictionary<string, string?> { ["shape"] = shape, ["kind"] = kind, ["document"] = document, [YearOf] = $"{year}" }
            .Where(q => !string.IsNullOrEmpty(q.Value)));

    /// <summary>The mended file takes the place of this one, read in the same way.</summary>
    private async Task Resend()
    {
        if (!Desk.MayRecord) return;
        var file = await SentFile.Read(Form, Cancel);
        if ((_refused = file.Refused) is null)
            Desk.GoTo($"/imports/new/{Uploads.Keep(Desk.Actor.Id, file.Name, file.Bytes)}{Query(Shape, Kind, Document, Year)}");
    }

    private async Task Apply()
    {
        if (_file is not { } file || _request is not { } request) return;
        var (imports, uploads, actor, page) = (Imports, Uploads, Desk.Actor, Page);
        var import = await imports.IdOf(file.Bytes, request, Cancel);
        uploads.Begin(import, file.Key, page);
        var begun = await Works.Run(new WorkToDo($"import {import}", new Title($"导入“{file.Name}”", $"import of {file.Name}"),
            actor, request.Scope, page, import), async (progress, stop) =>
        {
            var outcome = await imports.Apply(file.Bytes, request, actor, progress, stop);
            if (outcome.End is ImportEnd.Done or ImportEnd.NothingNew) uploads.End(import);
            return outcome;
        }, outcome => ImportEnds.OfFile(outcome, file.Name, page));
        _outcome = begun.Result;
        if (_outcome is null) Desk.GoTo(begun.Work.Path);
        else if (_outcome.End is not (ImportEnd.Done or ImportEnd.NothingNew)) await Look(file, request);
    }

    /// <summary>This page, with the year in it: whoever comes back may work on another by then.</summary>
    private string Page
    {
        get
        {
            var http = Context.HttpContext!.Request;
            var query = new QueryBuilder(http.Query.Where(q => q.Key != YearOf)) { { YearOf, $"{Period.From.Year}" } };
            return $"{http.Path}{query}";
        }
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
