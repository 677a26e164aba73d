using MicroPoints.Chambers;
using MicroPoints.Documents;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Puts chambers on the register: townships that are ticked, a table, or one by hand. All of a sending or none.</summary>
public sealed partial class RegisterPage
{
    private const string Unlisted = "unlisted";

    private IReadOnlyList<Township> _places = [];
    private IReadOnlyList<(Title? Where, Title What)> _problems = [];
    private IReadOnlyList<FormProblem> _fields = [];
    private bool _mayConfirm;
    private Title? _done;

    protected override async Task OnInitializedAsync()
    {
        if (Desk.Scope.IsNation) return;
        var seats = await Seats();
        _places = [.. Townships.In(Desk.Scope).Where(t => !seats.Contains(t.Code))];
    }

    private async Task<IReadOnlyList<RegionCode>> Seats() => [.. (await Workspace.ChambersIn(Desk.Scope, Cancel)).Select(c => c.Seat)];

    private async Task<CountyOfRows> County() => new(Desk.Scope,
        new ChamberNaming(await Workspace.ChambersIn(Desk.Scope, Cancel)), Workspace.Today, Sent(Unlisted) is not null);

    private IFormCollection? Form => Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null;

    private string? Sent(string field) =>
        _done is null && Form?[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Zones and farms rarely have a chamber.</summary>
    private bool IsTaken(Township place) => Form is { } form && form.ContainsKey("take")
        ? form["take"].Contains(place.Code.Value) : !place.IsZone;

    private string NameOf(Township place) => Sent($"name-{place.Code}") ?? $"{place.Name}商会";

    private async Task TakePlaces()
    {
        var ticked = _places.Where(p => Form!["take"].Contains(p.Code.Value)).ToList();
        if (ticked.Count == 0)
        {
            _problems = [(null, new Title("没有勾选乡镇街道。", "No township is ticked."))];
            return;
        }
        var (county, problems, good) = (await County(), new List<(Title?, Title)>(), new List<ChamberRow>());
        foreach (var place in ticked)
        {
            var (id, name) = (new ChamberId(place.Code.Value), NameOf(place));
            if ((ChamberNaming.Unfit(name) ?? county.Names.Taken(id, place.Code, name)) is { } bad)
                problems.Add((new Title(place.Name), bad));
            else
            {
                county.Names.Take(id, place.Code, name, new Title($"{place.Name}的“{name}”", $"'{name}' of {place.Name}"));
                good.Add(new ChamberRow(0, id, new RegisterChamber(
                    new EntryId("register"), name, place.ChamberKind, place.Code, [place.Code], null), null));
            }
        }
        await Take(good, problems);
    }

    private async Task TakeTable()
    {
        var file = await SentFile.Read(Form, Cancel);
        if (file.Refused is { } refused)
        {
            _problems = [(null, refused)];
            return;
        }
        var (rows, problems) = ChamberRows.Read(file.Bytes, await County());
        _mayConfirm = problems.Any(p => p.MayBeConfirmed);
        await Take(rows, [.. problems.OrderBy(p => p.Line).Select(p => ((Title?)WhereOf(p), p.What))]);
    }

    /// <summary>Every bad field is told beside it.</summary>
    private async Task TakeOne()
    {
        var (county, bad, name) = (await County(), new List<FormProblem>(), Sent("name") ?? "");
        RegionCode? seat = RegionCode.IsValid(Sent("region")) ? new RegionCode(Sent("region")!) : null;
        if (seat is not { } at) bad.Add(new FormProblem("region", new Title(
            $"区划代码要以本县的 {Desk.Scope} 开头，6 位或 9 位。", $"The region code begins with {Desk.Scope}, six or nine digits.")));
        else if (county.Unfit(at) is var (words, mayBeConfirmed))
        {
            bad.Add(new FormProblem("region", words));
            _mayConfirm = mayBeConfirmed;
        }
        if ((ChamberNaming.Unfit(name) ?? (seat is { } of ? county.Names.Taken(null, of, name) : null)) is { } taken)
            bad.Add(new FormProblem("name", taken));
        DateOnly? founded = null;
        if (Sent("founded") is { } text)
        {
            if (!Calendar.TryParseDay(text, out var day)) bad.Add(new FormProblem("founded",
                new Title($"成立日期“{text}”不是 2018-05-01 这样的日期。", $"'{text}' is not a day such as 2018-05-01.")));
            else if (day > Workspace.Today) bad.Add(new FormProblem("founded",
                new Title("成立日期在今天之后：请核对年份。", "It is after today: check the year.")));
            else founded = day;
        }
        _fields = bad;
        if (bad.Count > 0 || seat is not { } region) return;
        var number = (await Seats()).Count(s => s == region) + 1;
        await Take([new ChamberRow(0, new ChamberId(number == 1 ? region.Value : $"{region}-{number}"), new RegisterChamber(
            new EntryId("register"), name, Sent("kind") ?? "", region, [], founded), null)], []);
    }

    /// <summary>Every row is judged before the first is written, and beside what is wrong with other rows.</summary>
    private async Task Take(IReadOnlyList<ChamberRow> rows, List<(Title?, Title)> problems)
    {
        if (!Desk.MayRecord) return;
        foreach (var row in rows)
            if (await Workspace.Chambers.Preview(row.Chamber, Desk.Actor, row.Commands, Cancel) is BatchAnswer.Refused no)
            {
                var where = row.Line > 0 ? new Title($"第 {row.Line} 行", $"line {row.Line}") : new Title(row.Register.Name);
                problems.AddRange(no.Lines.Select(l => ((Title?)where, RefusalWords.Of(l.Reason, l.Detail))));
            }
        _problems = problems;
        if (problems.Count > 0) return;
        var registered = 0;
        foreach (var row in rows)
            if (await Workspace.Chambers.RunAll(row.Chamber, Desk.Actor, row.Commands, Cancel) is BatchAnswer.Accepted accepted
                && accepted.Lines.Any(l => l is Answer.Recorded)) registered++;
        _done = new Title($"新登记 {registered} 家商会，原有 {rows.Count - registered} 家。",
            $"{registered} chambers registered, {rows.Count - registered} were there already.");
        await OnInitializedAsync();
    }

    private static Title WhereOf(TableProblem problem) => problem.Column is { } column
        ? new Title($"第 {problem.Line} 行“{ChamberRows.Heading(column)}”", $"line {problem.Line}, {column}")
        : new Title($"第 {problem.Line} 行", $"line {problem.Line}");
}
