using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Opens a person's account and shows, once, the link by which they set a password.</summary>
internal static class AddAccountCommand
{
    private static readonly Option<string> Name = new("--name")
    { Description = "the person's, to sign in with", HelpName = "NAME", Required = true };
    private static readonly Option<Role> Role = Common.Typed(
        "--role", "what it may do", string.Join('|', KeyArguments.Roles), AccountArguments.Role, required: true);
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "the region it reaches; 00 is everywhere", "CODE", text => new RegionCode(text), required: true);
    private static readonly Option<AccountId> Id = Common.Typed(
        "--id", "its id [default: drawn]", "ID", text => new AccountId(text));

    public static Command Build() => new Verb("add", "open an account and show its one-time link 开立账号",
            "accounts add --name 李明 --role approver --scope 990101")
        .With(Name, Role, Scope, Id, AccountArguments.Address, Common.By).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.Open(parsed, cancel);
        var (accounts, by) = (store.Workspace.Accounts, Common.Actor(parsed));
        var account = await accounts.Open(new NewAccount(parsed.GetResult(Id) is null ? null : parsed.GetValue(Id),
            parsed.GetValue(Name)!, parsed.GetValue(Role), parsed.GetValue(Scope)), by, cancel);
        var (link, secret) = await accounts.IssueLink(account.Id, by, cancel);
        AccountArguments.Show(parsed, account, link, secret);
        return ExitCode.Fine;
    }
}
