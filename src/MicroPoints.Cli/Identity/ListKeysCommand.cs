using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Contracts;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Lists the keys that were issued, revoked ones among them.</summary>
internal static class ListKeysCommand
{
    private static readonly Option<RegionCode> Scope = Common.Typed(
        "--scope", "only keys of this region and below", "CODE", text => new RegionCode(text));

    public static Command Build() => new Verb("list", "list the keys 密钥清单", "keys list", "keys list --scope 990101 --output json")
        .With(Scope).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var keys = await desk.Keys(parsed.GetValue(Scope), cancel);
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteStartArray("keys");
            foreach (var key in keys)
            {
                json.WriteStartObject();
                KeyArguments.Write(json, key);
                json.WriteBoolean("valid", key.Valid);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
        else if (keys.Count == 0) Output.Line("没有密钥 no keys");
        else Output.Table(["编号 id", "角色 role", "地区 scope", "名称 label", "失效 until", "发放 issued", "状态 state"],
            keys.Select(k => (string[])[k.Id, Words.Kebab(k.Role.ToString()),
                RegionNames.Shown(new RegionCode(k.Scope), null), k.Label ?? "",
                k.Until is { } until ? Calendar.Text(until) : "", Calendar.Text(Calendar.DayOf(k.Issued)), State(k)]));
        return ExitCode.Fine;
    }

    private static string State(KeyDetails key) => key.Revoked is not null ? $"已撤销 revoked：{key.Reason}"
        : key.Valid ? "" : "已过期 no longer valid";
}
