using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;

namespace MicroPoints.Cli;

/// <summary>Prints what a round had between its lock and its decision, and who moved.</summary>
internal static class CeremonyLines
{
    public static void Print(RoundCeremony had)
    {
        foreach (var body in had.Vetting)
            Output.Line($"联审 {body.Body}：{Said(body)}{(body.Words is { } words ? $"（{words}）" : "")}");
        foreach (var hold in had.Holds)
            Output.Line($"暂缓 on hold {hold.Chamber}（{hold.Body}）{(hold.Released ? $"：已解除 released {hold.ReleasedBecause}" : "")}");
        foreach (var notice in had.Notices)
            Output.Line($"公示 notice {notice.Place}：{Calendar.Text(notice.Posted)} 至 through {Calendar.Text(notice.LastDay)}，"
                + $"{notice.WorkingDays} 个工作日 working days{(notice.Confirmed ? "（截止日经人工确认 confirmed）" : "")}");
        foreach (var objection in had.Objections)
            Output.Line($"异议 {objection.Id}：{Calendar.Text(objection.ReceivedOn)}{(objection.Late ? "（逾期提出 late）" : "")} "
                + $"{objection.Chamber} {objection.Who} {objection.What}，{Answered(objection)}");
        foreach (var paper in had.Papers)
            Output.Line($"附件 paper {Words.Kebab(paper.Kind.ToString())} {paper.Scan} {paper.Note}".TrimEnd());
    }

    public static void Print(IReadOnlyList<ChamberMove> moved)
    {
        if (moved.Count == 0) Output.Line("没有变动 nothing moved");
        else
        {
            Output.Table(["商会 chamber", ">积分 points", ">位次 place", "等次 grade", "拟给予 outcomes"], moved.Select(IReadOnlyList<string> (m) =>
            [
                m.Chamber, Arrow(Words.Number(m.Before.Points), Words.Number(m.After.Points)),
                Arrow($"{m.Before.Place}", $"{m.After.Place}"), Arrow(m.Before.Grade ?? m.Before.Class, m.After.Grade ?? m.After.Class),
                Arrow(string.Join(' ', m.Before.Outcomes), string.Join(' ', m.After.Outcomes)),
            ]));
            Output.Line("有变动，须重新公示 moved: post a new notice before the decision");
        }
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<ChamberMove> moved)
    {
        json.WriteStartArray("moved");
        foreach (var move in moved)
        {
            json.WriteStartObject();
            json.WriteString("chamber", move.Chamber);
            Figures(json, "before", move.Before);
            Figures(json, "after", move.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>As many as there are of each, and those that wait.</summary>
    public static void Write(Utf8JsonWriter json, RoundCeremony had)
    {
        json.WriteNumber("asked", had.Vetting.Count);
        json.WriteNumber("replied", had.Vetting.Count(b => b.Reply is not null));
        json.WriteNumber("onHold", had.Holds.Count(h => !h.Released));
        if (had.Notices is [.., var last]) json.WriteString("noticedThrough", Calendar.Text(last.LastDay));
        json.WriteNumber("objections", had.Objections.Count);
        json.WriteNumber("unanswered", had.Objections.Count(o => o.Answer is null));
        json.WriteNumber("papers", had.Papers.Count);
    }

    private static void Figures(Utf8JsonWriter json, string name, ChamberFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("points", figures.Points);
        if (figures.Place is { } place) json.WriteNumber("place", place);
        if (figures.Grade is not null) json.WriteString("grade", figures.Grade);
        if (figures.Class is not null) json.WriteString("class", figures.Class);
        json.WriteStartArray("outcomes");
        foreach (var outcome in figures.Outcomes) json.WriteStringValue(outcome);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Arrow(string? before, string? after) => before == after ? before ?? "" : $"{before} → {after}";

    private static string Said(VettedBodyDetails body) => body.Reply switch
    {
        VettingReply.NoObjection => "无异议 no objection",
        VettingReply.Objection => "有异议 objection",
        VettingReply.NoReply => "未回复 no reply",
        _ => "待回复 waiting",
    };

    private static string Answered(ObjectionDetails objection) => objection.Answer is { } answer
        ? $"{(answer.Accepted ? "成立 accepted" : "不成立 rejected")}：{answer.Reason}"
        : $"须于 {Calendar.Text(objection.DueOn)} 前答复 to be answered by then";
}
