using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MicroPoints.Api;

/// <summary>Publishes a version of a ruleset once it has no errors and its tests pass.</summary>
internal static class PublishRulesetEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var checks = routes.ServiceProvider.GetRequiredService<IRuleChecks>();
        routes.Post("/rulesets", call => Handle(call, checks)).Needs(Role.Approver).Takes().TakesLong()
            .Is("publishRuleset", Tags.Rulesets, "Publish a ruleset",
                "For everybody and for ever, so only an approver for the whole country (00) may. A new version needs no errors and tests "
                + "that pass, or a reason why it has none. Where it is refused, `diagnostics` and `failures` hold all that was found.")
            .Takes(WireJson.Default.RulesToPublish, RulesetSamples.ToPublish)
            .Gives(201, "It is published.", WireJson.Default.RecordedRuleset, RulesetSamples.Published)
            .Gives(200, "A replay: these bytes were published already.", WireJson.Default.RecordedRuleset,
                RulesetSamples.Published with { Answer = SendingAnswer.Exists })
            .Refuses(409, 413, 415, 422);
    }

    private static async Task<IResult> Handle(Call call, IRuleChecks checks)
    {
        var sent = await call.Body(WireJson.Default.RulesToPublish, Limits.RulesBodyBytesMax);
        var wanted = new RulesetToPublish(SentRules.File, SentRules.Bytes(sent.Rules, "$.rules"),
            sent.Tests is { } tests ? SentRules.Bytes(tests, "$.tests") : null, sent.WithoutTests);
        // Before the work: whoever may not publish holds up nobody.
        if (!call.Actor.IsAuthority(RegionCode.Nation)) throw new ProblemException(Refusal.NotAnAuthority,
            $"what is published is there for everybody: only an approver for the whole country (00) may, "
            + $"not {call.Actor.Id} ({call.Actor.Role} of {call.Actor.Scope})");
        var publishing = new RulePublishing(call.Workspace, checks);
        var answer = await call.InTurn(() => publishing.Publish(wanted, call.Actor, call.Cancel).AsTask());
        return answer.Answer switch
        {
            Answer.Recorded { Entries: [var entry, ..] } => Written(201, SendingAnswer.Recorded, entry, answer),
            Answer.Exists exists => Written(200, SendingAnswer.Exists, exists.First, answer),
            Answer.Refused refused => ProblemAnswer.Of(refused) with
            {
                Diagnostics = answer.Found.Faults.Count > 0 ? SentRules.Diagnostics(answer.Found) : null,
                Failures = answer.Tested is { Failures: { Count: > 0 } failures } ? [.. failures.Take(Limits.DiagnosticsMax)] : null,
            },
            _ => throw new InvariantException("an answer is recorded, exists or refused"),
        };
    }

    private static JsonAnswer<RecordedRuleset> Written(
        int status, SendingAnswer sending, Streams.SealedEntry entry, PublishAnswer answer)
    {
        var ruleset = answer.Ruleset!;
        return new JsonAnswer<RecordedRuleset>(status, new RecordedRuleset(sending, entry.Id.Value, ruleset.Id, ruleset.Version,
            ruleset.Hash.ToString(), entry.Sequence, entry.Hash.ToString(), entry.At, SentRules.Diagnostics(answer.Found),
            answer.Tested?.Passed), WireJson.Default.RecordedRuleset)
        {
            Location = status == 201 ? $"/api/v1/rulesets/{ruleset.Id}/versions/{ruleset.Version}" : null,
            ETag = $"\"{ruleset.Hash}\"",
        };
    }
}
