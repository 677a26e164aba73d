using MicroPoints.Chambers;
using MicroPoints.Documents;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Puts chambers on the register: townships that are ticked, a table, or one by hand. All of a sending or none.</summary>
public sealed partial class RegisterPage
{
    private IReadOnlyList<Township> _places = [];
    private IReadOnlyList<(Title? Where, Title What)> _problems = [];
    private Title? _done;

    protected override async Task OnInitializedAsync()
    {
        if (Desk.Scope.IsNation) return;
        var seats = await Seats();
        _places = [.. Townships.In(Desk.Scope).Where(t => !seats.Contains(t.Code))];
    }

    private async Task<IReadOnlyList<RegionCode>> Seats()
    {
        var seats = new List<RegionCode>();
        foreach (var (stream, _) in await Workspace.Log.Cut(Desk.Scope, StreamType.Chamber, Cancel))
            if (await Workspace.Seats.Of(new ChamberId(stream.Name), Cancel) is { } seat) seats.Add(seat);
        return seats;
    }

    private IFormCollection? Form => Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null;

    private string? Sent(string field) =>
        _done is null && Form?[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Zones and farms rarely have a chamber.</summary>
    private bool IsTaken(Township place) => Form is { } form && form.ContainsKey("take")
        ? form["take"].Contains(place.Code.Value) : !place.IsZone;

    private string NameOf(Township place) => Sent($"name-{place.Code}") ?? $"{place.Name}商会";

    private Task TakePlaces()
    {
        var ticked = _places.Where(p => Form!["take"].Contains(p.Code.Value)).ToList();
        if (ticked.Count > 0) return Take([.. ticked.Select(p => new ChamberRow(0, new ChamberId(p.Code.Value),
            new RegisterChamber(new EntryId("register"), NameOf(p), p.ChamberKind, p.Code, [p.Code], null), null))]);
        _problems = [(null, new Title("没有勾选乡镇街道。", "No township is ticked."))];
        return Task.CompletedTask;
    }

    private async Task TakeTable()
    {
        var file = await SentFile.Read(Form, Cancel);
        if (file.Refused is { } refused)
        {
            _problems = [(null, refused)];
            return;
        }
        var (rows, problems) = ChamberRows.Read(file.Bytes, Desk.Scope);
        if (problems.Count > 0) _problems = [.. problems.Select(p => ((Title?)WhereOf(p), p.What))];
        else await Take(rows);
    }

    private async Task TakeOne()
    {
        if (Sent("region") is not { } code || !RegionCode.IsValid(code) || !Desk.Scope.Contains(new RegionCode(code)))
        {
            _problems = [(null, new Title(
                $"区划代码要以本县的 {Desk.Scope} 开头，6 位或 9 位。", $"The region code begins with {Desk.Scope}, six or nine digits."))];
            return;
        }
        var region = new RegionCode(code);
        var taken = (await Seats()).Count(s => s == region);
        var id = new ChamberId(taken == 0 ? code : $"{code}-{taken + 1}");
        DateOnly? founded = null;
        if (Sent("founded") is { } text)
        {
            if (!Calendar.TryParseDay(text, out var day))
            {
                _problems = [(null, new Title($"成立日期“{text}”不是 2018-05-01 这样的日期。", $"'{text}' is not a day such as 2018-05-01."))];
                return;
            }
            founded = day;
        }
        await Take([new ChamberRow(0, id, new RegisterChamber(
            new EntryId("register"), Sent("name") ?? "", Sent("kind") ?? "", region, [], founded), null)]);
    }

    /// <summary>Every row is judged before the first is written.</summary>
    private async Task Take(IReadOnlyList<ChamberRow> rows)
    {
        if (!Desk.MayRecord) return;
        var problems = new List<(Title?, Title)>();
        foreach (var row in rows)
            if (await Workspace.Chambers.Preview(row.Chamber, Desk.Actor, row.Commands, Cancel) is BatchAnswer.Refused no)
                problems.Add((row.Line > 0 ? new Title($"第 {row.Line} 行", $"line {row.Line}") : new Title(row.Register.Name),
                    RefusalWords.Of(no.Lines[0].Reason, no.Lines[0].Detail)));
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
