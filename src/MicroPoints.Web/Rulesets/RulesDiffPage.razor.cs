using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;

namespace MicroPoints.Web;

/// <summary>Says in words how one published version differs from another, or a draft from what is in force.</summary>
public sealed partial class RulesDiffPage
{
    private IReadOnlyList<Ruleset> _published = [];
    private Ruleset? _inForce;
    private DraftMade? _draft;
    private RulesetDiff? _diff;
    private Title? _refused;

    /// <summary>The version compared with, as <c>id@version</c>.</summary>
    [SupplyParameterFromQuery(Name = "a")]
    public string? Before { get; set; }

    /// <summary>The version that is compared with it.</summary>
    [SupplyParameterFromQuery(Name = "b")]
    public string? After { get; set; }

    /// <summary>A draft that was made here, in the place of the second.</summary>
    [SupplyParameterFromQuery(Name = "draft")]
    public string? DraftKey { get; set; }

    [SupplyParameterFromQuery(Name = "title")]
    public string? DraftTitle { get; set; }

    [Inject]
    private Uploads Uploads { get; set; } = null!;

    [Inject]
    private IDraftFormat Format { get; set; } = null!;

    /// <summary>Where the page leads that compares a draft with what is in force.</summary>
    internal static string OfDraft(string key, string? title) => "/rules/diff" + Microsoft.AspNetCore.Http.QueryString.Create(
        title is { Length: > 0 } ? [new("draft", key), new("title", title)] : [new KeyValuePair<string, string?>("draft", key)]);

    internal static string Of(Ruleset before, Ruleset after) =>
        $"/rules/diff?a={Uri.EscapeDataString(before.Name)}&b={Uri.EscapeDataString(after.Name)}";

    private IEnumerable<(string Name, Title Label, string? Chosen)> Fields =>
    [
        ("a", new("原来的版本", "The version before"), Known(Before)?.Name ?? _inForce?.Name),
        ("b", new("改后的版本", "The version after"),
            (Known(After) ?? _published.LastOrDefault(r => r.Id == _inForce?.Id && r.Name != _inForce.Name)
                ?? _published.FirstOrDefault(r => r.Name != _inForce?.Name))?.Name),
    ];

    protected override async Task OnInitializedAsync()
    {
        _published = await RulesOfCounty.Published(Desk);
        _draft = DraftKey is null ? null : DraftMade.Of(Desk, Uploads, Format, DraftKey, DraftTitle);
        _inForce = await RulesOfCounty.InForce(Desk, _draft?.Draft?.Rules.Id ?? RulesOfCounty.Annual(Desk));
        if (DraftKey is not null) CompareDraft();
        else if (Before is not null || After is not null) Compare();
        if (_refused is not null) Desk.NotFound();
    }

    private void Compare()
    {
        if (Known(Before) is { } before && Known(After) is { } after) _diff = RulesetDiff.Of(before, after, Workspace.Kinds);
        else _refused = (Known(Before) is null ? Before : After) is { } unknown
            ? new Title($"没有发布过“{unknown}”这个版本，没有比较。请在下面选两个版本。",
                $"No version '{unknown}' is published: nothing was compared. Choose two below.")
            : new Title("少选了一个版本，没有比较。请在下面选两个版本。", "One version is missing: choose two below.");
    }

    private void CompareDraft()
    {
        if (_draft is not { Draft: { } draft }) _refused = new Title(
            "草案的文件已经不在了，没有比较：请重新上传原文件起草，或者在下面选两个版本。",
            "The draft's file is gone, so nothing was compared: draft it again, or choose two versions below.");
        else if ((Known(Before) ?? _inForce) is not { } before) _refused = new Title(
            "本县还没有采用办法，没有可以比较的。", "The county has adopted nothing yet, so there is nothing to compare with.");
        else _diff = RulesetDiff.Of(before, draft.Rules, _draft.KindsWith(Workspace.Kinds));
    }

    private Ruleset? Known(string? name) => name is null ? null : _published.FirstOrDefault(r => r.Name == name);

    private Title Named(Ruleset ruleset) => new(
        $"{ruleset.Title.Zh} {Version(ruleset).Zh}", $"{ruleset.Title.EnOrZh} {Version(ruleset).EnOrZh}");

    /// <summary>The version first: on a phone a field shows the beginning alone.</summary>
    private Title Choice(Ruleset ruleset) => new(
        $"{Version(ruleset).Zh} {ruleset.Title.Zh}", $"{Version(ruleset).EnOrZh} {ruleset.Title.EnOrZh}");

    /// <summary>With the id where two that go by one title and number could not be told apart.</summary>
    private Title Version(Ruleset ruleset)
    {
        var isDoubtful = _published.Any(r => r.Id != ruleset.Id && r.Title.Zh == ruleset.Title.Zh && r.Version == ruleset.Version);
        var isInForce = _inForce is { } current && current.Name == ruleset.Name;
        return new Title($"{ruleset.Version}{(isDoubtful ? $"（{ruleset.Id}）" : "")}{(isInForce ? "（现在用的）" : "")}",
            $"{ruleset.Version}{(isDoubtful ? $" ({ruleset.Id})" : "")}{(isInForce ? " (in force)" : "")}");
    }
}
