using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using MicroPoints.Standings;

namespace MicroPoints.Documents;

/// <summary>Words and blanks that papers share. Numbers and stamps are left to be written by hand.</summary>
internal static class PaperWords
{
    public const string Trial = "预　演　·　不　作　数";
    public const string NumberBlank = "＿＿＿〔＿＿＿＿〕＿＿号";
    public const string DayBlank = "＿＿＿＿年＿＿月＿＿日";
    public const string Contact = "联系人：＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿＿＿";
    public const string Address = "通信地址：＿＿＿＿＿＿＿＿＿＿＿＿＿＿　　电子邮箱：＿＿＿＿＿＿＿＿＿＿";
    public const string SignBox = "签名（盖章）：　　　　　　　　　　　　年　　月　　日　";

    public static string Day(DateOnly day) => Calendar.Zh(day);

    /// <summary>2026年度, 2025—2026年度, 2026年第3季度; a rehearsal says so wherever it is named.</summary>
    public static string Year(PaperSource source)
    {
        var period = source.Opened.Period;
        return (period.Length switch
        {
            PeriodLength.Year => $"{period.From.Year}年度",
            PeriodLength.TwoYears => $"{period.From.Year}—{period.LastDay.Year}年度",
            _ => $"{period.From.Year}年第{(period.From.Month + 2) / 3}季度",
        }) + (source.IsRehearsal ? "（预演）" : "");
    }

    /// <summary>By which rules.</summary>
    public static string Basis(PaperSource source) => $"《{source.Ruleset.Title.Zh}》（{source.Ruleset.Version}版）";

    /// <summary>The federation of the region; a blank where no list names it, and where data are generated for a real one.</summary>
    public static string Office(PaperSource source) =>
        Office(RegionNames.Proper(source.Opened.Scope, source.Opened.Stamp) ?? source.Called);

    public static string Office(string? place) => $"{place ?? "＿＿＿＿＿＿"}工商业联合会";

    /// <summary>The office and the day below a paper.</summary>
    public static IEnumerable<PaperBlock> Signature(PaperSource source, DateOnly? day = null) => Signature(Office(source), day);

    public static IEnumerable<PaperBlock> Signature(string office, DateOnly? day = null) =>
    [
        new PaperBlock.Signed(office + "（盖章）　"),
        new PaperBlock.Signed((day is { } on ? Day(on) : DayBlank) + "　　"),
    ];

    public static IEnumerable<PaperBlock> Contacts() => [new PaperBlock.Words(Contact), new PaperBlock.Words(Address)];

    public static string Names(PaperSource source, IEnumerable<Scorecard> cards) =>
        string.Join("、", cards.Select(c => source.NameOf(c.Id))) is { Length: > 0 } names ? names : "无";

    /// <summary>What a chamber is proposed for, before anything is decided.</summary>
    public static string Proposed(PaperSource source, Scorecard card) => string.Join("、", source.PublicOutcomes
        .Select(o => PaperSource.StatusOf(card, o) switch
        {
            OutcomeStatus.Proposed => o.Title.Zh,
            OutcomeStatus.TiedOnLine => $"{o.Title.Zh}（并列，由会议研究）",
            _ => "",
        }).Where(t => t.Length > 0)) is { Length: > 0 } text ? text : "—";

    /// <summary>From when to when a decided outcome holds; null where the rules say nothing.</summary>
    public static string? Validity(PaperSource source, Outcome outcome)
    {
        if (outcome.Valid is not { } valid || source.Round.Decided is not { } decided) return null;
        var from = valid.FromNextYear ? new DateOnly(source.Opened.Period.LastDay.Year + 1, 1, 1) : decided.On;
        return $"{Day(from)}至{Day(from.AddYears(source.Values.WholeAt(valid.Years, source.Day)).AddDays(-1))}";
    }

    public static string Clause(PaperSource source, Cite cite) => source.Ruleset.Sources.FirstOrDefault(s => s.Id == cite.Source)
        is { } document ? $"《{document.Title.Zh}》{cite.Clause}" : $"{cite.Source} {cite.Clause}";

    public static string Because(IEnumerable<Because> because, string? note = null) =>
        string.Join("；", because.Select(b => b.Phrase().Zh).Concat(string.IsNullOrWhiteSpace(note) ? [] : [note]));

    /// <summary>Where the meeting took another or passed one over.</summary>
    public static string DepartureLine(PaperSource source, Departure departure, Outcome outcome) =>
        $"{outcome.Title.Zh}：{source.NameOf(departure.Chamber)}{(departure.Selected ? "经会议研究确定入选" : "经会议研究未予推荐")}，理由：{departure.Reason}";
}
