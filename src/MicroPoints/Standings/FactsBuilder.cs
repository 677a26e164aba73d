using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Rulesets;

namespace MicroPoints.Standings;

/// <summary>What a question asks of all chambers of a scope.</summary>
/// <param name="PeerGroups">Narrows the ruleset's peer groups; empty takes all of them.</param>
/// <param name="Applicants">Chambers whose application is recorded for the round; read only where the ruleset counts
/// applicants alone.</param>
public sealed record Question(
    Ruleset Ruleset, KindCatalogue Kinds, Period Period, RegionCode Scope, IReadOnlyList<string> PeerGroups,
    AsOf At, IReadOnlySet<ChamberId> Applicants)
{
    /// <summary>The earlier of the question's day and the period's last day.</summary>
    public DateOnly ReadingDay => At.Day < Period.LastDay ? At.Day : Period.LastDay;

    /// <summary>Its ruleset under some settings, worked out for its period and reading day.</summary>
    public CompiledRuleset Compile(IReadOnlyDictionary<string, SettingValue> settings) => new(Ruleset, settings, Kinds, Period, ReadingDay);
}

/// <summary>Turns the register and a tally into what the evaluation reads.</summary>
public static class FactsBuilder
{
    /// <param name="tally">Folded as of the question: only facts that stand for its day or earlier, known by its instant.</param>
    public static ChamberFacts Build(
        Question question, Chamber chamber, Tally tally,
        IReadOnlyDictionary<string, string> notApplicable, IReadOnlyList<EarlierResult> history)
    {
        var day = question.ReadingDay;
        var attributes = question.Ruleset.Attributes.ToDictionary(a => a.Id, a => chamber.AttributeOn(a.Id, day));
        return new ChamberFacts(chamber.Id, chamber.Seat, IsRanked(question, chamber), chamber.Founded,
            new TallyReading(tally, question.Kinds, question.Period, day), attributes, notApplicable, history);
    }

    /// <summary>Whether a chamber is of a peer group that was asked for.</summary>
    public static bool IsOfGroups(Question question, Chamber chamber) =>
        question.PeerGroups.Count == 0 || question.PeerGroups.Contains(chamber.Kind);

    /// <summary>Alive on the reading day, in scope and peer group, an applicant and long enough registered where the
    /// ruleset asks for it.</summary>
    public static bool IsRanked(Question question, Chamber chamber)
    {
        var (day, applies) = (question.ReadingDay, question.Ruleset.AppliesTo);
        if (!chamber.IsAliveOn(day) || !question.Scope.Contains(chamber.Seat)) return false;
        if (applies.PeerGroups.Count > 0 && !applies.PeerGroups.Contains(chamber.Kind)) return false;
        if (!IsOfGroups(question, chamber)) return false;
        if (applies.ApplicantsOnly && !question.Applicants.Contains(chamber.Id)) return false;
        return applies.RegisteredForAtLeast is not { } least
            || Calendar.TryParseDay(chamber.AttributeOn(Chamber.RegisteredOn, day), out var since) && least.AfterStart(since) <= day;
    }
}
