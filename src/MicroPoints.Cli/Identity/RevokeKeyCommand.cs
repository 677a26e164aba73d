using System.CommandLine;
using MicroPoints.Cli.Terminal;

namespace MicroPoints.Cli;

/// <summary>Takes a key back, with a reason.</summary>
internal static class RevokeKeyCommand
{
    private static readonly Argument<KeyId> Key = Common.TypedArgument("id", "the key's id", text => new KeyId(text));
    private static readonly Option<string> Reason = new("--reason") { Description = "why it is taken back", Required = true };

    public static Command Build() => new Verb("revoke", "take a key back 撤销密钥", "keys revoke board --reason 人员调整")
        .With(Key, Reason, Common.By).Does(Run);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var key = parsed.GetValue(Key);
        var answer = await store.Workspace.Keys.Revoke(key, parsed.GetValue(Reason)!, Common.Actor(parsed), cancel);
        return Answers.Print(Common.Output(parsed), answer, $"撤销 {key}");
    }
}
