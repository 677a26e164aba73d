using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MicroPoints.Activities;
using MicroPoints.Cli.Terminal;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Publishes the next activities file, and says what is new in it.</summary>
internal static class PublishActivities
{
    public static async Task<int> Run(ParseResult parsed, string path, byte[] bytes, CancellationToken cancel)
    {
        if (parsed.GetValue(PublishRules.WithoutTests) is not null)
            throw CliFailure.CouldNotRun($"{path} holds activities, which have no tests: leave --without-tests away");
        Place.Check(parsed, Reach.Store);
        await using var store = await OpenStore.Open(parsed, cancel);
        var answer = await new KindPublishing(store.Workspace, YamlRules.Instance).Publish(path, bytes, Common.Actor(parsed), cancel);
        if (answer.Answer is Answer.Refused refused)
        {
            string[] problems = [.. answer.Found.Errors.Select(e => e.In(path)),
                .. refused.Reason == Refusal.ActivitiesNotSuccessor ? answer.Succession!.Offences.Select(o => o.What.EnOrZh) : []];
            if (problems.Length > 0) throw CliFailure.No(
                $"{path} is not published: {Words.Kebab(refused.Reason.ToString())}: {problems.Length} problem(s)", problems);
            throw CliFailure.Refused(refused.Reason, refused.Detail);
        }
        var (kinds, succession) = (answer.Found.Kinds!, answer.Succession);
        return Answers.Print(Common.Output(parsed), answer.Answer,
            $"发布积分事项目录 {kinds.Version}，{What(succession)}，sha256 {kinds.Hash}", json => Write(json, succession));
    }

    private static string What(KindSuccession? succession)
    {
        if (succession is not var (kinds, options, _)) return "这是第一份";
        var which = kinds.Select(k => $"{k.Title.Zh} {k.Id}");
        var choices = options.Select(o => $"{o.Kind.Title.Zh}：{o.Option.Title.Zh} {o.Option.Id}");
        return string.Create(CultureInfo.InvariantCulture, $"新增 {kinds.Count} 种事项{Listed(which)}、{options.Count} 个选项{Listed(choices)}");
    }

    private static string Listed(IEnumerable<string> items) => string.Join("，", items) is { Length: > 0 } all ? $"（{all}）" : "";

    private static void Write(Utf8JsonWriter json, KindSuccession? succession)
    {
        json.WriteStartArray("newKinds");
        foreach (var kind in succession?.Kinds ?? []) json.WriteStringValue(kind.Id.Value);
        json.WriteEndArray();
        json.WriteStartArray("newOptions");
        foreach (var option in succession?.Options ?? []) json.WriteStringValue($"{option.Kind.Id}:{option.Option.Id}");
        json.WriteEndArray();
    }
}
