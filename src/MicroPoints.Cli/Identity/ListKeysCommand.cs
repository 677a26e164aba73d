using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Identity;

namespace MicroPoints.Cli;

/// <summary>Lists the keys that were issued, revoked ones among them.</summary>
internal static class ListKeysCommand
{
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "only keys of this region and below", "CODE", text => new RegionCode(text));

    public static Command Build() => new Verb("list", "list the keys 密钥清单", "keys list", "keys list --scope 990101 --output json")
        .With(Scope).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var (keys, today) = (store.Workspace.Keys.List(parsed.GetValue(Scope)), store.Workspace.Today);
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteStartArray("keys");
            foreach (var key in keys)
            {
                json.WriteStartObject();
                KeyArguments.Write(json, key);
                json.WriteBoolean("valid", key.IsValidOn(today));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
        else if (keys.Count == 0) Output.Line("没有密钥 no keys");
        else Output.Table(["编号 id", "角色 role", "地区 scope", "名称 label", "失效 until", "发放 issued", "状态 state"],
            keys.Select(k => (string[])[k.Id.Value, Words.Kebab(k.Role.ToString()), k.Scope.Value, k.Label ?? "",
                k.Until is { } until ? Calendar.Text(until) : "", Calendar.Text(Calendar.DayOf(k.IssuedAt)), State(k, today)]));
        return ExitCode.Fine;
    }

    private static string State(IssuedKey key, DateOnly today) => key.RevokedAt is not null ? $"已撤销 revoked：{key.RevokedReason}"
        : key.IsValidOn(today) ? "" : "已过期 no longer valid";
}
