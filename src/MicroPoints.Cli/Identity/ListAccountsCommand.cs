using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Identity;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Lists people's accounts, closed ones among them.</summary>
internal static class ListAccountsCommand
{
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "only accounts of this region and below", "CODE", text => new RegionCode(text));

    public static Command Build() => new Verb("list", "list the accounts 账号清单", "accounts list", "accounts list --output json")
        .With(Scope).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var accounts = store.Workspace.Accounts.List(parsed.GetResult(Scope) is null ? RegionCode.Nation : parsed.GetValue(Scope));
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteStartArray("accounts");
            foreach (var account in accounts)
            {
                json.WriteStartObject();
                AccountArguments.Write(json, account);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
        else if (accounts.Count == 0) Output.Line("没有账号 no accounts");
        else Output.Table(["编号 id", "姓名 name", "角色 role", "地区 scope", "开立 opened", "状态 state"], accounts.Select(a => (string[])
            [a.Id.Value, a.Name ?? "", AccountArguments.Word(a.Role), RegionNames.Shown(a.Scope, null),
                Calendar.Text(Calendar.DayOf(a.OpenedAt)), State(a)]));
        return ExitCode.Fine;
    }

    private static string State(Account account) => account switch
    {
        { ClosedReason: var reason, IsOpen: false } => $"已停用 closed：{reason}",
        { Password: null } => "还没有密码 no password yet",
        _ => "",
    };
}
