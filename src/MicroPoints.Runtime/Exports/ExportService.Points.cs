using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Runtime;

public sealed partial class ExportService
{
    private const string Trial = "试算，未经年度评价确认";

    /// <summary>Where chambers stand: as their year's round sealed it, else as the ledgers say now, which is provisional.</summary>
    public async ValueTask<TableToWrite> Standings(
        StandingsQuery query, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var list = await workspace.Lists.Ask(query, progress, cancel);
        if (await SealedFor(query, list.Ruleset, list.Period, list.Extent, cancel) is { } round)
            return await Sealed(round, list, progress, cancel);
        return Ranking(list, $"{list.Period} {list.Ruleset.Title.Zh}积分汇总",
            $"{RegionNames.Shown(list.Scope, list.Stamp)} · 截至 {Calendar.Zh(list.At.Day)} · {Trial}", isRound: false, null);
    }

    /// <summary>What a locked round comes to, or came to once it is decided.</summary>
    /// <param name="withWords">Whether the meeting's reasons are written, which may name people.</param>
    /// <exception cref="QueryRefusedException">There is no such round, or it is not locked.</exception>
    public async ValueTask<TableToWrite> Round(
        RoundId round, bool withWords, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var state = await workspace.Rounds.Load(round, cancel);
        if (state.Opened is not { } opened) throw new QueryRefusedException(Refusal.RoundUnknown, $"there is no round {round}");
        if (state.Locked is null) throw new QueryRefusedException(Refusal.RoundWrongState, $"{round} is not locked: it has no results yet");
        var list = await workspace.Lists.Preview(state, progress, cancel);
        var rehearsal = opened.Purpose == RoundPurpose.Rehearsal ? " · 演练，不作为结果" : "";
        var decided = state.Decided is { } decision
            ? $" · {decision.Meeting} {Calendar.Zh(decision.On)} 第 {decision.Minutes} 号" : " · 尚未决定";
        return Ranking(list, $"{list.Period} {list.Ruleset.Title.Zh}评价结果",
            $"{(await workspace.Rounds.NameOf(state, cancel)).Zh} · {RegionNames.Shown(list.Scope, list.Stamp)}{decided}{rehearsal}",
            isRound: true, state.Decided, withWords);
    }

    /// <summary>One chamber's scorecard, line by line, with why: as its year's round sealed it, else as the ledger says now.</summary>
    /// <exception cref="QueryRefusedException">The chamber is not on the register.</exception>
    public async ValueTask<TableToWrite> Scorecard(ChamberId chamber, StandingsQuery query, CancellationToken cancel)
    {
        var answer = await workspace.Standings.Ask(query, chamber, cancel);
        var card = answer.Cards is [var only, ..] ? only
            : throw new QueryRefusedException(Refusal.ChamberUnknown, $"{chamber} is not on the register of {query.Scope}");
        var (ruleset, said) = (answer.Ruleset, $"截至 {Calendar.Zh(answer.At.Day)} · {Trial}");
        if (await SealedFor(query, ruleset, answer.Period, card.Chamber.Seat, cancel) is { } round
            && (await workspace.Rounds.Evaluate(round, null, cancel)).Evaluation is var evaluation
            && evaluation.Cards.FirstOrDefault(c => c.Id == chamber) is { } sealedCard)
        {
            said = await Confirmed(round, cancel) + (ListedStanding.Of(card, "").IsSame(ListedStanding.Of(sealedCard, "")) ? ""
                : $" · 台账现在试算 {card.Total.ToFixed()} 分 {GradeOf(ruleset, card.Grade, card.Class, card.BarredBy)}".TrimEnd());
            (card, ruleset) = (sealedCard, evaluation.Ruleset);
        }
        var rows = new List<CellValue[]>();
        foreach (var category in card.Card.Categories)
        {
            rows.Add(["", $"【{category.Category.Title.Zh}】", "", category.Points, Cap(category.Cap), Why(category.Because),
                category.Category.Cite.Clause]);
            rows.AddRange(card.Card.Lines.Where(l => l.Category == category.Category.Id).Select(l => (CellValue[])[
                l.Indicator.Id, new string('　', l.Depth) + l.Indicator.Title.Zh, l.Counted.ToString(), l.Points, Cap(l.Cap),
                string.Join('；', new[] { Why(l.Because), l.Note }.Where(t => !string.IsNullOrEmpty(t))), l.Indicator.Cite.Clause]));
        }
        rows.AddRange(card.Card.Deductions.Where(d => d.Points != Points.Zero).Select(d => (CellValue[])[
            d.Deduction.Id, d.Deduction.Title.Zh, d.Counted.ToString(), d.Points, Cap(d.Cap), Why(d.Because), d.Deduction.Cite.Clause]));
        rows.Add(["", "总分", "", card.Total, CellValue.Empty, GradeOf(ruleset, card.Grade, card.Class, card.BarredBy), ""]);
        return new TableToWrite("积分卡",
            [new("指标"), new("内容", Width: 40), new("计数"), new("得分", ColumnFormat.Points), new("上限", ColumnFormat.Points),
                new("原因", Width: 36), new("依据", Width: 36)], rows)
        {
            Title = $"{answer.Names.GetValueOrDefault(chamber, chamber.Value)} {answer.Period} 积分卡",
            Lines = Lines($"{ruleset.Title.Zh} · {said}", answer.Stamp),
            FixedColumns = 2,
        };
    }

    private static TableToWrite Ranking(StandingsList list, string title, string line, bool isRound, RoundDecided? decided,
        bool withWords = false)
    {
        var rules = list.Ruleset;
        // A reference opinion is given on request and stands on no list.
        var offered = rules.Outcomes.Select((o, i) => (Outcome: o, Index: i)).Where(o => isRound && o.Outcome.Kind != OutcomeKind.Reference
            && list.Rows.Any(r => r.Outcomes[o.Index] is not OutcomeStatus.NotOffered)).ToList();
        List<ColumnToWrite> columns = [new("位次", ColumnFormat.Whole), new("商会编号"), new("商会名称"), new("总分", ColumnFormat.Points), new("等次"),
            .. rules.Categories.Select(c => new ColumnToWrite(c.Title.Zh, ColumnFormat.Points)), new("限制"),
            .. offered.Select(o => new ColumnToWrite(o.Outcome.Title.Zh))];
        var rows = list.InOrder.Select(r => (CellValue[])[
            CellValue.Of((decimal?)r.Places?.Scope), r.Id.Value, r.Name, r.Total, GradeOf(rules, r.Grade, r.Class, r.BarredBy),
            .. r.Categories.Select(p => CellValue.Of(p)),
            string.Join('；', r.Limits.Select(l => rules.Limits.First(d => d.Id == l).Title.Zh)),
            .. offered.Select(o => CellValue.Of(Status(r, o.Outcome.Id, r.Outcomes[o.Index], decided, withWords)))]);
        return new TableToWrite(isRound ? "评价结果" : "位次", columns, [.. rows])
        { Title = title, Lines = Lines(line, list.Stamp), IsWide = true, FixedColumns = 3 };
    }

    /// <summary>A meeting may pass over one that was proposed, or add another that is eligible.</summary>
    private static string Status(ListedStanding row, string outcome, OutcomeStatus status, RoundDecided? decided, bool withWords)
    {
        if (decided?.Departures.FirstOrDefault(d => d.Outcome == outcome && d.Chamber == row.Id) is { } departure)
        {
            var reason = withWords ? departure.Reason : null;
            return departure.Selected ? reason is null ? "确定（会议增列）" : $"确定（会议增列：{reason}）"
                : reason is null ? "未列" : $"未列（{reason}）";
        }
        return status switch
        {
            OutcomeStatus.Proposed => decided is null ? "拟推荐" : "确定",
            OutcomeStatus.TiedOnLine => "并列待议",
            OutcomeStatus.PastQuota => "符合条件，名额已满",
            OutcomeStatus.Suspended => "暂停",
            _ => "",
        };
    }

    private static string GradeOf(Ruleset ruleset, string? grade, string? @class, string? barredBy) => barredBy is not null ? "不参评"
        : grade is not null ? ruleset.Grades.First(g => g.Id == grade).Title.Zh
        : @class is not null ? ruleset.Classes.First(c => c.Id == @class).Title.Zh : "";

    private static string Why(IReadOnlyList<Because> because) => string.Join('；', because.Select(b => BecauseText.Phrase(b).Zh));

    private static CellValue Cap(Points? cap) => cap is { } most ? CellValue.Of(most) : CellValue.Empty;
}
