using MicroPoints.Rounds;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>What waits for the clerk, worked out from what is recorded.</summary>
internal static class ToDo
{
    /// <summary>For so many months of a year the last one's round is still reminded of.</summary>
    private const int MonthsAfter = 6;

    /// <param name="Path">Where it is done.</param>
    public sealed record Item(Title Words, string Path, Title? More = null);

    public static async Task<IReadOnlyList<Item>> Of(Desk desk, StandingsList list, IDailyBackup? backup)
    {
        var items = new List<Item>();
        if (backup?.Failure is { } failure) items.Add(new Item(
            new Title($"备份没有成功：{failure.Zh}", $"No backup was written: {failure.EnOrZh}"), "/settings#backup"));
        if (list.Rows.Count == 0) items.Add(new Item(
            new Title("登记本县的商会", "Register the county's chambers"), "/chambers/register"));
        var coverage = await desk.Workspace.Coverage.Of(desk.Scope, desk.Period, AsOf.On(desk.Workspace.Today), desk.Cancel);
        if (coverage.Whole.Chambers - coverage.Whole.Active is > 0 and var silent) items.Add(new Item(
            new Title($"{silent} 家商会本年度还没有任何记录", $"{silent} chambers have no record this year"), "/county"));
        if (coverage.Whole is { Chambers: > 0, NeverRecorded.Count: > 0 and var blind }) items.Add(new Item(
            new Title($"{blind} 种积分事项全县还没有人录过", $"{blind} kinds of activity were never recorded"), "/county",
            new Title("（可能是没有发生，也可能是没有人报）", "(it may not have happened, or nobody told)")));
        if (list.Ruleset.Sample) items.Add(new Item(
            new Title("现在用的是样本办法，请换成本县的办法", "The ruleset in use is a sample: replace it by the county's own"),
            desk.MayApprove ? "/rules/adopt" : "/rules"));
        if (desk.Workspace.Calendar is null) items.Add(new Item(
            new Title("还没有放假调休日历，公示的工作日要靠它计算", "There is no calendar of holidays yet; notices count working days on it"), "/settings"));
        if (backup is { Folder: null } && desk.MayApprove) items.Add(new Item(
            new Title("还没有设置每天备份的文件夹", "No folder for the daily backup is named yet"), "/settings#backup"));
        var rounds = await RoundAt.Named(desk);
        var last = Period.Year(desk.Workspace.Today.Year - 1);
        if (desk.Years.Count > 1 && desk.Workspace.Today.Month <= MonthsAfter && coverage.Whole.Chambers > 0 && desk.Period != last
            && !rounds.Any(r => r.Round is { Abandoned: null, Opened: { Purpose: RoundPurpose.Annual } opened } && opened.Period == last))
            items.Add(new Item(
            new Title($"{last} 年度还没有开始评价", $"The round of {last} was not begun"), "/rounds",
            new Title("（在页面最下面换到那一年）", "(choose that year at the foot of the page)")));
        foreach (var (round, name) in rounds.Where(r => r.Round is { Sealed: null, Abandoned: null })) items.Add(new Item(
            new Title($"{name.QuotedZh}还没有完成", $"Not finished: {name.EnOrZh}"), $"/rounds/{round.Id}"));
        return items;
    }
}
