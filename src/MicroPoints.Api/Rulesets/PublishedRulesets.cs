using MicroPoints.Rulesets;

namespace MicroPoints.Api;

/// <summary>Finds published rulesets.</summary>
internal static class PublishedRulesets
{
    /// <summary>Ids of rulesets, in order; the activities file and the calendar lie beside them and are none.</summary>
    public static async ValueTask<IReadOnlyList<string>> Ids(Call call) =>
        [.. (await call.Workspace.Log.Cut(RegionCode.Nation, StreamType.Ruleset, call.Cancel))
            .Select(h => h.Stream.Name).Where(id => !RulesetState.IsReserved(id))];

    public static ValueTask<RulesetState> Versions(Call call, string id) =>
        call.Workspace.Streams.Load<RulesetState>(StreamId.OfRuleset(id), call.Cancel);

    /// <summary>One version; unknown ones end the request.</summary>
    public static async ValueTask<(Ruleset Ruleset, ReadOnlyMemory<byte> Bytes)> Version(Call call, string id, string version)
    {
        if (!EntryId.IsValid(id) || RulesetState.IsReserved(id)
            || (await Versions(call, id)).Find(version) is not { } published)
            throw new ProblemException(Fault.RulesetUnknown, $"{id}@{version} is not published here: see GET /api/v1/rulesets");
        return await call.Workspace.Library.Get(id, Digest.Of(published.Bytes.Span), call.Workspace.Kinds, call.Cancel);
    }
}
