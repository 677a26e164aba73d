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
}
