using MicroPoints.Identity;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>A ruleset file that somebody wants to publish.</summary>
/// <param name="File">What it is called, for what is said of it.</param>
/// <param name="Tests">The bytes of the tests beside it; null where there are none.</param>
/// <param name="WithoutTests">Why there are none, in words that are sealed with the version.</param>
public sealed record RulesetToPublish(string File, byte[] Bytes, byte[]? Tests, string? WithoutTests)
{
    /// <summary>What messages call a file of tests that came without a name.</summary>
    public const string UnnamedTests = "the tests";

    public string TestsFile { get; init; } = UnnamedTests;
}

/// <summary>What publishing came to; warnings may stand with a version that is published.</summary>
/// <param name="Found">What checking the file found; where it has errors, it is not published.</param>
/// <param name="Tested">What its tests came to; null where there are none, or the file has errors.</param>
public sealed record PublishAnswer(Answer Answer, Ruleset? Ruleset, CheckedRules Found, RuleTestFindings? Tested);

/// <summary>Publishes a version once it has no errors and its tests pass; from then on it is frozen by its hash.</summary>
public sealed class RulePublishing(Workspace workspace, IRuleChecks checks)
{
    public async ValueTask<PublishAnswer> Publish(RulesetToPublish wanted, Actor by, CancellationToken cancel)
    {
        var found = checks.Check(wanted.Bytes, default, workspace.Kinds);
        if (found.Ruleset is not { } ruleset) return Refused(Refusal.RulesetUnreadable,
            $"{wanted.File} has {found.Errors.Count()} error(s): mend them and publish again");
        if (RulesetState.IsReserved(ruleset.Id)) return Refused(Refusal.RulesetUnreadable,
            $"'{ruleset.Id}' is the name of a stream beside the rulesets': give the ruleset another id");
        // What is published already needs no tests again: it is there for ever.
        var stream = StreamId.OfRuleset(ruleset.Id);
        var known = (await workspace.Streams.Load<RulesetState>(stream, cancel)).Find(ruleset.Version);
        if (known is not null && !known.Bytes.Span.SequenceEqual(wanted.Bytes)) return Refused(Refusal.RulesetVersionExists,
            $"{ruleset.Name} is published already, and {wanted.File} differs from it: give the changed file another version");
        var tested = wanted.Tests is { } tests ? checks.Test(tests, wanted.TestsFile, ruleset, workspace.Kinds) : null;
        if (known is null && tested is { Passes: false }) return Refused(Refusal.RulesetTestsFail,
            $"{tested.Failures.Count} test(s) of {wanted.File} failed, {tested.Passed} passed: mend the rules or the tests", tested);
        if (known is null && tested is null && string.IsNullOrWhiteSpace(wanted.WithoutTests)) return Refused(Refusal.RulesetUntested,
            $"{wanted.File} has no tests beside it: write some, or say why it is published without");
        var publish = new PublishRuleset(new EntryId($"publish-{ruleset.Version}"), ruleset.Version, wanted.Bytes)
        {
            Reason = tested is null && known is null ? wanted.WithoutTests : null,
        };
        var answer = known is null
            ? await workspace.Streams.Run(stream, RegionCode.Nation, by, publish, cancel)
            : new Answer.Exists((await workspace.Streams.Load<RulesetState>(stream, cancel)).EntryOf(ruleset.Version)!);
        return new PublishAnswer(answer, answer is Answer.Refused ? null : ruleset, found, tested);

        PublishAnswer Refused(Refusal reason, string detail, RuleTestFindings? tested = null) =>
            new(new Answer.Refused(reason, detail), null, found, tested);
    }
}
