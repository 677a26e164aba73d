using System.Text;
using MicroPoints.Contracts;
using MicroPoints.Rulesets;
using MicroPoints.Runtime;

namespace MicroPoints.Api;

/// <summary>Reads ruleset files that were sent as text, and writes what is wrong with them.</summary>
internal static class SentRules
{
    /// <summary>What messages call a file that came without a name.</summary>
    public const string File = "the file";

    /// <summary>The file's bytes: exactly those that are digested, published and tested.</summary>
    public static byte[] Bytes(string text, string path) => Encoding.UTF8.GetByteCount(text) <= Limits.RulesetBytesMax
        ? Encoding.UTF8.GetBytes(text)
        : throw new ProblemException(ProblemAnswer.Of(Refusal.RulesetTooLarge,
            $"it is longer than {Limits.RulesetBytesMax} bytes, which is the most of a ruleset or its tests", path));

    public static RulesetDiagnostic[] Diagnostics(CheckedRules found) =>
        [.. found.Faults.Select(f => new RulesetDiagnostic(f.Code, f.Severity, f.Line, f.Column, f.Message, f.Fix))];

    /// <summary>One of two rulesets, as the scope would use it.</summary>
    /// <exception cref="ProblemException">It is unknown, or has errors, which the problem lists.</exception>
    public static async ValueTask<RulesInUse> InUse(
        Call call, IRuleChecks checks, RulesToCompare sent, RegionCode scope, string path)
    {
        var ruleset = sent switch
        {
            { Rules: { } text, Ruleset: null, Version: null } => Draft(call, checks, text, path),
            { Rules: null, Ruleset: { } id, Version: { } version } => (await PublishedRulesets.Version(call, id, version)).Ruleset,
            _ => throw new ProblemException(Fault.FieldInvalid,
                "give either ruleset and version, which name what is published, or the text of a draft in rules", path),
        };
        return new RulesInUse(ruleset, sent.Settings is { } settings ? SettingValues.Read(settings, ruleset)
            // What the region set counts for what it is compared with as well, where the two have a setting in common.
            : InForce(call, ruleset.Id, scope)?.Settings.Where(s => ruleset.Settings.Any(known => known.Id == s.Key)).ToDictionary() ?? []);
    }

    public static RulesetAdopted? InForce(Call call, string ruleset, RegionCode scope) =>
        call.Workspace.Regions.AdoptionOf(ruleset, scope, AsOf.On(call.Workspace.Today));

    private static Ruleset Draft(Call call, IRuleChecks checks, string text, string path)
    {
        var found = checks.Check(Bytes(text, $"{path}.rules"), default, call.Workspace.Kinds);
        return found.Ruleset ?? throw new ProblemException(ProblemAnswer.Of(Refusal.RulesetUnreadable,
            $"the draft has {found.Errors.Count()} error(s), which diagnostics lists: mend them and ask again", $"{path}.rules")
            with
        { Diagnostics = Diagnostics(found) });
    }
}
