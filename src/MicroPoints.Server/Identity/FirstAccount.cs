using MicroPoints.Identity;
using MicroPoints.Runtime;
using MicroPoints.Web;

namespace MicroPoints.Server;

/// <summary>The way in for the first person: a one-time link that every start prints anew until a password was set by one.</summary>
/// <remarks>One person does everything in a county, so the first account is an approver's.</remarks>
internal static class FirstAccount
{
    private const string Name = "经办人";
    private static readonly AccountId Id = new("first");
    private static readonly Actor By = new(new ActorId("server"), Role.Approver, RegionCode.Nation);

    /// <summary>The new link's secret, which makes earlier ones void; null once anybody has a password or was closed.</summary>
    public static async ValueTask<string?> Link(Workspace workspace, RegionCode scope, CancellationToken cancel)
    {
        var accounts = workspace.Accounts.List(RegionCode.Nation);
        if (accounts.Any(a => a.Password is not null || !a.IsOpen)) return null;
        // Whoever opened others on the command line has their links.
        if (accounts.Count > 0 && workspace.Accounts.Find(Id) is null) return null;
        if (accounts.Count == 0) await workspace.Accounts.Open(new NewAccount(Id, Name, Role.Approver, scope), By, cancel);
        return (await workspace.Accounts.IssueLink(Id, By, cancel)).Secret;
    }

    public static string Words(string address, string secret) => $"""
        第一次使用：在浏览器打开下面的链接，设置密码（24 小时内有效，只能用一次；重新启动会换成新的）
        first use: open this link in a browser and set a password; it works once, for 24 hours
        {HandedOn.SetPassword(address, secret)}
        """;
}
