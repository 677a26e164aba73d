using System.Net;
using MicroPoints.Conformance;
using MicroPoints.Identity;
using MicroPoints.Runtime.Tests.Rounds;

namespace MicroPoints.Runtime.Tests.Identity;

/// <summary>A workspace with accounts, and somebody who tries to get in.</summary>
internal sealed class SignInDesk
{
    public const string Password = "walking the dog at seven";
    public static readonly IPAddress Here = IPAddress.Loopback;
    private static readonly CancellationToken Never = CancellationToken.None;

    private SignInDesk(RoundDesk desk) =>
        (Desk, SignIns) = (desk, new SignIns(desk.Workspace.Accounts, Hasher, desk));

    public RoundDesk Desk { get; }
    public QuickHasher Hasher { get; } = new();
    public SignIns SignIns { get; }
    public Accounts Accounts => Desk.Workspace.Accounts;

    public static async Task<SignInDesk> Open() => new(await RoundDesk.Open());

    /// <summary>A desk where 李明 has set a password.</summary>
    public static async Task<SignInDesk> WithLi()
    {
        var desk = await Open();
        await desk.Enter("li", "李明");
        return desk;
    }

    public async Task<Account> Enter(string id, string name, Role role = Role.Clerk)
    {
        var account = await Accounts.Open(new NewAccount(new AccountId(id), name, role, Sample.County), Sample.Approver, Never);
        var (_, secret) = await Accounts.IssueLink(account.Id, Sample.Approver, Never);
        return Assert.IsType<SignInAnswer.Fine>(await SignIns.SetByLink(secret, Password, Never)).Account;
    }

    public Account Li => Accounts.Find(new AccountId("li"))!;

    public async Task<SignInAnswer> Try(string who, string password = Password, IPAddress? from = null) =>
        await SignIns.Try(who, password, from ?? Here, Never);

    public async Task<string> Link() => (await Accounts.IssueLink(Li.Id, Sample.Approver, Never)).Secret;

    public void Later(TimeSpan by) => Desk.Now += by;
}
