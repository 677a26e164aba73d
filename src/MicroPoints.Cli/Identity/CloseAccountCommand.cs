using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Closes an account, with a reason.</summary>
internal static class CloseAccountCommand
{
    private static readonly Argument<AccountId> Account = AccountArguments.Account();
    private static readonly Option<string> Reason = new("--reason") { Description = "why it is closed", Required = true };

    public static Command Build() => new Verb("close", "close an account 停用账号", "accounts close a1b2c3 --reason 人员调整")
        .With(Account, Reason, Common.By).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var (accounts, id) = (store.Workspace.Accounts, parsed.GetValue(Account));
        Written.Of(await accounts.Close(id, parsed.GetValue(Reason)!, Common.Actor(parsed), cancel));
        if (Common.Output(parsed).IsJson) Output.Object(json => AccountArguments.Write(json, accounts.Find(id)!));
        else Output.Line($"停用 {id}：已登记 closed; whoever is signed in with it is out");
        return ExitCode.Fine;
    }
}
