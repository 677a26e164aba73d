using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>What an entry about a key or a region's rules says, in words.</summary>
internal static class AuditText
{
    public static string Of(SealedEntry entry) => entry.Body switch
    {
        KeyIssued issued => $"发放密钥 {issued.Key}：{Statuses.Kebab(issued.Role.ToString())}，{issued.Scope}"
            + (issued.Until is { } until ? $"，{Calendar.Text(until)} 失效" : ""),
        KeyRevoked revoked => $"撤销密钥 {revoked.Key}",
        RulesetAdopted adopted => $"采用 {adopted.Ruleset}@{adopted.Version}，自 {Calendar.Text(adopted.From)} 起",
        NotApplicableDeclared declared => $"{declared.Ruleset} {declared.Period} {declared.Indicator} 不适用"
            + (declared.Chamber is { } chamber ? $"：{chamber}" : ""),
        _ => entry.Body.TypeName,
    };
}
