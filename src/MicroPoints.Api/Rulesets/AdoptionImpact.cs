using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>What an adoption changes of what counts in its region, worked out and attached to it.</summary>
internal static class AdoptionImpact
{
    /// <summary>The statement's bytes, worked out before anything is written; null where the adoption has one already, or takes the
    /// place of nothing.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> Of(Call call, RegionCode region, AdoptRuleset adopt, IReadOnlyList<string> periods)
    {
        if (periods is not [{ } text]) throw new ProblemException(Fault.FieldInvalid,
            "a statement covers one period: name it, or leave impact out", "$.impact");
        var period = Reading.Period(text, "$.impact[0]");
        if (call.Workspace.Scans is null) throw new ProblemException(Refusal.ScansNotKept,
            "this server keeps no files: keep what rulesets/impact says beside the minutes of the meeting, and adopt without impact");
        var known = call.Workspace.Regions.OwnAdoptions(region).FirstOrDefault(a => a.Entry.Id == adopt.Id);
        if (known.Impact is not null) return null;
        await RefuseMany(call, region, "$.region");
        // The first sending may have adopted it, and its answer been lost: then what counted before that is compared.
        var knownAt = known.Entry?.At.AddTicks(-1) ?? AsOf.Everything;
        if (await Replaced(call, adopt.Ruleset.Id, region, knownAt) is not { } before) return null;
        var query = new ImpactQuery(before, new RulesInUse(adopt.Ruleset, adopt.Settings), region, period);
        var impact = await call.InTurn(() => call.Workspace.Impact.Of(query, null, call.Cancel).AsTask());
        return call.Workspace.Tables.Write(ImpactTables.Of(impact));
    }

    /// <summary>Attaches a statement to an adoption that stands; answers the one that it has then, if any.</summary>
    /// <exception cref="ProblemException">It was not attached; the adoption stands all the same.</exception>
    public static async ValueTask<AttachedImpact?> Attach(
        Call call, RegionCode region, EntryId adoption, ReadOnlyMemory<byte>? statement)
    {
        if (statement is { } bytes
            && await call.Workspace.Attach(region, adoption, bytes, call.Actor, call.Cancel) is Answer.Refused refused)
            throw new ProblemException(refused.Reason, $"it is adopted, and the statement is not attached: {refused.Detail}");
        return call.Workspace.Regions.OwnAdoptions(region).First(a => a.Entry.Id == adoption).Impact is { } attached
            ? new AttachedImpact(attached.File.ToString(), attached.Bytes) : null;
    }

    /// <summary>What an adoption takes the place of: the same ruleset's version in force, else the ruleset of the annual rounds; null
    /// where nothing counts there.</summary>
    public static async ValueTask<RulesInUse?> Replaced(Call call, string ruleset, RegionCode region, DateTimeOffset knownAt)
    {
        var (regions, at) = (call.Workspace.Regions, new AsOf(call.Workspace.Today, knownAt));
        var adopted = regions.AdoptionOf(ruleset, region, at)
            ?? (regions.AnnualRulesetOf(region, at) is { } annual ? regions.AdoptionOf(annual, region, at) : null);
        return adopted is null ? null : new RulesInUse(
            (await call.Workspace.Library.Get(adopted.Ruleset, adopted.Hash, call.Workspace.Kinds, call.Cancel)).Ruleset, adopted.Settings);
    }

    /// <exception cref="ProblemException">The region has more chambers than one answer replays.</exception>
    public static async ValueTask RefuseMany(Call call, RegionCode region, string path)
    {
        if ((await call.Workspace.Log.Cut(region, StreamType.Chamber, call.Cancel)).Count is var chambers and > Limits.WhatIfChambersMax)
            throw new ProblemException(ProblemAnswer.Of(Refusal.ScopeTooLarge, $"{chambers} chambers are in {region}, and at most "
                + $"{Limits.WhatIfChambersMax} are replayed in one answer: ask for a city or a county", path));
    }
}
