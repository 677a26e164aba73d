using MicroPoints.Activities;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Documents;

/// <summary>Everything that the papers of one round are written from; no clock, so that the same round gives the same bytes.</summary>
/// <param name="Evaluation">The round as it is computed now; null before the lock.</param>
/// <param name="Names">What each chamber is called on the last day of the period, as the round froze it.</param>
public sealed record PaperSource(RoundState Round, RoundEvaluation? Evaluation, Ruleset Ruleset, Values Values,
    KindCatalogue Kinds, IReadOnlyDictionary<ChamberId, string> Names)
{
    public RoundOpened Opened => Round.Opened!;

    /// <summary>What the county calls itself where no list has it; null where it said nothing.</summary>
    public string? Called { get; init; }

    /// <summary>What the round is called, which its papers' files are called by.</summary>
    public required string Name { get; init; }

    public bool IsRehearsal => Opened.Purpose == RoundPurpose.Rehearsal;

    /// <summary>The day whose numbers a form shows.</summary>
    public DateOnly Day => Evaluation?.Snapshot.At.Day is { } day && day < Opened.Period.LastDay ? day : Opened.Period.LastDay;

    /// <summary>Where a ruleset has classes only, nothing is said of points.</summary>
    public bool HasPoints => Ruleset.Scale is not null;

    public string NameOf(ChamberId chamber) => Names.GetValueOrDefault(chamber) ?? chamber.Value;

    /// <summary>Every chamber in order of region code: a list that ranks nobody.</summary>
    public IReadOnlyList<Scorecard> Cards => [.. (Evaluation?.Cards ?? []).OrderBy(c => c.Chamber.Seat.Value,
        StringComparer.Ordinal).ThenBy(c => c.Id)];

    public IReadOnlyList<Scorecard> Ranked => [.. Cards.Where(c => c.IsRanked)];

    /// <summary>By grade, and inside one in order of region code.</summary>
    public IReadOnlyList<Scorecard> ByGrade => [.. Ranked.OrderBy(GradePlace)];

    /// <summary>What results give, in file order. A reference opinion is given on request and stands on no paper.</summary>
    public IReadOnlyList<Outcome> Outcomes => [.. Ruleset.Outcomes.Where(o => o.Kind != OutcomeKind.Reference && Values.IsOn(o.EnabledBy))];

    /// <summary>What is told to everybody: help that follows is told to the chamber itself.</summary>
    public IReadOnlyList<Outcome> PublicOutcomes => [.. Outcomes.Where(o => o.Kind != OutcomeKind.FollowUp)];

    /// <summary>The grade's or class's name.</summary>
    public string GradeOf(Scorecard card) => card.BarredBy is not null || !card.IsRanked ? "不参评"
        : card.Grade is { } grade ? Ruleset.Grades.First(g => g.Id == grade).Title.Zh
        : card.Class is { } of ? Ruleset.Classes.First(c => c.Id == of).Title.Zh : "—";

    /// <summary>Grades or classes with their chambers, the best first.</summary>
    public IEnumerable<(string Grade, IReadOnlyList<Scorecard> Cards)> Grades =>
        ByGrade.GroupBy(GradeOf).Select(g => (g.Key, (IReadOnlyList<Scorecard>)[.. g]));

    public static OutcomeStatus? StatusOf(Scorecard card, Outcome outcome) =>
        card.Outcomes.FirstOrDefault(o => o.Outcome.Id == outcome.Id)?.Status;

    /// <summary>Those whom a decided outcome is given.</summary>
    public IReadOnlyList<Scorecard> Given(Outcome outcome) => Round.Decided is { } decided
        ? [.. Ranked.Where(c => Selection.OutcomesOf(c, decided.Departures).Contains(outcome.Id))] : [];

    /// <summary>Where the meeting departed from the proposed list; nothing of reference opinions.</summary>
    public IReadOnlyList<(Departure Departure, Outcome Outcome)> Departures => [.. (Round.Decided?.Departures ?? [])
        .Select(d => (d, Outcomes.FirstOrDefault(o => o.Id == d.Outcome)!)).Where(d => d.Item2 is not null)];

    /// <summary>The notice that says what is computed now; null where none does.</summary>
    public RoundNoticed? Noticed => Round.Notices is [.., var last] && Evaluation is not null
        && last.Noticed.Content == NoticeContent.DigestOf(Evaluation) ? last.Noticed : null;

    /// <summary>The check code of what is noticed.</summary>
    public string ContentCode => Evaluation is null ? "" : NoticeContent.DigestOf(Evaluation).ToString()[..8];

    private int GradePlace(Scorecard card) => card.Grade is { } grade ? Ruleset.Grades.ToList().FindIndex(g => g.Id == grade)
        : card.Class is { } of ? Ruleset.Classes.ToList().FindIndex(c => c.Id == of) : int.MaxValue;
}
