using MicroPoints.Activities;
using MicroPoints.Imports;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Records one kind of activity of one day for many chambers: all or nothing, as one import that is taken back as one.</summary>
public sealed partial class RecordManyPage
{
    private const string Preview = "preview";

    /// <summary>Of rows that are wrong in the same way, so many are named.</summary>
    private const int Named = 3;

    private IReadOnlyList<FoundChamber> _chambers = [];
    private IReadOnlyList<GridEntry> _entries = [];
    private IReadOnlyList<Ruleset> _rulesets = [];
    private string _ruleset = CountyList.Sample;
    private ActivityKind? _kind;
    private string _id = RecordForm.NewId();
    private IReadOnlyList<FormProblem> _problems = [];
    private IReadOnlyDictionary<ChamberId, GridOutlook> _outlooks = new Dictionary<ChamberId, GridOutlook>();
    private Title? _said;
    private ImportOutcome? _outcome;

    [SupplyParameterFromQuery(Name = RecordForm.Kind)]
    public string? AskedKind { get; set; }

    private IFormCollection? Form => Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null;

    private string? Sent(string field) => Form?[field].ToString() is { Length: > 0 } text ? text : null;

    protected override async Task OnInitializedAsync()
    {
        if (!Desk.MayRecord) return;
        (_rulesets, _ruleset) = (await RulesOfCounty.All(Desk), await CountyList.RulesetOf(Desk));
        await Search.CatchUp(TimeSpan.FromSeconds(1), Cancel);
        _chambers = [.. (await Search.Find(new ChamberQuery(Desk.Scope), Cancel)).Items.Where(c => c.EndedOn is null)
            .OrderBy(c => c.Seat).ThenBy(c => c.Id)];
        var kind = Form?[RecordForm.Kind].ToString() ?? AskedKind;
        _kind = KindId.IsValid(kind) ? Workspace.Kinds.Find(new KindId(kind!)) : null;
        if (_kind is not null) _entries = GridEntry.Of(_kind);
    }

    private async Task Submit()
    {
        if (Form is not { } form || _kind is not { } kind) return;
        var reading = new GridForm(kind, _chambers, Workspace.Today);
        var (grid, problems) = reading.Read(form);
        _id = grid?.Id ?? (Sent(GridForm.Grid) is { } sent && EntryId.IsValid(sent) ? sent : _id);
        if (grid is null || grid.Rows.All(r => r.Measured is null) && problems.Count > 0)
        {
            Say(problems);
            return;
        }
        var request = RequestOf(grid, kind);
        var preview = await Imports.Preview(grid, request, Desk.Actor, Cancel);
        Say([.. problems, .. preview.Problems.Select(reading.Place)]);
        if (_problems.Count > 0) return;
        _outlooks = await GridOutlook.Of(Desk, _chambers, preview);
        if (form["do"] == Preview)
        {
            var (many, corrected) = (preview.Count(LineKind.New), preview.Count(LineKind.Corrects) + preview.Count(LineKind.TakesBack));
            _said = new Title($"预览：登记 {many} 条{(corrected > 0 ? $"，更正 {corrected} 条" : "")}，还没有保存。核对每一行的得分，再按“登记”。",
                $"A preview: {many} to be recorded{(corrected > 0 ? $", {corrected} corrected" : "")}; nothing is saved yet.");
            return;
        }
        var (imports, actor, page) = (Imports, Desk.Actor, $"/record/many?kind={kind.Id}");
        var import = await imports.IdOf(grid, request, Cancel);
        var begun = await Works.Run(new WorkToDo($"grid {import}",
            new Title($"成批登记{kind.Title.QuotedZh}", $"recording of {kind.Title.EnOrZh}"),
            actor, request.Scope, page, import), (progress, stop) => imports.Apply(grid, request, actor, progress, stop).AsTask(),
            outcome => ImportEnds.OfGrid(outcome, page));
        if ((_outcome = begun.Result) is null)
        {
            Desk.GoTo(begun.Work.Path);
            return;
        }
        if (_outcome.End is ImportEnd.Done or ImportEnd.NothingNew) return;
        Say([.. _outcome.Problems.Select(reading.Place)]);
        if (_outcome.End == ImportEnd.BrokenOff) _said = new Title("中途停下了：已登记的都在，再按一次“登记”就接着登记，不会重复。",
            "It stopped on the way: record once more and it goes on without repeating.");
    }

    private ImportRequest RequestOf(BatchGrid grid, ActivityKind kind)
    {
        var period = Desk.Period.Contains(grid.On) ? Desk.Period : Period.Year(grid.On.Last.Year);
        return new ImportRequest($"成批登记：{kind.Title.Zh} {grid.On}", TableShape.Grid, period, Desk.Scope)
        {
            Ruleset = _ruleset,
            Kind = kind.Id,
            Document = Sent(GridForm.Document)?.Trim() is { Length: > 0 } document ? document : null,
        };
    }

    private void Say(IReadOnlyList<FormProblem> problems)
    {
        _problems = problems;
        _said = problems.Count == 0 ? null : new Title($"有 {problems.Count} 处要改，都标在下面；还没有登记，填的都在。",
            $"{problems.Count} places need another look, marked below; nothing was recorded.");
    }

    /// <summary>Whose field it is, in words.</summary>
    private string NameOf(string field) =>
        _chambers.FirstOrDefault(c => _entries.Any(e => field == e.Field + GridForm.RowOf(c.Id))) is { } chamber ? chamber.Name
        : field == RecordForm.On ? T("日期", "Day") : field == RecordForm.Expires ? T("失效日期", "Ends") : T("事由", "Occasion");
}
