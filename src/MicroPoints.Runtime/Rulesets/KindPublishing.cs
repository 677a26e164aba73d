using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Rulesets;

namespace MicroPoints.Runtime;

/// <summary>What publishing an activities file came to.</summary>
/// <param name="Found">What checking the file found; where it has errors, it is not published.</param>
/// <param name="Succession">What it adds to those before it and what it takes from them; null where it was not held against any.</param>
public sealed record KindsAnswer(Answer Answer, CheckedKinds Found, KindSuccession? Succession);

/// <summary>Publishes the next activities file. It is in force here at once, and in other processes with their next turn.</summary>
public sealed class KindPublishing(Workspace workspace, IRuleChecks checks)
{
    /// <summary>How often others may publish theirs meanwhile.</summary>
    private const int AttemptsMax = 8;

    private static readonly StreamId Place = StreamId.OfRuleset(RulesetState.Activities);

    /// <param name="file">What it is called, for what is said of it.</param>
    public async ValueTask<KindsAnswer> Publish(string file, byte[] bytes, Actor by, CancellationToken cancel)
    {
        var found = checks.CheckActivities(bytes);
        if (found.Kinds is not { } kinds) return Refused(Refusal.ActivitiesUnreadable,
            $"{file} has {found.Errors.Count()} error(s): mend them and publish again");
        if (!EntryId.IsValid($"publish-{kinds.Version}")) return Refused(Refusal.ActivitiesUnreadable,
            $"{file} calls its version '{kinds.Version}': write letters, digits, dots and dashes, at most 56");
        var state = await workspace.Streams.Load<RulesetState>(Place, cancel);
        if (state.Find(kinds.Version) is { } known)
        {
            if (!known.Bytes.Span.SequenceEqual(bytes)) return Refused(Refusal.RulesetVersionExists,
                $"activities {kinds.Version} are published already, and {file} differs from them: give the changed file another version");
            // Also where it is not in force any more: what followed it stays.
            return new KindsAnswer(new Answer.Exists(state.EntryOf(kinds.Version)!), found, SuccessionOf(state, kinds.Version));
        }
        for (var attempt = 0; ; attempt++)
        {
            await workspace.TakeOverKinds(cancel);
            var before = workspace.Kinds;
            var answer = await workspace.Streams.Run(Place, RegionCode.Nation, by,
                new PublishKinds(new EntryId($"publish-{kinds.Version}"), kinds, bytes, before), cancel);
            if (answer is Answer.Refused { Reason: Refusal.ActivitiesOutdated } && attempt < AttemptsMax) continue;
            await workspace.TakeOverKinds(cancel);
            return new KindsAnswer(answer, found, KindSuccession.Of(before, kinds));
        }

        KindsAnswer Refused(Refusal reason, string detail) => new(new Answer.Refused(reason, detail), found, null);
    }

    /// <summary>What a published version added to the one before it; null for the first, and where there is none of that name.</summary>
    public async ValueTask<KindSuccession?> SuccessionOf(string version, CancellationToken cancel) =>
        SuccessionOf(await workspace.Streams.Load<RulesetState>(Place, cancel), version);

    private KindSuccession? SuccessionOf(RulesetState state, string version)
    {
        var place = state.Versions.TakeWhile(v => v.Version != version).Count();
        return place == 0 || place == state.Versions.Count ? null : KindSuccession.Of(Read(place - 1), Read(place));

        KindCatalogue Read(int at) => workspace.Format.ReadKinds(state.Versions[at].Bytes);
    }
}
