using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Ends what the county adopted itself, once it was seen what counts from that day on.</summary>
public sealed partial class EndPage
{
    private Ruleset? _ruleset;
    private RulesetAdopted _own = null!;
    private DateOnly _from;
    private string _id = RecordForm.NewId();
    private string? _seen;
    private bool _done;
    private IReadOnlyList<FormProblem> _problems = [];
    private Title? _after, _refused;

    [Parameter]
    public string RulesetId { get; set; } = "";

    private IFormCollection? Form => Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null;

    private string? Sent(string field) => Form?[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    protected override async Task OnInitializedAsync()
    {
        // Sent again after it was done, it is still the one that was ended.
        var own = Workspace.Regions.OwnAdoptions(Desk.Scope).Where(o => o.Adoption.Ruleset == RulesetId)
            .LastOrDefault(o => Form is not null || !(o.Until <= o.Adoption.From) && !(o.Until <= Workspace.Today));
        if (own is null)
        {
            Desk.NotFound();
            return;
        }
        (_own, _ruleset) = (own.Adoption, await RulesOfCounty.Read(Desk, own.Adoption));
        _from = new[] { Workspace.Today, _own.From }.Max();
    }

    private async Task Submit()
    {
        if (Form is null || _ruleset is null || !RulesOfCounty.MayAdopt(Desk)) return;
        _id = Sent(RecordForm.Id) is { } id && EntryId.IsValid(id) ? id : _id;
        _problems = [.. Problems()];
        if (_problems.Count > 0)
        {
            _refused = new Title("有几处需要改一下，见下面标出的项目；还没有停用。", "Some fields need another look; nothing was ended.");
            return;
        }
        _after = await After();
        var shown = Calendar.Text(_from);
        if (Sent("do") == "end" && Sent("seen") == shown)
        {
            var answer = await Workspace.End(
                Desk.Scope, new EndAdoption(new EntryId($"end-{_id}"), RulesetId, _from, Sent("reason")!), Desk.Actor, Cancel);
            if (answer is Answer.Refused refused) _refused = RefusalWords.Of(refused.Reason, refused.Detail);
            _done = answer is not Answer.Refused;
            if (_done) return;
        }
        else if (Sent("do") == "end") _refused = new Title(
            "日期改过了：请再看一遍以后按什么办，再按“确认停用”。", "The day was changed: look once more at what counts, then end them.");
        _seen = shown;
    }

    private IEnumerable<FormProblem> Problems()
    {
        if (!Calendar.TryParseDay(Sent("from") ?? "", out _from)) yield return new FormProblem("from", new Title("请填日期。", "Give a day."));
        if (Sent("reason") is null) yield return new FormProblem("reason", new Title("请写明依据或理由。", "Say why."));
    }

    /// <summary>What counts from the day on: what a region above adopted, else what else counts for the county, else nothing.</summary>
    private async ValueTask<Title> After()
    {
        var at = AsOf.On(_from);
        if (Workspace.Regions.Inherited(RulesetId, Desk.Scope, at) is var (by, adoption))
        {
            var (ruleset, who) = (await RulesOfCounty.Read(Desk, adoption), RegionNames.Shown(by, null));
            return new Title($"改按{who}采用的版本 {ruleset.Version}（{ruleset.Title.Zh}）。",
                $"version {ruleset.Version} counts, which {by} adopted ({ruleset.Title.EnOrZh}).");
        }
        var others = new List<Ruleset>();
        foreach (var other in Workspace.Regions.AdoptionsOf(Desk.Scope, at).Where(a => a.Ruleset != RulesetId))
            others.Add(await RulesOfCounty.Read(Desk, other));
        return others.Count == 0
            ? new Title("本县没有办法可以计分，登记照常。", "nothing counts for the county; recording goes on.")
            : new Title($"这个办法不再计分；继续按{string.Join("、", others.Select(r => $"《{r.Title.Zh}》"))}办。",
                $"these rules count no more; {string.Join(", ", others.Select(r => r.Title.EnOrZh))} go on.");
    }
}
