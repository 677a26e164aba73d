using System.Text;
using MicroPoints.Cli.Terminal;
using MicroPoints.Client;
using MicroPoints.Contracts;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Publishing over a server.</summary>
internal sealed partial class ServerDesk
{
    public async Task<PublishingDone> Publish(RulesetToPublish wanted, CancellationToken cancel)
    {
        var sent = await _client.PublishRuleset(new RulesToPublish
        {
            Rules = Text(wanted.File, wanted.Bytes),
            Tests = wanted.Tests is { } tests ? Text(RuleFiles.TestsOf(wanted.File), tests) : null,
            WithoutTests = wanted.WithoutTests,
        }, cancel);
        if (sent is Sent<RecordedRuleset>.Refused { Problem: var problem }) throw PublishRules.Refused(
            wanted.File, problem.Refusal, problem.Detail, [.. problem.Diagnostics?.Where(d => d.Severity == "error").Select(d =>
                FormattableString.Invariant($"{wanted.File}:{d.Line}:{d.Column}: {d.Severity} {d.Code}: {d.Message}. {d.Fix}")) ?? [],
            .. problem.Failures?.Select(f => Named(wanted.File, f)) ?? []]);
        var value = sent.ValueOrThrow();
        return new PublishingDone(new Written(sent is Sent<RecordedRuleset>.Exists, StreamId.OfRuleset(value.Ruleset).ToString(),
            value.Id, value.Sequence, value.Hash, value.Recorded), $"{value.Ruleset}@{value.Version}", value.RulesHash, value.TestsPassed);
    }

    /// <summary>A server calls the file that it was sent by no name.</summary>
    private static string Named(string path, string failure) =>
        failure.StartsWith($"{RulesetToPublish.UnnamedTests}:", StringComparison.Ordinal)
            ? RuleFiles.TestsOf(path) + failure[RulesetToPublish.UnnamedTests.Length..] : failure;

    /// <summary>What is sent as text must come to the same bytes there.</summary>
    private static string Text(string path, byte[] bytes)
    {
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes); }
        catch (DecoderFallbackException) { throw CliFailure.No($"{path} is not UTF-8: save it as UTF-8 and publish it again"); }
    }
}
