using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Takes a key back, with a reason.</summary>
internal static class RevokeKeyCommand
{
    private static readonly Argument<KeyId> Key = Common.TypedArgument("id", "the key's id", text => new KeyId(text));
    private static readonly Option<string> Reason = new("--reason") { Description = "why it is taken back", Required = true };

    public static Command Build() => new Verb("revoke", "take a key back 撤销密钥", "keys revoke board --reason 人员调整")
        .With(Key, Reason, Common.By).Does(Run, Reach.DirectoryOrServer);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var desk = await Place.OpenExisting(parsed, cancel);
        var (key, isReplay) = await desk.RevokeKey(parsed.GetValue(Key), parsed.GetValue(Reason)!, cancel);
        if (Common.Output(parsed).IsJson) Output.Object(json =>
        {
            json.WriteString("answer", isReplay ? "exists" : "recorded");
            KeyArguments.Write(json, key);
        });
        else Output.Line(isReplay
            ? $"撤销 {key.Id}：已有记录，未重复登记 it was revoked already, {Calendar.Text(key.Revoked!.Value)}"
            : $"撤销 {key.Id}：已登记 revoked");
        return ExitCode.Fine;
    }
}
