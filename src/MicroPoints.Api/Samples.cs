using System.Text.Json;
using MicroPoints.Contracts;

namespace MicroPoints.Api;

/// <summary>Groups of operations in the OpenAPI document.</summary>
internal static class Tags
{
    public const string Chambers = "Chambers", Activities = "Activities", Ledger = "Ledger", Standings = "Standings",
        Rulesets = "Rulesets", Identity = "Identity", Rounds = "Rounds", Calendars = "Calendars", Health = "Health";
}

/// <summary>The examples of the OpenAPI document: a fictional chamber's.</summary>
internal static class Samples
{
    public const string Hash = "5f2b3c1f3f7f4c0a9a3d1b8e6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d";
    public const string Stamp = "程序生成，非真实数据";

    public static readonly DateTimeOffset At = new(2026, 7, 1, 2, 30, 0, TimeSpan.Zero);
    public static readonly HeadOfStream Head = new(17, Hash);

    public static readonly ActivityToRecord Visit = new()
    {
        Id = "2026-0412",
        Kind = "member.visited",
        On = "2026-04-12",
        Count = 3,
        Reason = "走访会员企业三家",
        Evidence = [$"sha256:{Hash}"],
    };

    public static readonly CreditedPoints Credited =
        new("micro-points@2026.1", "M1", "走访会员", 1.5m, 1m, ["cap-reached"], "已达本项上限");

    public static readonly RecordedActivity Recorded = new(SendingAnswer.Recorded, Visit.Id, 17, Hash, [Credited]);

    public static readonly RecordedBatch Batch = new(1, 0, Head, [new RecordedLine(SendingAnswer.Recorded, Visit.Id, 17, Hash)]);

    public static readonly RecordedReversal Reversal = new(SendingAnswer.Recorded, "undo-2026-0412", Visit.Id, 18, Hash);

    public static readonly LedgerEntry Entry = new(17, Visit.Id, "activity-recorded/1",
        new DateTimeOffset(2026, 4, 13, 1, 2, 3, TimeSpan.Zero), "key:k2f9c01", Hash, Hash, null, Visit.Reason,
        new ActivityFields(Visit.Kind, "event", Visit.On, Count: 3, Evidence: Visit.Evidence));

    public static readonly ChamberToPut ChamberToPut = new()
    {
        Name = "青石镇商会",
        Kind = "township",
        Seat = "990101101",
        Founded = new DateOnly(2015, 5, 20),
        Attributes = new Dictionary<string, string> { ["registered-on"] = "2016-03-01" },
    };

    public static readonly ChamberDetails Chamber = new("c-01", ChamberToPut.Name, ChamberToPut.Kind, ChamberToPut.Seat, [],
        ChamberToPut.Attributes!, Head, ChamberToPut.Founded, Stamp: Stamp);

    public static readonly ChamberSummary ChamberLine = new("c-01", ChamberToPut.Name, ChamberToPut.Kind, ChamberToPut.Seat);

    public static readonly CoverageRow Coverage = new("990101", 15, 14, 412, ["village.supported"]);

    public static readonly ScorecardDetails Scorecard = new("c-01", ChamberToPut.Name, "micro-points@2026.1", Title, "2026",
        Day, Instant, true, 82.5m, [new CategoryPoints("member-service", "服务会员", 24m, 24m, "gx2022 微积分", 30m)],
        [new LinePoints("M1", "走访会员", 11m, 5.5m, 5m, "sample M1", "member-service", 5m, null, ["cap-reached"], "已达本项上限")],
        [new LinePoints("K4", "异常名录", 0m, 0m, 0m, "sample K4")],
        [new ConditionFound("VT1", "严重失信", "not-met", "未列入失信名单", "not listed")],
        [new ConditionFound("award-nomination", "奖优评先推荐", "proposed", "等次达到优秀", "grade at least A")],
        "A", "A", "优秀", null, 2, null, Stamp);

    public static readonly StandingsPage Standings = new("micro-points@2026.1", Title, "2026", "990101", Day, Instant, true, 15, 15,
        [new StandingRow("c-01", ChamberToPut.Name, ChamberToPut.Seat, 82.5m, [new CategoryTotal("member-service", 24m)], 2, 2, "A", "优秀")],
        null, Stamp);

    public static readonly RulesetList Rulesets = new([new RulesetSummary("micro-points", Title,
        [new RulesetVersion("2026.1", Hash, Title, true, new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1))])]);

    public static readonly RulesetCheck Check = new(false,
        [new RulesetDiagnostic("grade-gap", "error", 41, 3, "no grade holds 4 to 6", "let B begin at 4")]);

    public static readonly AdoptionToMake Adoption = new()
    {
        Id = "adopt-2026",
        Region = "990101",
        Ruleset = "micro-points",
        Version = "2026.1",
        From = new DateOnly(2026, 1, 1),
        Settings = Settings,
    };

    public static readonly AdoptionList Adoptions = new("990101", Day,
        [new AdoptionDetails("micro-points", "2026.1", Hash, new DateOnly(2026, 1, 1), Settings)]);

    public static readonly RecordedAdoption Adopted = new(SendingAnswer.Recorded, "adopt-2026", "990101", 3, Hash, At);

    private const string Title = "乡镇街道商会“微积分”年度积分办法（样本）";
    private static DateOnly Day => new(2026, 6, 30);
    private static DateTimeOffset Instant => new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
    private static Dictionary<string, JsonElement> Settings =>
        new() { ["party-limit"] = JsonSerializer.SerializeToElement(true, WireJson.Default.Boolean) };
}
