using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Adopts a published version for the county, once its impact was seen for exactly what is adopted.</summary>
public sealed partial class AdoptPage
{
    private Ruleset? _ruleset, _replaced;
    private RulesetAdopted? _current;
    private DateOnly _from;
    private string _id = RecordForm.NewId();
    private bool _isAnnual, _done;
    private string? _seen;
    private IReadOnlyList<FormProblem> _problems = [];
    private IReadOnlyList<Title> _locked = [];
    private ImpactStatement? _impact;
    private Title? _noImpact, _refused, _unattached;

    [Parameter]
    public string RulesetId { get; set; } = "";

    [Parameter]
    public string Version { get; set; } = "";

    private EntryId Adoption => new($"adopt-{_id}");

    private bool IsForeign => RulesOfCounty.IsForeign(Desk, _ruleset!);
    private bool MayBeAnnual => !IsForeign && _ruleset!.Period == PeriodLength.Year;

    private IFormCollection? Form => Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null;

    private string? Sent(string field) => Form?[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    protected override async Task OnInitializedAsync()
    {
        _ruleset = (await RulesOfCounty.Published(Desk)).FirstOrDefault(
            r => r.Id == RulesetId && r.Version == Version && RulesOfCounty.IsOffered(Desk, r));
        if (_ruleset is not { } ruleset)
        {
            Desk.NotFound();
            return;
        }
        _current = Workspace.Regions.AdoptionOf(ruleset.Id, Desk.Scope, AsOf.On(Workspace.Today));
        _replaced = await RulesOfCounty.InForce(Desk, ruleset.Id);
        _from = new[] { Desk.Period.From, ruleset.Adoptable.From, OwnFrom ?? DateOnly.MinValue }.Max();
        var annual = RulesOfCounty.Annual(Desk);
        _isAnnual = Form is not null ? Sent("annual") is not null
            : MayBeAnnual && (annual == ruleset.Id || await IsSample(annual) && !ruleset.Sample);
    }

    /// <summary>From when the county's own adoption counts that the new one takes the place of; null where it has none.</summary>
    private DateOnly? OwnFrom => Workspace.Regions.InForce(RulesetId, Desk.Scope, AsOf.On(Workspace.Today)) is { } known
        && known.By == Desk.Scope ? known.Adoption.From : null;

    private async Task<bool> IsSample(string ruleset) =>
        Workspace.Regions.AdoptionOf(ruleset, Desk.Scope, AsOf.On(Workspace.Today)) is { } adoption
            && (await RulesOfCounty.Read(Desk, adoption)).Sample;

    private string Shown(Setting setting) => Form is { } form ? form[SettingForm.Field(setting)].ToString()
        : SettingForm.Text(setting, _current?.Settings.GetValueOrDefault(setting.Id) ?? setting.Default);

    private async Task Submit()
    {
        if (Form is not { } form || _ruleset is not { } ruleset || !RulesOfCounty.MayAdopt(Desk)) return;
        _id = Sent(RecordForm.Id) is { } id && EntryId.IsValid(id) ? id : _id;
        var (settings, problems) = SettingForm.Read(form, ruleset);
        _problems = [.. problems, .. Problems()];
        if (_problems.Count > 0)
        {
            _refused = new Title("有几处需要改一下，见下面标出的项目；还没有采用。", "Some fields need another look; nothing was adopted.");
            return;
        }
        var shown = SettingForm.Seen(ruleset, _from, settings, _isAnnual && MayBeAnnual);
        if (Sent("do") == "adopt" && Sent("seen") == shown)
        {
            await Adopt(ruleset, settings);
            if (_done) return;
        }
        else if (Sent("do") == "adopt") _refused = new Title(
            "日期或设置改过了：请再看一遍影响，再按“确认采用”。", "The day or a setting was changed: look at the impact once more, then adopt.");
        _seen = shown;
        await Look(ruleset, settings);
        _locked = [.. (await RoundAt.Named(Desk)).Where(r => r.Round is { Locked: not null, Sealed: null }).Select(r => r.Name)];
    }

    private IEnumerable<FormProblem> Problems()
    {
        if (!Calendar.TryParseDay(Sent("from") ?? "", out var from))
            yield return new FormProblem("from", new Title("请填日期。", "Give a day."));
        else if (OwnFrom is { } own && from < own) yield return new FormProblem("from", new Title(
            $"现在用的版本自{Calendar.Zh(own)}起，请填这一天或以后的日期。",
            $"The version in force counts from {Desk.Day(own)}: give that day or a later one."));
        else _from = from;
        if (Sent("reason") is null) yield return new FormProblem("reason", new Title("请写明依据或理由。", "Say why."));
    }

    /// <summary>Against what it takes the place of: the same ruleset's version, or that of the annual rounds.</summary>
    private async Task Look(Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings)
    {
        if (Workspace.Impact.ReplacedBy(ruleset.Id, Desk.Scope, Adoption) is not { } adoption)
        {
            _noImpact = new Title("本县还没有采用办法，没有可以比较的。", "The county has adopted nothing yet, so there is nothing to compare with.");
            return;
        }
        if (adoption.Ruleset != ruleset.Id && !(_isAnnual && MayBeAnnual))
        {
            _noImpact = new Title("它是另外采用的：现有办法的得分、等次和位次都不变。采用后在商会页和全县情况里可以换着看。",
                "It is adopted beside what counts: nothing of that changes, and pages can be switched to it.");
            return;
        }
        var before = await RulesOfCounty.Read(Desk, adoption);
        var count = (await Workspace.Log.Cut(Desk.Scope, StreamType.Chamber, Cancel)).Count;
        if (before.Period != ruleset.Period) _noImpact = new Title(
            $"两个办法周期不同（{RulesOfCounty.LengthOf(before).Zh}、{RulesOfCounty.LengthOf(ruleset).Zh}），不能比较。",
            "The two are of different periods and cannot be compared.");
        else if (count > Limits.WhatIfChambersMax) _noImpact = new Title(
            $"超过 {Limits.WhatIfChambersMax} 家商会，不在网页上测算。",
            $"With more than {Limits.WhatIfChambersMax} chambers nothing is worked out on a page.");
        else
        {
            _impact = await Workspace.Impact.OverLast(new RulesInUse(before, adoption.Settings), new RulesInUse(ruleset, settings),
                Desk.Scope, Cancel);
            if (_impact is null) _noImpact = new Title("这几期都没有登记过积分事项，没有可以测算的。",
                "Nothing was recorded in these periods, so there is nothing to work out.");
        }
    }

    private async Task Adopt(Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings)
    {
        // Worked out before it is adopted, against what was in force when people looked.
        await Look(ruleset, settings);
        var answer = await Workspace.Adopt(Desk.Scope, new AdoptRuleset(Adoption, ruleset, _from, settings) { Reason = Sent("reason") },
            Desk.Actor, Cancel);
        if (answer is not Answer.Refused && _isAnnual && MayBeAnnual && _from <= Workspace.Today)
            answer = await Workspace.Choose(Desk.Scope, new ChooseAnnualRuleset(new EntryId($"annual-{_id}"), ruleset), Desk.Actor, Cancel);
        if (answer is Answer.Refused refused)
        {
            _refused = RefusalWords.Of(refused.Reason, refused.Detail);
            return;
        }
        _done = true;
        if (_impact is not { } impact) return;
        var statement = Workspace.Tables.Write(ImpactTables.Of(impact));
        if (await Workspace.Attach(Desk.Scope, Adoption, statement, Desk.Actor, Cancel) is Answer.Refused unattached)
            _unattached = RefusalWords.Of(unattached.Reason, unattached.Detail);
    }
}
