using MicroPoints.Chambers;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;

namespace MicroPoints.Web;

/// <summary>What the register says of one chamber: another name, other lines, its end.</summary>
public sealed partial class ChamberRegisterPage
{
    private Chamber? _chamber;
    private IReadOnlyList<AttributeDefinition> _attributes = [];
    private IReadOnlyList<FormProblem> _fields = [];
    private string? _why;
    private Title? _refused, _done;

    [Parameter]
    public string Id { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        if (await ChamberAt.Find(Desk, Id) is not { } id)
        {
            Desk.NotFound();
            return;
        }
        var view = await Workspace.Chambers.View(id, Desk.Period, AsOf.On(Workspace.Today), Cancel);
        (_chamber, _why) = (view.Register, null);
        if (_chamber?.End is not null && Desk.SeesWords)
            _why = (await view.Entries(Cancel)).LastOrDefault(e => e.Body is ChamberDissolved)?.Reason?.Text;
        var attributes = new List<AttributeDefinition>();
        foreach (var adoption in Workspace.Regions.AdoptionsOf(Desk.Scope, AsOf.On(Workspace.Today)))
            attributes.AddRange((await Workspace.Library.Get(adoption.Ruleset, adoption.Hash, Workspace.Kinds, Cancel)).Ruleset.Attributes);
        _attributes = [.. attributes.DistinctBy(a => a.Id)];
    }

    private string? Sent(string field) => _done is null && Context.HttpContext is { Request.HasFormContentType: true } http
        && http.Request.Form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    private bool IsMine => _chamber is { End: null } && Desk.MayRecord;

    private async Task Rename()
    {
        if (!IsMine || _chamber is not { } chamber) return;
        var (name, bad) = (Sent("name") ?? "", new List<FormProblem>());
        var on = Day("name-on", bad);
        var names = new ChamberNaming(await Workspace.ChambersIn(chamber.Seat.Enclosing(RegionLevel.County), Cancel));
        if ((ChamberNaming.Unfit(name) ?? names.Taken(chamber.Id, chamber.Seat, name)) is { } unfit)
            bad.Add(new FormProblem("name", unfit));
        _fields = bad;
        if (bad.Count == 0) await Told(await Workspace.Register.Rename(chamber.Id, name, on!.Value, Desk.Actor, Cancel));
    }

    private async Task SetLines()
    {
        if (!IsMine || _chamber is not { } chamber) return;
        var (bad, lines) = (new List<FormProblem>(), new List<RegisterLine>());
        var known = chamber.AttributeOn(Chamber.RegisteredOn, Workspace.Today);
        if (Sent(Chamber.RegisteredOn) is { } registered)
        {
            if (Day(Chamber.RegisteredOn, bad) is { } since && registered != known)
                lines.Add(new RegisterLine(Chamber.RegisteredOn, Calendar.Text(since), since));
        }
        else if (known is not null) bad.Add(new FormProblem(Chamber.RegisteredOn, new Title(
            $"已登记为 {known}，不能清空：登记错了请改成对的日期", $"it is registered as {known} and cannot be emptied: give the right day")));
        foreach (var attribute in _attributes)
            if (LineOf(chamber, attribute, bad) is { } line) lines.Add(line);
        _fields = bad;
        if (bad.Count > 0) return;
        await Told(lines.Count == 0 ? null : await Workspace.Register.Set(chamber.Id, lines, Desk.Actor, Cancel));
    }

    /// <summary>What was sent of one line; null where that changes nothing, or is not right and stands among the bad.</summary>
    private RegisterLine? LineOf(Chamber chamber, AttributeDefinition line, List<FormProblem> bad)
    {
        var (value, day) = (RegisterLineField.ValueOf(line), RegisterLineField.DayOf(line));
        var known = chamber.AttributeOn(line.Id, Workspace.Today);
        if (Sent(value) is not { } text)
        {
            if (known is not null) bad.Add(new FormProblem(value, new Title(
                "已有登记，不能清空：请改成对的", "it is registered and cannot be emptied: give what is right")));
            else if (Sent(day) is not null) bad.Add(new FormProblem(value, new Title(
                "填了日期，没有填内容", "a day is given, and not what it is from then on")));
            return null;
        }
        // What stands there was fit for the rules of its day.
        if (text != known && RegisterLineField.Unfit(line, text) is { } unfit) bad.Add(new FormProblem(value, unfit));
        if (Sent(day) is null)
        {
            if (text != known) bad.Add(new FormProblem(day, new Title("请填从哪天起", "give the day from which it is so")));
            return null;
        }
        return Day(day, bad) is { } on ? new RegisterLine(line.Id, text, on) : null;
    }

    private async Task Dissolve()
    {
        if (!IsMine || !Desk.MayApprove || _chamber is not { } chamber) return;
        var bad = new List<FormProblem>();
        var on = Day("end-on", bad);
        if (on < chamber.Founded) bad.Add(new FormProblem("end-on", new Title("不能早于成立日期", "it is before the founding day")));
        if (Sent("why") is null) bad.Add(new FormProblem("why", new Title("请写明为什么注销", "say why")));
        _fields = bad;
        if (bad.Count > 0) return;
        // Whoever sends the form without script may have passed over the box.
        if (Sent("sure") is null) _refused = new Title("没有注销：请先看过后果，并勾选确认。", "Not dissolved: read what follows and tick that you have.");
        else await Told(await Workspace.Register.Dissolve(chamber.Id, on!.Value, Sent("why")!, Desk.Actor, Cancel));
    }

    private DateOnly? Day(string field, List<FormProblem> bad)
    {
        if (!Calendar.TryParseDay(Sent(field) ?? "", out var day))
            bad.Add(new FormProblem(field, new Title("请填日期，例如 2026-04-12", "give a day such as 2026-04-12")));
        else if (day > Workspace.Today)
            bad.Add(new FormProblem(field, new Title("在今天之后：到了那天再登记", "it is after today: register it on that day")));
        else return day;
        return null;
    }

    /// <summary>Shows the register as it is after what was sent.</summary>
    /// <param name="answer">Null where nothing that was sent differs.</param>
    private async Task Told(Answer? answer)
    {
        if (answer is Answer.Refused refused)
        {
            _refused = RefusalWords.Of(refused.Reason, refused.Detail);
            await OnInitializedAsync();
            return;
        }
        _done = answer is Answer.Recorded ? new Title("已保存。", "Saved.") : new Title("没有变化，不用保存。", "Nothing differs.");
        await OnInitializedAsync();
    }

    /// <summary>No day is proposed: the name that stands there with another day moves its start.</summary>
    private string NameOnLabel(Chamber chamber)
    {
        var since = chamber.Names.Select(n => n.From).Distinct().OrderDescending()
            .TakeWhile(d => chamber.NameOn(d) == chamber.Name).Last();
        return since == Limits.FirstDay ? T("从哪天起用", "From which day")
            : T($"从哪天起用（现在的名称从 {Desk.TableDay(since)} 起）", $"From which day (the name it has now: {Desk.TableDay(since)})");
    }

    /// <summary>What the register says, with the codes that lists and the civil affairs office go by.</summary>
    private IEnumerable<(Title Label, string? Value, string? Codes)> Lines(Chamber chamber)
    {
        yield return (new("编号", "Id"), null, chamber.Id.Value);
        yield return (new("类别", "Kind"), T(ChamberKinds.TitleOf(chamber.Kind)), null);
        yield return (new("所在地", "Seat"), Place(chamber.Seat), chamber.Seat.Value);
        if (chamber.Serves.Count > 0) yield return (new("服务范围", "Serves"),
            string.Join('、', chamber.Serves.Select(Place).OfType<string>()), string.Join('、', chamber.Serves));
        yield return (new("成立日期", "Founded"), chamber.Founded is { } day ? Desk.TableDay(day) : "—", null);
        yield return (new("民政登记日期", "Registered"), chamber.AttributeOn(Chamber.RegisteredOn, Workspace.Today) ?? "—", null);
        foreach (var line in _attributes) yield return (line.Title,
            chamber.AttributeOn(line.Id, Workspace.Today) is { } value ? T(RegisterLineField.Shown(line, value)) : "—", null);
        if (chamber.Names.OrderBy(n => n.From).Select(n => n.Name).Where(n => n != chamber.Name).Distinct().ToList() is [_, ..] names)
            yield return (new("曾用名", "Earlier names"), string.Join('；', names), null);
    }

    private static string? Place(RegionCode region) =>
        Townships.In(region) is [var only] && only.Code == region ? only.Name : null;

    private static Title Ending(Chamber chamber) => chamber.End switch
    {
        ChamberEnd.Merged => new("已并入其他商会", "merged into another"),
        ChamberEnd.Split => new("已拆分", "split"),
        _ => new("已注销", "dissolved"),
    };
}
