using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>What a notice says: points, grade, places and how far it came with each outcome, of every ranked chamber.</summary>
/// <remarks>Its digest is sealed with the notice, so that whatever changes afterwards is found, and noticed anew.</remarks>
public static class NoticeContent
{
    private const string Format = "micropoints-notice/1";

    public static Digest DigestOf(RoundEvaluation evaluation)
    {
        var ranked = evaluation.Ranked.OrderBy(c => c.Id).ToList();
        var writer = new CanonicalWriter();
        writer.Text(Format).Digest(evaluation.Snapshot.RulesetHash).Text(evaluation.Opened.Period.ToString())
            .Text(evaluation.Opened.Scope.Value).List(ranked, (w, card) => Write(w, card));
        return Digest.Of(writer.Written);
    }

    /// <summary>Whether a notice would say the same of both; a chamber without a rank is not on it.</summary>
    internal static bool IsSame(Scorecard? before, Scorecard? after)
    {
        if (before is not { IsRanked: true } || after is not { IsRanked: true }) return before?.IsRanked == after?.IsRanked;
        CanonicalWriter first = new(), second = new();
        Write(first, before);
        Write(second, after);
        return first.Written.SequenceEqual(second.Written);
    }

    private static void Write(CanonicalWriter writer, Scorecard card)
    {
        writer.Text(card.Id.Value).Text(card.Total.ToString()).Text(card.Grade).Text(card.Class);
        var places = card.Places ?? throw new InvariantException("a ranked chamber has a place");
        writer.Whole(places.Scope).Whole(places.Province).Whole(places.City).Whole(places.County)
            .List(card.Outcomes, (w, line) => w.Text(line.Outcome.Id).Whole((long)line.Status));
    }
}
