using MicroPoints.Documents;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>Says on the first day which county this is, adopts rules for it and puts the calendar in force.</summary>
public sealed partial class StartPage
{
    private const int ChoicesMax = 20;

    private IReadOnlyList<Ruleset> _rulesets = [];
    private IReadOnlyList<RegionCode> _found = [];
    private WorkingCalendar _calendar = WorkingCalendar.Weekdays;
    private bool _needsName;
    private Title? _refused;

    protected override async Task OnInitializedAsync()
    {
        if (!MaySet) return;
        _needsName = Workspace.Regions.County is { } named && RegionNames.Find(named.County, null) is null;
        if (CalendarRows.Read(ShippedFiles.Holidays).Calendar is { } shipped) _calendar = shipped;
        var rulesets = new List<Ruleset>();
        foreach (var adoption in Workspace.Regions.AdoptionsOf(RegionCode.Nation, AsOf.On(Workspace.Today)))
            rulesets.Add((await Workspace.Library.Get(adoption.Ruleset, adoption.Hash, Workspace.Kinds, Cancel)).Ruleset);
        _rulesets = rulesets;
    }

    /// <summary>Whoever reaches the whole country may say it, and say it anew; a start that names a scope has said it.</summary>
    private bool MaySet => Desk.MayApprove && Desk.Actor.Scope.IsNation && (Desk.IsNew || Workspace.Regions.County is not null);

    private string? Sent(string field) => Context.HttpContext is { Request.HasFormContentType: true } http
        && http.Request.Form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    private string Words(Ruleset ruleset) => ruleset.Sample
        ? T($"{ruleset.Title.Zh}：先用它试办，再换成本县的办法", $"{ruleset.Title.EnOrZh}: to try with, until the county has its own") : T(ruleset.Title);

    private async Task Submit()
    {
        if (!MaySet || County() is not { } county) return;
        var (code, name) = county;
        Answer? answer = null;
        // The id follows from what it replaces too: a county that is named again after another is in force again.
        var before = Workspace.Regions.County;
        var id = Digest.OfText($"{before?.County}\n{before?.Name}\n{code}\n{name}").ToString()[..16];
        if (before != new CountyNamed(code, name))
            answer = await Workspace.Name(new NameCounty(new EntryId($"county-{id}"), code, name), Desk.Actor, Cancel);
        if (answer is not Answer.Refused && _rulesets.FirstOrDefault(r => r.Id == Sent("ruleset")) is { } ruleset)
            answer = await Workspace.Adopt(code, new AdoptRuleset(
                new EntryId($"adopt-{ruleset.Id}-{ruleset.Version}-{Calendar.Text(From(ruleset))}"),
                ruleset, From(ruleset), new Dictionary<string, SettingValue>()), Desk.Actor, Cancel);
        if (answer is not Answer.Refused && Sent("calendar") is not null && Workspace.Calendar is null)
            answer = await Workspace.Calendars.Import(_calendar, Desk.Actor, Cancel);
        if (answer is Answer.Refused refused) _refused = RefusalWords.Of(refused.Reason, refused.Detail);
        else Desk.GoTo("/chambers/register");
    }

    /// <summary>For the whole of the year that is worked on, as far as the version may be adopted.</summary>
    private DateOnly From(Ruleset ruleset) => ruleset.Adoptable.From > Desk.Period.From ? ruleset.Adoptable.From : Desk.Period.From;

    /// <summary>The county that is meant; null where that is still to be said, and then how.</summary>
    private (RegionCode Code, string Name)? County()
    {
        var written = Sent("code") ?? Sent("county") ?? "";
        if (RegionCode.IsValid(written) && written.Length == (int)RegionLevel.County)
        {
            var code = new RegionCode(written);
            if ((RegionNames.Find(code, null) ?? Sent("name")) is { } name) return (code, name);
            _needsName = true;
            _refused = new Title($"名录里没有 {code}：请核对，或填写它的名称。", $"{code} is not on the list: check it, or give its name.");
            return null;
        }
        _found = RegionNames.Counties(written);
        if (_found is [var only]) return (only, RegionNames.Find(only, null)!);
        _refused = _found.Count switch
        {
            0 => new Title($"没有找到“{written}”：请写全称，例如“上林县”，或填 6 位区划代码。",
                $"“{written}” was not found: write the whole name, or the code of six digits."),
            > ChoicesMax => new Title("这样的名称太多：请写全称，或填 6 位区划代码。", "Too many begin so: write the whole name, or the code of six digits."),
            _ => new Title("同名的有几个，请选一个。", "Several have this name: choose one."),
        };
        if (_found.Count > ChoicesMax) _found = [];
        return null;
    }
}
