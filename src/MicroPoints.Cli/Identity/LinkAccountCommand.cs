using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Makes a new one-time link for an account: the way in where a password is lost and no approver is at hand.</summary>
internal static class LinkAccountCommand
{
    private static readonly Argument<AccountId> Account = AccountArguments.Account();

    public static Command Build() => new Verb("link", "make a new one-time link for an account 发放一次性链接",
            "accounts link first", "accounts link first --address https://desk.example:5443")
        .With(Account, AccountArguments.Address, Common.By).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var (accounts, id) = (store.Workspace.Accounts, parsed.GetValue(Account));
        var (link, secret) = await accounts.IssueLink(id, Common.Actor(parsed), cancel);
        AccountArguments.Show(parsed, accounts.Find(id)!, link, secret);
        return ExitCode.Fine;
    }
}
