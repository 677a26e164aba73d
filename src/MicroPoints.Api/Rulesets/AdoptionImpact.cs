using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>What an adoption changes of what counts in its region, worked out and attached to it.</summary>
internal static class AdoptionImpact
{
    /// <summary>The statement, worked out before anything is written; null where the adoption has one already, or takes the place of
    /// nothing.</summary>
    public static async ValueTask<ImpactStatement?> Of(Call call, RegionCode region, AdoptRuleset adopt, IReadOnlyList<string> periods)
    {
        if (periods.Count is 0 or > Limits.ImpactPeriodsMax) throw new ProblemException(Fault.FieldInvalid,
            $"a statement covers 1 to {Limits.ImpactPeriodsMax} periods: name them, or leave impact out", "$.impact");
        List<Period> named = [.. periods.Select((text, i) => Reading.Period(text ?? "", $"$.impact[{i}]")).Distinct()];
        if (call.Workspace.Scans is null) throw new ProblemException(Refusal.ScansNotKept,
            "this server keeps no files: keep what rulesets/impact says beside the minutes of the meeting, and adopt without impact");
        // One that was ended since is history: a statement made today is not what was shown before it.
        if (call.Workspace.Regions.OwnAdoptions(region).Any(
            a => a.Entry.Id == adopt.Id && (a.Impact is not null || a.End is not null))) return null;
        await RefuseMany(call, region, "$.region");
        return await call.InTurn(() => call.Workspace.Impact.OfAdoption(region, adopt, named, call.Cancel).AsTask());
    }

    /// <summary>Attaches a statement to an adoption that stands; answers the one that it has then, if any.</summary>
    /// <exception cref="ProblemException">It was not attached; the adoption stands all the same.</exception>
    public static async ValueTask<AttachedImpact?> Attach(
        Call call, RegionCode region, EntryId adoption, ImpactStatement? statement)
    {
        if (statement is not null && await call.Workspace.Attach(region, adoption,
            call.Workspace.Tables.Write(ImpactTables.Of(statement)), call.Actor, call.Cancel) is Answer.Refused refused)
            throw new ProblemException(refused.Reason, $"it is adopted, and the statement is not attached: {refused.Detail}");
        if (call.Workspace.Regions.OwnAdoptions(region).First(a => a.Entry.Id == adoption).Impact is not { } attached) return null;
        var (file, bytes) = (attached.File.ToString(), attached.Bytes);
        return statement is null ? new AttachedImpact(file, bytes) : new AttachedImpact(file, bytes,
            statement.Periods[0].Impact.Before.Name, [.. statement.Told.Select(t => t.Query.Period.ToString())],
            [.. statement.Periods.Where(p => !p.HasData).Select(p => p.Query.Period.ToString())]);
    }

    /// <summary>What an adoption takes the place of; null where nothing counts there.</summary>
    public static async ValueTask<RulesInUse?> Replaced(Call call, string ruleset, RegionCode region) =>
        call.Workspace.Impact.ReplacedBy(ruleset, region, null) is { } adopted ? new RulesInUse(
            (await call.Workspace.Library.Get(adopted.Ruleset, adopted.Hash, call.Workspace.Kinds, call.Cancel)).Ruleset,
            adopted.Settings) : null;

    /// <exception cref="ProblemException">The region has more chambers than one answer replays.</exception>
    public static async ValueTask RefuseMany(Call call, RegionCode region, string path)
    {
        if ((await call.Workspace.Log.Cut(region, StreamType.Chamber, call.Cancel)).Count is var chambers and > Limits.WhatIfChambersMax)
            throw new ProblemException(ProblemAnswer.Of(Refusal.ScopeTooLarge, $"{chambers} chambers are in {region}, and at most "
                + $"{Limits.WhatIfChambersMax} are replayed in one answer: ask for a city or a county", path));
    }
}
