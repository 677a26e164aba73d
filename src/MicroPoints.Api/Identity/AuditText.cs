using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Api;

/// <summary>What an entry about a key, an account, a chamber's link or a region's rules says, in words.</summary>
internal static class AuditText
{
    public static string Of(SealedEntry entry) => entry.Body switch
    {
        KeyIssued issued => $"发放密钥 {issued.Key}：{Statuses.Kebab(issued.Role.ToString())}，{issued.Scope}"
            + (issued.Until is { } until ? $"，{Calendar.Text(until)} 失效" : ""),
        KeyRevoked revoked => $"撤销密钥 {revoked.Key}",
        AccountOpened opened => $"开立账号 {opened.Account}：{Statuses.Kebab(opened.Role.ToString())}，{opened.Scope}",
        AccountLinkIssued issued => $"发放账号 {issued.Account} 的一次性链接，{Calendar.Text(issued.Until)} 失效",
        PasswordSet { Link: null } changed => $"账号 {changed.Account} 修改密码",
        PasswordSet set => $"账号 {set.Account} 用一次性链接设置密码",
        SessionsEnded ended => $"账号 {ended.Account} 全部退出登录",
        RoleChanged changed => $"账号 {changed.Account} 改为 {Statuses.Kebab(changed.Role.ToString())}",
        AccountClosed closed => $"停用账号 {closed.Account}",
        AccountReopened reopened => $"重新启用账号 {reopened.Account}",
        ChamberLinkIssued issued => $"发放商会链接 {issued.Link}：{issued.Chamber}"
            + (issued.Until is { } until ? $"，{Calendar.Text(until)} 失效" : ""),
        ChamberLinkRevoked revoked => $"撤销商会链接 {revoked.Link}",
        RulesetAdopted adopted => $"采用 {adopted.Ruleset}@{adopted.Version}，自 {Calendar.Text(adopted.From)} 起",
        AdoptionEnded ended => $"停用 {ended.Ruleset}，自 {Calendar.Text(ended.From)} 起",
        NotApplicableDeclared declared => $"{declared.Ruleset} {declared.Period} {declared.Indicator} 不适用"
            + (declared.Chamber is { } chamber ? $"：{chamber}" : ""),
        CountyNamed named => $"本县为 {named.County} {named.Name}",
        ImpactAttached attached => $"采用 {attached.Adoption} 附影响测算 {attached.File.ToString()[..8]}",
        AnnualRulesetChosen annual => $"年度评价改用 {annual.Ruleset}",
        ProfileChosen chosen => $"年度评价流程改为 {chosen.Profile}",
        _ => entry.Body.TypeName,
    };

    /// <summary>Which key, account or link an entry is about, and where it is the first of it, whose that is.</summary>
    public static (string About, RegionCode? Scope) Subject(Entry entry) => entry switch
    {
        KeyIssued issued => (issued.Key.Value, issued.Scope),
        KeyRevoked revoked => (revoked.Key.Value, null),
        AccountOpened opened => (opened.Account.Value, opened.Scope),
        AccountLinkIssued issued => (issued.Account.Value, null),
        PasswordSet set => (set.Account.Value, null),
        SessionsEnded ended => (ended.Account.Value, null),
        RoleChanged changed => (changed.Account.Value, null),
        AccountClosed closed => (closed.Account.Value, null),
        AccountReopened reopened => (reopened.Account.Value, null),
        ChamberLinkIssued issued => (issued.Link.Value, issued.Scope),
        ChamberLinkRevoked revoked => (revoked.Link.Value, null),
        _ => throw new InvariantException($"{entry.TypeName} is about nobody who may come in"),
    };
}
