using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Web;

/// <summary>Roles, flaws and waiting as people read them.</summary>
internal static class IdentityWords
{
    /// <summary>Roles that a person's account may have.</summary>
    public static readonly IReadOnlyList<Role> OfPeople = [Role.Approver, Role.Clerk, Role.Reader, Role.Auditor];

    public static Title Of(Role role) => role switch
    {
        Role.Clerk => new Title("经办人：录入和整理", "clerk: records and prepares"),
        Role.Approver => new Title("审定人：一人可办全部事项", "approver: may do everything"),
        Role.Reader => new Title("查看：只看不改", "reader: sees, changes nothing"),
        Role.Auditor => new Title("审计：查看和核对留痕", "auditor: sees everything, the audit trail included"),
        Role.Sandbox => new Title("试用：只能试算", "sandbox: previews"),
        _ => throw new InvariantException("a role is one of five"),
    };

    public static Title Of(PasswordFlaw flaw) => flaw switch
    {
        PasswordFlaw.TooShort => new Title(
            $"密码至少 {Limits.PasswordLengthMin} 个字符；几个词连起来就好记。", Sentence(flaw)),
        PasswordFlaw.TooLong => new Title($"密码最多 {Limits.PasswordLengthMax} 个字符。", Sentence(flaw)),
        PasswordFlaw.IsTheName => new Title("密码不能和姓名或账号一样，请换一个。", Sentence(flaw)),
        PasswordFlaw.TooCommon => new Title("这个密码太常见，别人最先会试，请换一个。", Sentence(flaw)),
        _ => throw new InvariantException("a flaw is one of four"),
    };

    public static Title Wait(TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        return seconds < 90 ? new Title($"输错次数较多，请 {seconds} 秒后再试。", $"Too many wrong passwords: try again in {seconds} seconds.")
            : new Title($"输错次数较多，请 {(seconds + 59) / 60} 分钟后再试。", $"Too many wrong passwords: try again in {(seconds + 59) / 60} minutes.");
    }

    private static string Sentence(PasswordFlaw flaw)
    {
        var words = PasswordRules.Words(flaw);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
    }
}
