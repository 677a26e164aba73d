using MicroPoints.Contracts;
using MicroPoints.Identity;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroPoints.Api;

/// <summary>Adopts a published ruleset in a region, with settings.</summary>
internal static class AdoptRulesetEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .Post("/adoptions", Handle).Needs(Role.Approver).Takes().TakesLong()
        .Is("adoptRuleset", Tags.Rulesets, "Adopt a ruleset", "Regions below without an adoption of their own inherit it. "
            + "With `impact`, what it changes over those periods is worked out first, and the statement attached to it.")
        .Takes(WireJson.Default.AdoptionToMake, Samples.Adoption)
        .Gives(201, "It is adopted.", WireJson.Default.RecordedAdoption, Samples.Adopted)
        .Gives(200, "A replay: it was adopted already.", WireJson.Default.RecordedAdoption,
            Samples.Adopted with { Answer = SendingAnswer.Exists })
        .Refuses(404, 409, 413, 415, 422);

    private static async Task<IResult> Handle(Call call)
    {
        var sent = await call.Body(WireJson.Default.AdoptionToMake);
        var id = WireText.Id(sent.Id, "$.id");
        WireText.CheckDay(sent.From, "$.from");
        var region = call.Region(sent.Region, text => new ProblemException(
            Fault.FieldInvalid, $"'{text}' is not a region: 2, 4, 6 or 9 digits", "$.region"));
        var (ruleset, _) = await PublishedRulesets.Version(call, sent.Ruleset, sent.Version);
        var adopt = new AdoptRuleset(id, ruleset, sent.From, SettingValues.Read(sent.Settings, ruleset));
        var statement = sent.Impact is { } periods ? await AdoptionImpact.Of(call, region, adopt, periods) : null;
        var answer = await call.Workspace.Adopt(region, adopt, call.Actor, call.Cancel);
        if (answer is Answer.Refused refused) return call.Refused(refused);
        var attached = sent.Impact is null ? null : await AdoptionImpact.Attach(call, region, id, statement);
        return answer switch
        {
            Answer.Recorded recorded => Written(201, region, recorded.Entries[0], SendingAnswer.Recorded, attached),
            Answer.Exists exists => Written(200, region, exists.First, SendingAnswer.Exists, attached),
            _ => throw new InvariantException("an answer is recorded, exists or refused"),
        };
    }

    private static JsonAnswer<RecordedAdoption> Written(
        int status, RegionCode region, Streams.SealedEntry entry, SendingAnswer answer, AttachedImpact? attached) => new(status,
            new RecordedAdoption(answer, entry.Id.Value, region.Value, entry.Sequence, entry.Hash.ToString(), entry.At, attached),
            WireJson.Default.RecordedAdoption);
}
